package marl.game;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class JointFitTest {
    /** Fits are exact up to rounding; tables here have entries of at most 100. */
    private static final double ROUNDING = 1e-9;

    private static final double[][] QTRAN = Games.qtran().payoffMatrix(0);
    private static final double[][] TWO_STEP = {{0, 1}, {1, 8}};

    private static void assertTable(double[][] expected, double[][] values) {
        for (int r = 0; r < expected.length; r++) {
            assertArrayEquals(expected[r], values[r], ROUNDING);
        }
    }

    @Test
    void additiveFitsInClosedForm() {
        JointFit small = JointFit.additive(TWO_STEP);
        assertTable(new double[][] {{-1.5, 2.5}, {2.5, 6.5}}, small.values());
        assertEquals(9, small.squaredError(), ROUNDING);
        assertArrayEquals(new int[] {1, 1}, small.greedy());
        JointFit qtran = JointFit.additive(QTRAN);
        assertTable(
                new double[][] {
                    {-56 / 9., -44 / 9., -44 / 9.}, {-44 / 9., -32 / 9., -32 / 9.}, {-44 / 9., -32 / 9., -32 / 9.}
                },
                qtran.values());
        assertArrayEquals(new int[] {1, 1}, qtran.greedy(), "the first of the two equal actions");
    }

    /** Hand-computed: with the 8 on top the rest is one block, with it at the bottom the zeros stand and -8 is a mean. */
    @Test
    void monotoneFitsOfTheQtranTable() {
        JointFit best = JointFit.monotone(QTRAN);
        assertEquals(288, best.squaredError(), ROUNDING);
        assertTable(new double[][] {{8, -6, -6}, {-6, -6, -6}, {-6, -6, -6}}, best.values());
        assertArrayEquals(new int[] {0, 0}, best.greedy(), "the best fit of all picks the optimum");
        List<JointFit> local = JointFit.monotoneByOrder(QTRAN);
        assertEquals(best, local.get(0));
        assertArrayEquals(new double[] {288, 315 + 3 / 7., 320}, Arrays.copyOf(distinctErrors(local), 3), ROUNDING);
        JointFit caught = local.stream()
                .filter(fit -> Math.abs(fit.squaredError() - 320) < ROUNDING)
                .findFirst()
                .orElseThrow();
        assertTable(new double[][] {{-8, -8, -8}, {-8, 0, 0}, {-8, 0, 0}}, caught.values());
        assertArrayEquals(new int[] {1, 1}, caught.greedy(), "what the paper prints for QMIX picks a zero");
    }

    @Test
    void supermodularFitsOfTheQtranTable() {
        List<JointFit> local = JointFit.supermodularByOrder(QTRAN);
        assertArrayEquals(new double[] {288, 320, 12064 / 27.}, distinctErrors(local), ROUNDING);
        assertEquals(local.get(0), JointFit.supermodular(QTRAN));
        assertTable(JointFit.monotone(QTRAN).values(), local.get(0).values());
        assertTable(
                new double[][] {{-8, -8, -8}, {-8, 0, 0}, {-8, 0, 0}},
                local.get(1).values());
    }

    /** Six errors; the three in between are not at rest, as a better pair of orders fits their ties. */
    @Test
    void theFitsOfEachOrderHoldTheLocalOptima() {
        List<JointFit> all = JointFit.supermodularInEachOrder(QTRAN);
        double[] errors = {288, 320, 411.4286, 440, 12064 / 27., 458.6667};
        assertArrayEquals(errors, distinctErrors(all), 1e-4);
        assertTrue(all.containsAll(JointFit.supermodularByOrder(QTRAN)));
    }

    /** Monotone is not enough: where differences decrease, a convex mixer does no better than a sum. */
    @Test
    void decreasingDifferencesLeaveTheAdditiveFit() {
        double[][] table = {{0, 1}, {1, 1.1}};
        assertEquals(0, JointFit.monotone(table).squaredError(), ROUNDING);
        assertEquals(0.2025, JointFit.supermodular(table).squaredError(), ROUNDING);
        assertTable(
                JointFit.additive(table).values(), JointFit.supermodular(table).values());
        assertEquals(0, JointFit.supermodular(TWO_STEP).squaredError(), ROUNDING);
    }

    @Test
    void theBestFitOfThePenaltyGamePicksTheSafeAction() {
        double[][] table = Games.penalty(-100).payoffMatrix(0);
        for (JointFit fit : List.of(JointFit.monotone(table), JointFit.supermodular(table))) {
            assertArrayEquals(new int[] {1, 1}, fit.greedy());
            assertNotEquals(10, table[fit.greedy()[0]][fit.greedy()[1]]);
        }
    }

    private static double[] distinctErrors(List<JointFit> fits) {
        return fits.stream()
                .mapToDouble(fit -> Math.rint(fit.squaredError() * 1e9) / 1e9)
                .distinct()
                .toArray();
    }

    private static double[][] random(long seed, int rows, int columns) {
        Random random = new Random(seed);
        // Whole numbers have ties, the others have not.
        if (random.nextBoolean()) {
            return RandomGames.table(random, rows, columns, 9);
        }
        double[][] table = new double[rows][columns];
        for (double[] row : table) {
            Arrays.setAll(row, c -> 5 * random.nextGaussian());
        }
        return table;
    }

    @Property(tries = 150)
    void eachClassFitsAtLeastAsWellAsTheOneInIt(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 4) int rows,
            @ForAll @IntRange(min = 1, max = 4) int columns) {
        double[][] table = random(seed, rows, columns);
        double additive = JointFit.additive(table).squaredError();
        double supermodular = JointFit.supermodular(table).squaredError();
        double monotone = JointFit.monotone(table).squaredError();
        assertTrue(monotone <= supermodular + ROUNDING, monotone + " and " + supermodular);
        assertTrue(supermodular <= additive + ROUNDING, supermodular + " and " + additive);
    }

    @Property(tries = 100)
    void fittingAFitChangesNothing(@ForAll long seed, @ForAll @IntRange(min = 1, max = 4) int rows) {
        double[][] table = random(seed, rows, 3);
        for (Function<double[][], JointFit> fit : List.<Function<double[][], JointFit>>of(
                JointFit::additive, JointFit::monotone, JointFit::supermodular)) {
            JointFit once = fit.apply(table);
            JointFit twice = fit.apply(once.values());
            assertEquals(0, twice.squaredError(), ROUNDING);
            assertTable(once.values(), twice.values());
            assertArrayEquals(once.greedy(), twice.greedy());
        }
    }

    /** The nearest point of a cone is orthogonal to what is left over: for every local optimum, not only for the best. */
    @Property(tries = 100)
    void whatIsLeftOverIsOrthogonalToTheFit(@ForAll long seed, @ForAll @IntRange(min = 1, max = 4) int columns) {
        double[][] table = random(seed, 3, columns);
        List<JointFit> all = new java.util.ArrayList<>(JointFit.monotoneByOrder(table));
        all.addAll(JointFit.supermodularByOrder(table));
        all.add(JointFit.additive(table));
        for (JointFit fit : all) {
            double product = 0;
            for (int r = 0; r < 3; r++) {
                for (int c = 0; c < columns; c++) {
                    product += (table[r][c] - fit.values()[r][c]) * fit.values()[r][c];
                }
            }
            assertEquals(0, product, ROUNDING);
        }
    }

    /** A monotone table, its rows and columns shuffled, has no error, and its greedy actions are its maximum. */
    @Property(tries = 100)
    void monotoneTablesAreFittedExactly(@ForAll long seed) {
        Random random = new Random(seed);
        double[][] rising = new double[4][4];
        for (int r = 0; r < 4; r++) {
            for (int c = 0; c < 4; c++) {
                double least = Math.max(r > 0 ? rising[r - 1][c] : -5, c > 0 ? rising[r][c - 1] : -5);
                rising[r][c] = least + random.nextInt(3);
            }
        }
        int[] rows = OrderSearch.orders(4).get(random.nextInt(24));
        int[] columns = OrderSearch.orders(4).get(random.nextInt(24));
        double[][] table = new double[4][4];
        for (int r = 0; r < 4; r++) {
            for (int c = 0; c < 4; c++) {
                table[rows[r]][columns[c]] = rising[r][c];
            }
        }
        JointFit fit = JointFit.monotone(table);
        assertEquals(0, fit.squaredError(), ROUNDING);
        assertTable(table, fit.values());
        assertEquals(rising[3][3], table[fit.greedy()[0]][fit.greedy()[1]]);
    }

    @Test
    void fiveByFiveIsSmallEnoughAndScalesDoNotMatter() {
        double[][] table = random(5, 5, 5);
        double error = JointFit.supermodular(table).squaredError();
        for (double scale : new double[] {1e-6, 1e6}) {
            double[][] scaled = Arrays.stream(table)
                    .map(row -> Arrays.stream(row).map(x -> x * scale).toArray())
                    .toArray(double[][]::new);
            assertEquals(error, JointFit.supermodular(scaled).squaredError() / scale / scale, 1e-9 * error);
        }
    }

    @Test
    void allEqualPayoffsAreFittedAndTheFirstActionsPicked() {
        JointFit flat = JointFit.monotone(new double[2][3]);
        assertEquals(0, flat.squaredError());
        assertArrayEquals(new int[] {0, 0}, flat.greedy());
        assertEquals(
                1, JointFit.supermodularByOrder(new double[][] {{7, 7}, {7, 7}}).size());
    }

    @Test
    void arraysAreCopiedAndTheTextSaysItAll() {
        double[][] table = {{0, 1}, {1, 8}};
        JointFit fit = JointFit.additive(table);
        table[0][0] = 99;
        fit.values()[0][0] = 99;
        fit.greedy()[0] = 99;
        assertEquals(JointFit.additive(TWO_STEP), fit);
        assertEquals("squared error 9, greedy (1, 1), values (-1.5, 2.5), (2.5, 6.5)", fit.toString());
    }

    @Test
    void refusesWhatIsTooLargeOrNoTable() {
        String said = assertThrows(IllegalArgumentException.class, () -> JointFit.monotone(new double[6][2]))
                .getMessage();
        assertTrue(said.contains("6x2") && said.contains("additive"), said);
        assertThrows(IllegalArgumentException.class, () -> JointFit.supermodularByOrder(new double[2][6]));
        assertThrows(IllegalArgumentException.class, () -> JointFit.additive(new double[0][0]));
        assertThrows(IllegalArgumentException.class, () -> JointFit.additive(new double[][] {{1, 2}, {3}}));
        assertThrows(IllegalArgumentException.class, () -> JointFit.monotone(new double[][] {{1, Double.NaN}}));
        assertEquals(0, JointFit.additive(new double[40][30]).squaredError());
    }
}
