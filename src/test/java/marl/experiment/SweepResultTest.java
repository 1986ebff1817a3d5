package marl.experiment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import tech.tablesaw.aggregate.AggregateFunctions;
import tech.tablesaw.api.Table;

class SweepResultTest {
    // Made by each test, not by the class: workers need the class, and would wait for its initialiser for ever.
    private final SweepResult runs = Sweep.seeds(4)
            .over("n", 10, 5)
            .run((point, seed) -> Outcome.of("payoff", point.number("n") + seed)
                    .and("won", seed < 3)
                    .and("end", seed == 0 ? "draw" : "mate")
                    .and("tiny", 1 / 3.0 + seed * 1e-9));

    @Test
    void columnsAndTheirIntervals() {
        assertArrayEquals(new double[] {10, 11, 12, 13, 5, 6, 7, 8}, runs.column("payoff"));
        assertEquals(9, runs.mean("payoff"));
        assertEquals(Interval.t(10, 11, 12, 13, 5, 6, 7, 8), runs.interval("payoff"));
        assertEquals(Interval.bootstrap(3, runs.column("payoff")), runs.bootstrap("payoff", 3));
        assertEquals(0.75, runs.mean("won"));
        assertEquals(8, runs.runs());
    }

    @Test
    void sharesAreWilsonIntervals() {
        assertEquals(Interval.wilson(1, 8), runs.share("payoff", 12));
        assertEquals(Interval.wilson(3, 8), runs.share("payoff", x -> x > 10));
        assertEquals(Interval.wilson(2, 8), runs.share("end", "draw"));
        assertEquals(Interval.wilson(0, 8), runs.share("payoff", 99));
        Table shares = runs.shares("end");
        assertEquals(2, shares.rowCount());
        assertEquals("draw", shares.getString(0, 0));
        assertEquals(2, shares.intColumn("runs").get(0));
        assertEquals(0.75, shares.doubleColumn("share").get(1));
        // Values that print alike must still be counted apart.
        assertEquals(4, runs.shares("tiny").rowCount());
        assertEquals(2, runs.shares("won").rowCount());
    }

    @Test
    void groupsComeInTheOrderOfTheSweep() {
        Table by = runs.by("n", "payoff");
        assertArrayEquals(new double[] {10, 5}, by.longColumn("n").asDoubleArray());
        assertArrayEquals(new double[] {11.5, 6.5}, by.doubleColumn("mean").asDoubleArray());
        Interval five = Interval.t(5, 6, 7, 8);
        assertEquals(five.low(), by.doubleColumn("low").get(1));
        assertEquals(five.high(), by.doubleColumn("high").get(1));
        assertEquals(six(), runs.where("n", 5).interval("payoff"));
        assertEquals(2, runs.where("end", "draw").runs());
    }

    private static Interval six() {
        return Interval.t(5, 6, 7, 8);
    }

    @Test
    void aSummaryIsPrintedWithFewDigits() {
        String text = runs.toString();
        assertTrue(text.contains("0.33333 ") && !text.contains("0.333333333"), text);
        assertTrue(text.contains("payoff") && !text.contains("seed"), text);
        assertTrue(!text.contains("@"), "no object hashes");
    }

    @Test
    void theTableIsACopy() {
        runs.table().removeColumns("payoff");
        assertEquals(9, runs.mean("payoff"));
    }

    @Test
    void refusesWhatIsNotThere() {
        assertThrows(IllegalArgumentException.class, () -> runs.column("reward"));
        assertThrows(IllegalArgumentException.class, () -> runs.column("end"));
        assertThrows(IllegalArgumentException.class, () -> runs.where("n", 7));
        assertThrows(IllegalArgumentException.class, () -> runs.where("end", "win"));
        assertThrows(IllegalArgumentException.class, () -> new SweepResult(Table.create("empty")));
    }

    @Test
    void curvesAndTablesAreKeptBesideTheRows() {
        SweepResult noted = Sweep.seeds(3)
                .over("n", 1, 2)
                .run((point, seed) -> Outcome.of("payoff", 1.0)
                        .and("curve", new double[] {seed, point.number("n")})
                        .and("table", new double[][] {{seed, 1}, {2, 3}}));
        assertArrayEquals(new double[] {1, 1.5}, noted.curves("curve").mean());
        assertArrayEquals(
                new double[] {1, 2}, noted.where("n", 2).curves("curve").run(1));
        assertArrayEquals(new double[][] {{1, 1}, {2, 3}}, noted.meanTable("table"));
        assertEquals(6, noted.tables("table").size());
        noted.tables("table").get(0)[0][0] = 99;
        assertArrayEquals(new double[][] {{0, 1}, {2, 3}}, noted.tables("table").get(0));
        assertEquals(List.of("n", "seed", "payoff"), noted.table().columnNames());
    }

    @Test
    void curvesAndTablesThatAreNotThereAreRefused() {
        SweepResult noted = Sweep.seeds(2)
                .run(seed -> Outcome.of("payoff", 1.0)
                        .and("table", new double[][] {{1}, {2}})
                        .and("odd", new double[1 + (int) seed]));
        refused("only [table, odd]", () -> noted.curves("payoff"));
        refused("tables of 2 rows, not curves", () -> noted.curves("table"));
        refused("same length", () -> noted.curves("odd"));
        refused("differ in shape", () -> noted.meanTable("odd"));
        refused("already has a value named a", () -> Outcome.of("a", 1).and("a", new double[1]));
    }

    private static void refused(String part, Executable wrong) {
        String message = assertThrows(IllegalArgumentException.class, wrong).getMessage();
        assertTrue(message.contains(part), message);
    }

    @Test
    void anIntervalForEachValueOfAParameter() {
        assertEquals(List.of(Interval.t(10, 11, 12, 13), Interval.t(5, 6, 7, 8)), runs.intervals("n", "payoff"));
    }

    /** What Tablesaw itself makes of a sweep. */
    @Test
    void tablesawSummarises() {
        Table means = runs.table().summarize("payoff", AggregateFunctions.mean).by("n");
        assertArrayEquals(
                new double[] {11.5, 6.5}, means.doubleColumn("Mean [payoff]").asDoubleArray());
    }
}
