package marl.game;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The best a class of joint values can do with a two-agent payoff table: the table of that class with the least sum of
 * squared errors, every cell counting the same. It is where learning from uniformly random actions would end if nothing
 * but the class stood in its way.
 *
 * <p>The classes, each within the next:
 *
 * <ul>
 *   <li>{@link #additive}: a value for each row plus one for each column, as VDN has (Sunehag et al. 2018).
 *   <li>{@link #supermodular}: monotone, and with increasing differences {@code f[i+1][j+1] - f[i+1][j] - f[i][j+1] +
 *       f[i][j] >= 0}. Every mixer with one hidden layer, weights of at least 0 and a convex activation, such as QMIX's
 *       (Rashid et al. 2018), is in it, and with enough hidden units comes as near to all of it as you like.
 *   <li>{@link #monotone}: never falling where an agent's own value rises.
 * </ul>
 *
 * <p>(Additive tables are in the others because each agent may order its actions by its own values.)
 *
 * <p>For one <b>order</b> of the rows and one of the columns the last two are convex cones with a unique fit; the best fit is
 * the best over all pairs of orders. The fits by order show what else a learner can be caught in. Awkward: n! m! quadratic
 * programs, so at most 5 actions each, which take about a second.
 *
 * @param values the fitted table, {@code [row][column]}, in units of payoff; copied in and out
 * @param squaredError the sum of squared differences from the table over all cells
 * @param greedy the row and the column of two agents that each pick the top of their own order; the first of equals
 */
public record JointFit(double[][] values, double squaredError, int[] greedy) {
    private static final int MOST_ACTIONS = 5;
    /** Numbers this close, in units of the table's largest entry, count as equal. */
    static final double SAME = 1e-9;

    /** Copies. */
    public JointFit {
        values = copy(values);
        greedy = greedy.clone();
    }

    /**
     * The best sum {@code a_r + b_c}: row mean plus column mean minus grand mean.
     *
     * @throws IllegalArgumentException if the table is empty, not rectangular, or not finite
     */
    public static JointFit additive(double[][] table) {
        GameArguments.finiteTable(table);
        int rows = table.length;
        int columns = table[0].length;
        double[] rowMeans = new double[rows];
        double[] columnMeans = new double[columns];
        double mean = 0;
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                rowMeans[r] += table[r][c] / columns;
                columnMeans[c] += table[r][c] / rows;
                mean += table[r][c] / rows / columns;
            }
        }
        double[][] values = new double[rows][columns];
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                values[r][c] = rowMeans[r] + columnMeans[c] - mean;
            }
        }
        return of(table, values);
    }

    /**
     * The best table that never falls along some order of the rows and some order of the columns; among equally good ones
     * the first in lexicographic order.
     *
     * @throws IllegalArgumentException if the table is empty, not rectangular, not finite, or larger than 5 x 5
     */
    public static JointFit monotone(double[][] table) {
        return monotoneByOrder(table).get(0);
    }

    /**
     * The best table that is monotone and has increasing differences in some pair of orders; otherwise as
     * {@link #monotone}.
     */
    public static JointFit supermodular(double[][] table) {
        return supermodularByOrder(table).get(0);
    }

    /**
     * The local optima of the monotone fit, the best first: the best table for each pair of orders, equal tables once, and
     * without those whose ties fit another pair of orders that has a better one.
     */
    public static List<JointFit> monotoneByOrder(double[][] table) {
        requireSmall(table);
        return OrderSearch.optima(table, OrderedTables.monotone(table.length, table[0].length));
    }

    /** The local optima of the supermodular fit; otherwise as {@link #monotoneByOrder}. */
    public static List<JointFit> supermodularByOrder(double[][] table) {
        requireSmall(table);
        return OrderSearch.optima(table, OrderedTables.supermodular(table.length, table[0].length));
    }

    /**
     * The best supermodular table for <b>each</b> pair of orders, the best first, equal tables once. Those that
     * {@link #supermodularByOrder} leaves out are no local optima: their ties fit another pair of orders with a better one.
     */
    public static List<JointFit> supermodularInEachOrder(double[][] table) {
        requireSmall(table);
        return OrderSearch.all(table, OrderedTables.supermodular(table.length, table[0].length));
    }

    /** These values as a fit of the table. */
    static JointFit of(double[][] table, double[][] values) {
        double error = 0;
        double[] rowSums = new double[table.length];
        double[] columnSums = new double[table[0].length];
        for (int r = 0; r < rowSums.length; r++) {
            for (int c = 0; c < columnSums.length; c++) {
                double distance = values[r][c] - table[r][c];
                error += distance * distance;
                rowSums[r] += values[r][c];
                columnSums[c] += values[r][c];
            }
        }
        double tie = SAME * GameArguments.finiteTable(table) * table.length * table[0].length;
        return new JointFit(values, error, new int[] {top(tie, rowSums), top(tie, columnSums)});
    }

    /** The first with the largest sum: where the table rises along an order, so do the sums. */
    private static int top(double tie, double... sums) {
        int top = 0;
        double largest = Arrays.stream(sums).max().orElseThrow();
        while (sums[top] < largest - tie) {
            top++;
        }
        return top;
    }

    private static void requireSmall(double[][] table) {
        GameArguments.finiteTable(table);
        if (table.length > MOST_ACTIONS || table[0].length > MOST_ACTIONS) {
            throw new IllegalArgumentException("Fits over all orders are for tables of up to " + MOST_ACTIONS + "x"
                    + MOST_ACTIONS + ", but this one is " + table.length + "x" + table[0].length
                    + "; fit a part of it, or use JointFit.additive.");
        }
    }

    /** The fitted table, a copy. */
    @Override
    public double[][] values() {
        return copy(values);
    }

    /** The row and the column, a copy. */
    @Override
    public int[] greedy() {
        return greedy.clone();
    }

    /** Whether all values are within {@code tolerance} of the other fit's. */
    public boolean isNear(JointFit other, double tolerance) {
        if (values.length != other.values.length || values[0].length != other.values[0].length) {
            return false;
        }
        for (int r = 0; r < values.length; r++) {
            for (int c = 0; c < values[r].length; c++) {
                if (!(Math.abs(values[r][c] - other.values[r][c]) <= tolerance)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static double[][] copy(double[][] rows) {
        return Arrays.stream(rows).map(double[]::clone).toArray(double[][]::new);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof JointFit fit
                && Double.compare(squaredError, fit.squaredError) == 0
                && Arrays.equals(greedy, fit.greedy)
                && Arrays.deepEquals(values, fit.values);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.deepHashCode(values) + Arrays.hashCode(greedy);
    }

    /** For example {@code squared error 288, greedy (0, 0), values (8, -6), (-6, -6)}: numbers to four decimals. */
    @Override
    public String toString() {
        return "squared error " + GameText.number(squaredError) + ", greedy (" + greedy[0] + ", " + greedy[1]
                + "), values " + Arrays.stream(values).map(GameText::vector).collect(Collectors.joining(", "));
    }
}
