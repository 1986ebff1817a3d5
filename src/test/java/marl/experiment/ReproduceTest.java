package marl.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.Table;

class ReproduceTest {
    @BeforeEach
    void inFull() {
        System.setProperty("marl.scale", "1");
    }

    @AfterEach
    void asBefore() {
        System.clearProperty("marl.scale");
    }

    @Test
    void judgesTheDifferenceAgainstTheTolerance() {
        assertEquals(Reproduce.WITHIN, Reproduce.row("theory", "b", 10, 11, 1).verdict());
        assertEquals(Reproduce.OUT, Reproduce.row("theory", "b", 10, 11.01, 1).verdict());
        assertEquals(Reproduce.OUT, Reproduce.row("theory", "b", 10, 8.99, 1).verdict());
        assertEquals(Reproduce.WITHIN, Reproduce.row("theory", "b", 10, 10, 0).verdict());
        assertEquals(
                Reproduce.OUT, Reproduce.row("theory", "b", 10, Double.NaN, 1).verdict(), "NaN is never within");
        assertEquals(
                Reproduce.OUT,
                Reproduce.row("theory", "b", 10, Double.POSITIVE_INFINITY, 1).verdict());
    }

    @Test
    void anIntervalIsShownButTheMeanIsJudged() {
        Reproduce.Line line =
                Reproduce.row("published, Sutton & Barto, Figure 8.2", "steps, n = 50", 41, Interval.t(38, 40, 45), 5);
        assertEquals(
                "published, Sutton & Barto, Figure 8.2, steps, n = 50: expected 41, ours 41 [32.0433, 49.9567], difference 0,"
                        + " tolerance 5: within",
                line.toString());
        assertEquals(Reproduce.OUT, Reproduce.row("theory", "b", 0, 3, -1, 7, 2).verdict());
    }

    @Test
    void theWordsAreInTheTextOfTheTable() {
        Table table = Reproduce.table(
                Reproduce.row("published, paper, table 1", "first", 0.1 + 0.2, 0.3, 1e-9),
                Reproduce.row("published, paper, table 2", "second", 1, 2, 0.5));
        assertEquals(
                List.of("source", "what", "expected", "ours", "difference", "tolerance", "verdict"),
                table.columnNames());
        assertTrue(table.print().contains("OUT OF TOLERANCE"));
        assertFalse(table.first(1).print().contains("OUT OF TOLERANCE"));
        assertTrue(table.print().contains(" 0.3 "), "no 0.30000000000000004:\n" + table.print());
        assertTrue(Reproduce.row("theory", "q", 1, 2, 0.5).toString().endsWith("OUT OF TOLERANCE"));
        Table withInterval = Reproduce.table(
                Reproduce.row("theory", "q", 1, 2, 0.5), Reproduce.row("theory", "r", 1, Interval.t(1, 2, 3), 0.5));
        assertEquals("95 % interval", withInterval.column(4).name());
        assertEquals("", withInterval.getString(0, 4));
        assertEquals("[-0.484138, 4.48414]", withInterval.getString(1, 4));
    }

    @Test
    void aShrunkRunIsNotJudgedButAComputedNumberIs() {
        System.setProperty("marl.scale", "0.1");
        assertEquals(
                "not judged at this scale",
                Reproduce.row("theory", "b", 1, 99, 0).verdict());
        assertEquals(Reproduce.OUT, Reproduce.exact("theory", "b", 1, 99, 0).verdict());
        assertEquals(30, Scale.of(300));
        assertEquals(1, Scale.of(3));
        assertEquals(2, Scale.of(3, 2));
        assertFalse(Scale.full());
        System.setProperty("marl.scale", "1");
        assertEquals(300, Scale.of(300));
        assertTrue(Scale.full());
    }

    @Test
    void refusesTolerancesAndScalesThatAreNone() {
        assertThrows(IllegalArgumentException.class, () -> Reproduce.row("theory", "b", 1, 1, -1));
        assertThrows(IllegalArgumentException.class, () -> Reproduce.row("theory", "b", 1, 1, Double.NaN));
        assertThrows(
                IllegalArgumentException.class, () -> Reproduce.exact("theory", "b", 1, 1, Double.POSITIVE_INFINITY));
        for (String bad : new String[] {"0", "-1", "2", "NaN", "half", ""}) {
            System.setProperty("marl.scale", bad);
            RuntimeException refusal = assertThrows(IllegalStateException.class, Scale::factor, bad);
            assertTrue(refusal.getMessage().contains("\"" + bad + "\""), refusal.getMessage());
        }
    }

    @Test
    void digitsAreForPeople() {
        assertEquals("1138", Digits.of(1137.7, 3));
        assertEquals("0.3333", Digits.of(1 / 3.0, 4));
        assertEquals("-87.4234", Digits.of(-87.42340148979193, 6));
        assertEquals("0", Digits.of(-0.0, 4));
        assertEquals("0.0001", Digits.of(1e-4, 3));
        assertEquals("1E-9", Digits.of(1e-9, 3));
        assertEquals("NaN", Digits.of(Double.NaN, 3));
        assertEquals("-infinity", Digits.of(Double.NEGATIVE_INFINITY, 3));
        assertEquals("100", Digits.of(100, 2));
    }

    @Test
    void aSourceSaysWhatKindOfNumberItIs() {
        String message = assertThrows(
                        IllegalArgumentException.class, () -> Reproduce.row("Rashid et al. 2018", "return", 8, 8, 0))
                .getMessage();
        assertTrue(message.contains("theory, published, ours"), message);
    }
}
