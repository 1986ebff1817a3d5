package marl.check;

import static marl.exercise.Expect.given;
import static marl.exercise.Expect.show;
import static marl.exercise.Part.part;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import marl.exercise.Cases;
import marl.exercise.Checks;
import marl.exercise.Lesson06;
import marl.exercise.Lesson06.Table;
import marl.game.Games;
import marl.game.JointFit;

/** The checks of 06-4 and 06-5: payoff tables judged by the best that a mixer of QMIX's kind can do with them. */
final class TableCheck {

    /** What counts as an error of the fit, as a share of the table's sum of squares; the solver is good to 1e-9. */
    private static final double SHARE = 1e-6;

    /** All orders of 0 .. n-1 for n up to 3: the lessons show square tables of two or three actions. */
    private static final List<List<int[]>> ORDERS = List.of(orders(0), orders(1), orders(2), orders(3));

    private static final List<double[][]> KNOWN = known();

    private TableCheck() {}

    static Checks<Table> beyond() {
        return Checks.of(
                Lesson06.BEYOND,
                part(
                        "a table of your own that the best fit misses",
                        2,
                        "Rising in both actions is not enough to be representable; look at what the second table of the"
                                + " lesson lacks, and make one of your own that lacks it too.",
                        TableCheck::ownAndMissed));
    }

    static Checks<Table> misled() {
        return Checks.of(
                Lesson06.MISLED,
                part(
                        "a table of your own that the best fit misses",
                        1,
                        "Change the numbers of a known table by more than a shift or a scale, until the best fit has"
                                + " errors.",
                        TableCheck::ownAndMissed),
                part(
                        "and picks a worse joint action",
                        2,
                        "Two good joint actions that share no action, and a heavy penalty between them.",
                        TableCheck::astray));
    }

    private static double[][] table(Table answer) {
        double[][] table = answer.table();
        boolean right = table != null && table.length >= 2 && table.length <= 4;
        for (int r = 0; right && r < table.length; r++) {
            right = table[r] != null
                    && table[0] != null
                    && table[r].length == table[0].length
                    && table[r].length >= 2
                    && table[r].length <= 4
                    && Arrays.stream(table[r]).allMatch(x -> Math.abs(x) <= 1_000);
        }
        given("your table")
                .that(
                        right,
                        "2 to 4 rows of 2 to 4 numbers between -1000 and 1000, all rows equally long",
                        "%s",
                        show(table));
        return Draw.copy(table);
    }

    /**
     * The table between 0 and 1, to a millionth. Neither changes what a mixer can do with it, but the solver gives up on
     * numbers that differ by many orders of magnitude, and takes small differences of large numbers for rounding.
     */
    private static double[][] unit(double[][] table) {
        double least = least(table);
        double spread = spread(table);
        return map(table, x -> Math.rint(1e6 * ((x - least) / spread)) / 1e6);
    }

    private static double least(double[][] table) {
        return -largest(map(table, x -> -x));
    }

    private static double spread(double[][] table) {
        return Math.max(largest(table) - least(table), Double.MIN_VALUE);
    }

    private static double[][] map(double[][] table, DoubleUnaryOperator change) {
        return Arrays.stream(table)
                .map(row -> Arrays.stream(row).map(change).toArray())
                .toArray(double[][]::new);
    }

    private static double squares(double[][] table) {
        double mean =
                Arrays.stream(table).flatMapToDouble(Arrays::stream).average().orElseThrow();
        return Arrays.stream(table)
                .flatMapToDouble(Arrays::stream)
                .map(x -> (x - mean) * (x - mean))
                .sum();
    }

    private static void ownAndMissed(Table answer, Cases cases) {
        double[][] table = table(answer);
        double[][] unit = withoutTwins(unit(table));
        for (double[][] known : KNOWN) {
            given("table %s", show(table))
                    .that(
                            !isSame(unit, known),
                            "a table of your own",
                            "a table that the lessons show, perhaps shifted, scaled, turned upside down, with its actions"
                                    + " renamed or with one of them twice");
        }
        missed(table);
    }

