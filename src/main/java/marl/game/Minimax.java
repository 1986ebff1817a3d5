package marl.game;

import java.util.Arrays;
import org.ojalgo.matrix.store.R064Store;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.linear.LinearSolver;

/** The two linear programs of this room, both posed so that zero is a feasible start. */
final class Minimax {
    private Minimax() {}

    /**
     * A mixture of columns that keeps the largest row as small as possible.
     *
     * <p>With entries scaled into [1, 2] the program is: maximise the sum of y with {@code A y <= 1, y >= 0}; y divided
     * by its sum is the mixture (Chvatal, "Linear Programming", 1983, chapter 15).
     */
    static double[] columns(double[][] table) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double[] row : table) {
            for (double entry : row) {
                low = Math.min(low, entry);
                high = Math.max(high, entry);
            }
        }
        if (high == low) {
            return MixedStrategy.pure(table[0].length, 0);
        }
        double[][] scaled = new double[table.length][table[0].length];
        for (int r = 0; r < table.length; r++) {
            for (int c = 0; c < table[r].length; c++) {
                scaled[r][c] = 1 + (table[r][c] - low) / (high - low);
            }
        }
        double[] limits = new double[table.length];
        Arrays.fill(limits, 1);
        double[] gains = new double[table[0].length];
        Arrays.fill(gains, 1);
        return MixedStrategy.normalise(maximise(gains, scaled, limits));
    }

    /** A mixture of rows that keeps the smallest column as large as possible. */
    static double[] rows(double[][] table) {
        double[][] turned = new double[table[0].length][table.length];
        for (int r = 0; r < table.length; r++) {
            for (int c = 0; c < table[r].length; c++) {
                turned[c][r] = -table[r][c];
            }
        }
        return columns(turned);
    }

    /**
     * Weights y of at least 0 that maximise {@code gains * y} with {@code table * y <= limits}; limits must be at least
     * 0.
     */
    static double[] maximise(double[] gains, double[][] table, double[] limits) {
        R064Store left = R064Store.FACTORY.make(table.length, gains.length);
        R064Store right = R064Store.FACTORY.make(table.length, 1);
        for (int r = 0; r < table.length; r++) {
            right.set(r, 0, limits[r]);
            for (int c = 0; c < gains.length; c++) {
                left.set(r, c, table[r][c]);
            }
        }
        // ojAlgo minimises.
        double[] costs = new double[gains.length];
        for (int c = 0; c < costs.length; c++) {
            costs[c] = -gains[c];
        }
        Optimisation.Result result = LinearSolver.newBuilder(costs)
                .lower(0.0)
                .inequalities(left, right)
                .solve();
        if (!result.getState().isOptimal()) {
            throw new IllegalStateException("The linear program ended as " + result.getState()
                    + "; rescale payoffs that differ by many orders of magnitude.");
        }
        double[] weights = new double[gains.length];
        for (int c = 0; c < weights.length; c++) {
            weights[c] = Math.max(0, result.doubleValue(c));
        }
        return weights;
    }
}
