package marl.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CellOutputTest {

    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();

    private String text() {
        return shown.toString(StandardCharsets.UTF_8);
    }

    @Test
    void keepsTheOrderAndEveryCharacter() {
        try (CellOutput output = new CellOutput(shown, 1_000)) {
            output.stream().print("pi is \u03c0\n");
            output.stream().println(3);
        }
        assertEquals("pi is \u03c0\n3" + System.lineSeparator(), text());
    }

    @Test
    void saysOnceThatThereWasMore() {
        try (CellOutput output = new CellOutput(shown, 2_000_000)) {
            for (int k = 0; k < 500_000; k++) {
                output.stream().print("0123456789");
            }
        }
        assertTrue(shown.size() < 2_000_300, shown.size() + " bytes");
        assertEquals(2, text().split("more than 2 MB", -1).length);
    }

    @Test
    void sendsWhatWaitsWhenAPictureComes() {
        try (CellOutput output = new CellOutput(shown, 1_000)) {
            output.stream().print("before");
            output.send();
            assertEquals("before", text());
        }
    }

    @Test
    void aStoppedThreadIsNotHeard() throws Exception {
        CellThreads cell = new CellThreads();
        cell.end(0);
        try (CellOutput output = new CellOutput(shown, 1_000)) {
            Thread thread = new Thread(cell, () -> output.stream().print("late"));
            thread.start();
            thread.join();
        }
        assertEquals("", text());
    }
}