    /** The tables that the lessons show, each between 0 and 1. */
    private static List<double[][]> known() {
        List<double[][]> known = new ArrayList<>();
        known.add(new double[][] {{0, 1}, {1, 1.1}});
        known.add(Games.qtran().payoffMatrix(0));
        known.add(Games.climbing().payoffMatrix(0));
        for (int k = -1_000; k <= 0; k++) {
            known.add(new double[][] {{10, 0, k}, {0, 2, 0}, {k, 0, 10}});
        }
        return known.stream()
                .map(TableCheck::unit)
                .flatMap(table -> Stream.of(table, map(table, x -> 1 - x)))
                .map(TableCheck::withoutTwins)
                .toList();
    }

    /** The table with each of several equal rows, and columns, once. */
    private static double[][] withoutTwins(double[][] table) {
        return transposed(withoutTwinRows(transposed(withoutTwinRows(table))));
    }

    private static double[][] withoutTwinRows(double[][] table) {
        List<double[]> kept = new ArrayList<>();
        for (double[] row : table) {
            boolean twin = kept.stream()
                    .anyMatch(other ->
                            IntStream.range(0, row.length).allMatch(c -> Math.abs(row[c] - other[c]) <= 1e-5));
            if (!twin) {
                kept.add(row);
            }
        }
        return kept.toArray(double[][]::new);
    }

    /** Whether two tables are the same but for the names of the actions and of the agents. */
    private static boolean isSame(double[][] table, double[][] known) {
        return isRenamed(table, known) || isRenamed(table, transposed(known));
    }

    private static boolean isRenamed(double[][] table, double[][] known) {
        if (table.length != known.length || table[0].length != known[0].length) {
            return false;
        }
        List<int[]> orders = ORDERS.get(table.length);
        for (int[] rows : orders) {
            for (int[] columns : orders) {
                boolean same = true;
                for (int i = 0; same && i < table.length * columns.length; i++) {
                    int r = i / columns.length;
                    int c = i % columns.length;
                    same = Math.abs(table[rows[r]][columns[c]] - known[r][c]) <= 1e-5;
                }
                if (same) {
                    return true;
                }
            }
        }
        return false;
    }

    private static List<int[]> orders(int n) {
        List<int[]> orders = new ArrayList<>();
        for (int number = 0; number < Math.pow(n, n); number++) {
            int[] order = new int[n];
            int rest = number;
            for (int i = 0; i < n; i++) {
                order[i] = rest % n;
                rest /= n;
            }
            if (Arrays.stream(order).distinct().count() == n) {
                orders.add(order);
            }
        }
        return orders;
    }

    private static double[][] transposed(double[][] table) {
        double[][] turned = new double[table[0].length][table.length];
        for (int r = 0; r < table.length; r++) {
            for (int c = 0; c < table[r].length; c++) {
                turned[c][r] = table[r][c];
            }
        }
        return turned;
    }

    private static void missed(double[][] table) {
        double[][] unit = unit(table);
        double error = JointFit.supermodular(unit).squaredError();
        given("table %s", show(table))
                .that(
                        error > SHARE * squares(unit),
                        "a table that no mixer of this kind can be, so a best fit with errors",
                        "a best fit whose squared errors add up to %s",
                        show(error * spread(table) * spread(table)));
    }

    private static void astray(Table answer, Cases cases) {
        double[][] table = table(answer);
        double[][] unit = unit(table);
        double optimum = largest(unit);
        double least = JointFit.supermodular(unit).squaredError();
        double margin = SHARE * Math.sqrt(squares(unit));
        for (JointFit fit : JointFit.supermodularByOrder(unit)) {
            if (fit.squaredError() > least + SHARE * squares(unit)) {
                continue;
            }
            double top = largest(fit.values());
            double[][] shown = map(fit.values(), x -> least(table) + x * spread(table));
            for (int r = 0; r < table.length; r++) {
                for (int c = 0; c < table[r].length; c++) {
                    boolean chosen = fit.values()[r][c] >= top - margin;
                    given("table %s, whose best fit is %s", show(table), show(shown))
                            .that(
                                    !chosen || unit[r][c] < optimum - margin,
                                    "the largest number of the fit where the table has less than its maximum",
                                    "row %d, column %d is among the largest of the fit and pays %s, which is the maximum",
                                    r,
                                    c,
                                    show(table[r][c]));
                }
            }
        }
    }

    private static double largest(double[][] table) {
        return Arrays.stream(table).flatMapToDouble(Arrays::stream).max().orElseThrow();
    }
}
