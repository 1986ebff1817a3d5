package marl.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private final PrintStream console = System.out;
    private final ByteArrayOutputStream captured = new ByteArrayOutputStream();

    @BeforeEach
    void listen() {
        System.setOut(new PrintStream(captured, true, StandardCharsets.UTF_8));
        RecordingScreen.SHOWN.clear();
    }

    @AfterEach
    void stopListening() {
        System.setOut(console);
        System.clearProperty(RecordingScreen.SWITCH);
        System.clearProperty("marl.progress");
    }

    private List<String> lines() {
        return captured.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private static void run(Progress progress, int steps) {
        progress.start();
        for (int i = 0; i < steps; i++) {
            progress.step();
        }
        progress.done();
        progress.done();
    }

    @Test
    void textIsFiveLinesWithoutTimes() {
        run(Progress.named("climbing", 300), 300);
        assertEquals(
                List.of(
                        "climbing: 0 of 300 (0 %)",
                        "climbing: 75 of 300 (25 %)",
                        "climbing: 150 of 300 (50 %)",
                        "climbing: 225 of 300 (75 %)",
                        "climbing: 300 of 300, done"),
                lines());
    }

    @Test
    void shortLoopsPrintFewerLines() {
        run(Progress.named("one", 1), 1);
        assertEquals(List.of("one: 0 of 1 (0 %)", "one: 1 of 1, done"), lines());
    }

    @Test
    void anInterruptedStepStopsWithASentenceAndClearsTheFlag() {
        Progress progress = Progress.named("climbing", 10);
        progress.step();
        progress.step();
        Thread.currentThread().interrupt();
        CancellationException stopped = assertThrows(CancellationException.class, progress::step);
        assertEquals("climbing: stopped by you after 3 of 10.", stopped.getMessage());
        assertFalse(Thread.interrupted());
        assertEquals("climbing: 3 of 10, stopped", lines().get(lines().size() - 1));
        Progress silent = Progress.silent();
        Thread.currentThread().interrupt();
        assertThrows(CancellationException.class, silent::step);
        assertFalse(Thread.interrupted());
    }

    @Test
    void aLiveScreenIsRedrawnInOnePlaceAtWholePerCents() {
        System.setProperty(RecordingScreen.SWITCH, "true");
        run(Progress.named("long", 10_000), 10_000);
        assertEquals(List.of(), lines());
        assertEquals("open long: 0 of 10000 (0 %)", RecordingScreen.SHOWN.get(0));
        assertEquals("id 1 long: 100 of 10000 (1 %)", RecordingScreen.SHOWN.get(1));
        assertEquals("id 1 long: 10000 of 10000 (100 %)", RecordingScreen.SHOWN.get(RecordingScreen.SHOWN.size() - 1));
        assertEquals(101, RecordingScreen.SHOWN.size());
    }

    @Test
    void aScreenThatIsNotLiveIsPassedOver() {
        assertTrue(Screen.find().isEmpty());
        System.setProperty(RecordingScreen.SWITCH, "true");
        assertTrue(Screen.find().isPresent(), "the test's provider must be found at all");
    }

    @Test
    void offMeansOff() {
        System.setProperty("marl.progress", "off");
        System.setProperty(RecordingScreen.SWITCH, "true");
        run(Progress.named("quiet", 10), 10);
        run(Progress.silent(), 10);
        assertEquals(List.of(), lines());
        assertEquals(List.of(), RecordingScreen.SHOWN);
    }

    @Test
    void sweepsAndTrainingsReportFromTheCallersThread() {
        Sweep.seeds(4).threads(2).progress("four").run(seed -> Outcome.of("x", 1.0));
        assertEquals(
                List.of(
                        "four: 0 of 4 (0 %)",
                        "four: 1 of 4 (25 %)", "four: 2 of 4 (50 %)", "four: 3 of 4 (75 %)", "four: 4 of 4, done"),
                lines());
    }

    @Test
    void refusesALoopOfNothing() {
        assertThrows(IllegalArgumentException.class, () -> Progress.named("none", 0));
    }
}
