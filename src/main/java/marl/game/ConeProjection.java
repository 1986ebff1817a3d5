package marl.game;

import java.util.Arrays;
import org.ojalgo.matrix.decomposition.Cholesky;
import org.ojalgo.matrix.store.R064Store;

/**
 * The nearest point, in least squares, of a cone {@code {f : A f >= 0}}.
 *
 * <p>With one multiplier of at least 0 for each row of A the answer is {@code f = y + A' m}, where m makes that vector as
 * short as possible: non-negative least squares, solved with the active set method of Lawson and Hanson ("Solving least
 * squares problems", 1974, chapter 23). It needs no step size, ends after finitely many steps, and is exact up to rounding.
 * ojAlgo's convex solver was tried first: for cones of 5 x 5 tables it returned points that were 0.1 to 2 away and called
 * them optimal. Not thread-safe.
 */
final class ConeProjection {
    /** A violation this small, against the largest of the point's own, is rounding. */
    private static final double ROUNDING = 1e-11;

    private final double[][] cone;
    private final double[][] gram;
    private final int[] active;

    /**
     * A cone by its rows.
     *
     * @param cone {@code [inequality][coordinate]}: each row times a point of the cone is at least 0; kept, not copied
     */
    ConeProjection(double[][] cone) {
        int rows = cone.length;
        this.cone = cone;
        this.gram = new double[rows][rows];
        this.active = new int[rows];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < rows; j++) {
                gram[i][j] = product(cone[i], cone[j]);
            }
        }
    }

    /**
     * The nearest point of the cone, a new array.
     *
     * @throws IllegalStateException if rounding keeps it from settling
     */
    double[] of(double... point) {
        int rows = cone.length;
        double[] violated = new double[rows];
        double largest = 0;
        for (int i = 0; i < rows; i++) {
            violated[i] = -product(cone[i], point);
            largest = Math.max(largest, violated[i]);
        }
        boolean[] used = new boolean[rows];
        double[] multipliers = new double[rows];
        int next = worst(violated, used, multipliers, ROUNDING * largest);
        for (int turn = 0; next >= 0; turn++) {
            if (turn > 10 * rows) {
                throw new IllegalStateException("The nearest point of the cone was not found after " + turn
                        + " turns; rescale numbers that differ by many orders of magnitude.");
            }
            used[next] = true;
            multipliers = settle(violated, used, multipliers);
            next = worst(violated, used, multipliers, ROUNDING * largest);
        }
        double[] nearest = point.clone();
        for (int i = 0; i < rows; i++) {
            for (int k = 0; k < nearest.length; k++) {
                nearest[k] += multipliers[i] * cone[i][k];
            }
        }
        return nearest;
    }

    /** The unused inequality that is violated most, or -1 if none is by more than the tolerance. */
    private int worst(double[] violated, boolean[] used, double[] multipliers, double tolerance) {
        int worst = -1;
        double most = tolerance;
        for (int i = 0; i < cone.length; i++) {
            double still = used[i] ? 0 : violated[i] - product(gram[i], multipliers);
            if (still > most) {
                most = still;
                worst = i;
            }
        }
        return worst;
    }

    /** Least squares over the used multipliers; those that would turn negative on the way there are given up. */
    private double[] settle(double[] violated, boolean[] used, double[] from) {
        double[] now = from;
        while (true) {
            double[] goal = leastSquares(violated, used);
            double part = 1;
            int first = -1;
            for (int i = 0; i < goal.length; i++) {
                if (used[i] && goal[i] <= 0 && now[i] / (now[i] - goal[i]) < part) {
                    part = now[i] / (now[i] - goal[i]);
                    first = i;
                }
            }
            if (first < 0) {
                return goal;
            }
            for (int i = 0; i < goal.length; i++) {
                now[i] += part * (goal[i] - now[i]);
                if (i == first || used[i] && now[i] <= 0) {
                    used[i] = false;
                    now[i] = 0;
                }
            }
        }
    }

    private double[] leastSquares(double[] violated, boolean... used) {
        int count = 0;
        for (int i = 0; i < used.length; i++) {
            if (used[i]) {
                active[count++] = i;
            }
        }
        R064Store left = R064Store.FACTORY.make(count, count);
        R064Store right = R064Store.FACTORY.make(count, 1);
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < count; j++) {
                left.set(i, j, gram[active[i]][active[j]]);
            }
            right.set(i, 0, violated[active[i]]);
        }
        double[] goal = new double[used.length];
        Cholesky<Double> cholesky = Cholesky.R064.make(count, count);
        cholesky.decompose(left);
        var solution = cholesky.getSolution(right);
        for (int i = 0; i < count; i++) {
            goal[active[i]] = solution.doubleValue(i);
        }
        return goal;
    }

    /** Whether no inequality is violated by more than the tolerance. */
    boolean contains(double[] point, double tolerance) {
        return Arrays.stream(cone).allMatch(row -> product(row, point) >= -tolerance);
    }

    private static double product(double[] a, double[] b) {
        double sum = 0;
        for (int k = 0; k < a.length; k++) {
            sum += a[k] * b[k];
        }
        return sum;
    }
}
