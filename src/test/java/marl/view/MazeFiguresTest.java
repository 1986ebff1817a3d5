package marl.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import marl.agent.Policy;
import marl.agent.QTable;
import marl.env.DynaMaze;
import org.junit.jupiter.api.Test;

class MazeFiguresTest {

    private static final DynaMaze CORRIDOR = DynaMaze.of("S..G");

    @Test
    void arrowsStandWhereSomethingWasLearned() {
        QTable table = new QTable(4, 4);
        table.set(2, DynaMaze.RIGHT, 1);
        table.set(1, DynaMaze.LEFT, 0.5);
        String twin = MazeFigures.policy(CORRIDOR, table).title("t").alt("a").textTwin();
        assertEquals(1, twin.chars().filter(c -> c == '→').count(), twin);
        assertEquals(1, twin.chars().filter(c -> c == '←').count(), twin);
        assertEquals(0, twin.chars().filter(c -> c == '↑' || c == '↓').count(), twin);
    }

    @Test
    void aTableOfAnotherShapeIsRefused() {
        var error = assertThrows(IllegalArgumentException.class, () -> MazeFigures.policy(CORRIDOR, new QTable(5, 4)));
        assertTrue(error.getMessage().contains("has 4 states and 4 actions, not 5 and 4"));
    }

    @Test
    void anEpisodeHasAFrameForEveryStepAndIsCutOff() {
        Animation right = MazeFigures.episode(CORRIDOR, Policy.always(DynaMaze.RIGHT), 1)
                .title("t")
                .alt("a");
        assertEquals(4, right.frames());
        Animation stuck = MazeFigures.episode(CORRIDOR, Policy.always(DynaMaze.UP), 1)
                .title("t")
                .alt("a");
        assertEquals(151, stuck.frames());
    }

    @Test
    void withoutAKernelALiveChartPrintsOnlyItsLastPicture() {
        LiveChart live = LiveChart.open();
        Figure one = Charts.lines()
                .series("x", new double[] {1, 2})
                .title("one")
                .xLabel("x")
                .yLabel("y")
                .alt("an early picture");
        Figure two = Charts.lines()
                .series("x", new double[] {1, 2})
                .title("two")
                .xLabel("x")
                .yLabel("y")
                .alt("a late picture");
        java.io.PrintStream console = System.out;
        java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
        try {
            System.setOut(new java.io.PrintStream(bytes, true, java.nio.charset.StandardCharsets.UTF_8));
            live.show(one);
            live.show(two);
            live.close();
            Show.now("plain text");
        } finally {
            System.setOut(console);
        }
        String printed = bytes.toString(java.nio.charset.StandardCharsets.UTF_8);
        assertTrue(
                printed.contains("a late picture")
                        && !printed.contains("an early picture")
                        && printed.contains("plain text"),
                printed);
    }

    @Test
    void numbersInProseHaveNoRoundingNoise() {
        assertEquals("0.36", Show.text(0.3600000000000001));
        assertEquals("[0.25, 0.5, 0]", Show.text(new double[] {0.24999999999999986, 0.5, -1e-17}));
    }
}
