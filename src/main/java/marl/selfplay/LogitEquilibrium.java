package marl.selfplay;

import java.util.Arrays;
import org.ojalgo.matrix.decomposition.LU;
import org.ojalgo.matrix.store.MatrixStore;
import org.ojalgo.matrix.store.R064Store;

/**
 * The equilibrium of largest entropy of a zero-sum game that looks the same from both seats. It is the limit of logit
 * equilibria {@code p ~ exp(A p / tau)}, which maximise payoff plus tau times entropy, as tau falls; each is found by
 * Newton's method from the one before.
 */
final class LogitEquilibrium {
    private static final double FIRST_TAU = 4;
    private static final double LAST_TAU = 1e-9;
    private static final int MOST_STEPS = 200;

    /** Payoffs with largest entry 1, antisymmetric. */
    private final double[][] a;

    private double tau = FIRST_TAU;

    private LogitEquilibrium(double[][] a) {
        this.a = a;
    }

    /**
     * The equilibrium.
     *
     * @param payoffs antisymmetric, largest entry 1 in size
     */
    static double[] of(double[][] payoffs) {
        LogitEquilibrium solver = new LogitEquilibrium(payoffs);
        double[] x = new double[payoffs.length];
        solver.newton(x);
        while (solver.tau > LAST_TAU) {
            solver.tau /= 2;
            for (int i = 0; i < x.length; i++) {
                x[i] *= 2; // the same payoffs at half the tau
            }
            solver.newton(x);
        }
        return softmax(x);
    }

    /** Solves {@code x = A softmax(x) / tau} from a start nearby; steps that do not help are shortened. */
    private void newton(double[] x) {
        double[] miss = miss(x);
        for (int step = 0; step < MOST_STEPS && norm(miss) > 1e-12 / tau; step++) {
            double[] way = way(x, miss);
            double length = 1;
            double[] tried = along(x, length, way);
            double[] left = miss(tried);
            while (norm(left) >= (1 - 1e-4 * length) * norm(miss) && length > 1e-6) {
                length /= 2;
                tried = along(x, length, way);
                left = miss(tried);
            }
            System.arraycopy(tried, 0, x, 0, x.length);
            miss = left;
        }
    }

    private double[] miss(double[] x) {
        double[] p = softmax(x);
        double[] miss = x.clone();
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < x.length; j++) {
                miss[i] -= a[i][j] * p[j] / tau;
            }
        }
        return miss;
    }

    private double[] way(double[] x, double[] miss) {
        int n = x.length;
        double[] p = softmax(x);
        R064Store slope = R064Store.FACTORY.make(n, n);
        R064Store right = R064Store.FACTORY.make(n, 1);
        for (int i = 0; i < n; i++) {
            double mean = 0;
            for (int j = 0; j < n; j++) {
                mean += a[i][j] * p[j];
            }
            for (int j = 0; j < n; j++) {
                slope.set(i, j, (i == j ? 1 : 0) - p[j] * (a[i][j] - mean) / tau);
            }
            right.set(i, 0, -miss[i]);
        }
        // A is antisymmetric, so the slope's eigenvalues are 1 plus imaginary numbers: it can always be solved.
        LU<Double> lu = LU.R064.make(slope);
        lu.decompose(slope);
        MatrixStore<Double> solution = lu.getSolution(right);
        double[] way = new double[n];
        Arrays.setAll(way, i -> solution.doubleValue(i, 0));
        return way;
    }

    private static double[] along(double[] x, double length, double[] way) {
        double[] there = x.clone();
        for (int i = 0; i < there.length; i++) {
            there[i] += length * way[i];
        }
        return there;
    }

    private static double norm(double[] x) {
        return Math.sqrt(Arrays.stream(x).map(v -> v * v).sum());
    }

    private static double[] softmax(double[] x) {
        double max = Arrays.stream(x).max().orElse(0);
        double[] p = Arrays.stream(x).map(v -> Math.exp(v - max)).toArray();
        double sum = Arrays.stream(p).sum();
        return Arrays.stream(p).map(v -> v / sum).toArray();
    }
}
