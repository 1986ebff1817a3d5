package marl.game;

import java.util.Arrays;

/**
 * Replicator dynamics of one population in which everybody meets everybody (Taylor and Jonker 1978): the share of a type
 * grows with how much better than the average it does, {@code dx_i/dt = x_i ((A x)_i - x' A x)}.
 *
 * <p>Integrated with Runge and Kutta's classical method of order four. A share of 0 stays 0 for ever. Changes as it runs.
 */
public final class Replicator {
    private static final double SUM_TOLERANCE = 1e-6;

    private final double[][] payoff;
    private double[] shares;
    private double time;

    /**
     * A population.
     *
     * @param payoff what the row's type is paid when it meets the column's, [row][column]
     * @param shares the share of each type at the beginning, copied
     * @throws IllegalArgumentException if the table is not square and finite, or the shares are no distribution
     */
    public Replicator(double[][] payoff, double... shares) {
        GameArguments.finiteTable(payoff);
        GameArguments.table(payoff, payoff.length, payoff.length, "payoffs of a population");
        double sum = Arrays.stream(shares).sum();
        if (shares.length != payoff.length
                || Arrays.stream(shares).anyMatch(x -> !(x >= 0))
                || Math.abs(sum - 1) > SUM_TOLERANCE) {
            throw new IllegalArgumentException("Give one share of at least 0 for each of the " + payoff.length
                    + " types, adding up to 1, not " + Arrays.toString(shares) + ".");
        }
        this.payoff = Arrays.stream(payoff).map(double[]::clone).toArray(double[][]::new);
        this.shares = shares.clone();
    }

    /** The share of each type now, a new array. */
    public double[] shares() {
        return shares.clone();
    }

    /** How much time has passed. */
    public double time() {
        return time;
    }

    /** What a type earns on average now. */
    public double fitness(int type) {
        double sum = 0;
        for (int j = 0; j < shares.length; j++) {
            sum += payoff[type][j] * shares[j];
        }
        return sum;
    }

    /** What the population earns on average now. */
    public double meanFitness() {
        double sum = 0;
        for (int i = 0; i < shares.length; i++) {
            sum += shares[i] * fitness(i);
        }
        return sum;
    }

    /**
     * Lets time pass.
     *
     * @param steps how many steps
     * @param dt the length of a step
     * @return this population
     * @throws IllegalArgumentException if there are fewer than 0 steps or a step is not positive
     */
    public Replicator run(int steps, double dt) {
        if (steps < 0 || !(dt > 0)) {
            throw new IllegalArgumentException(
                    "Time passes in 0 or more steps of positive length, not " + steps + " of " + dt + ".");
        }
        for (int step = 0; step < steps; step++) {
            double[] k1 = growth(shares);
            double[] k2 = growth(ahead(k1, dt / 2));
            double[] k3 = growth(ahead(k2, dt / 2));
            double[] k4 = growth(ahead(k3, dt));
            double[] next = new double[shares.length];
            for (int i = 0; i < next.length; i++) {
                next[i] = shares[i] + dt / 6 * (k1[i] + 2 * k2[i] + 2 * k3[i] + k4[i]);
            }
            // Where the mean payoff is negative, a rounding error of the sum would grow exponentially.
            double sum = Arrays.stream(next).sum();
            for (int i = 0; i < next.length; i++) {
                next[i] /= sum;
            }
            shares = next;
            time += dt;
        }
        return this;
    }

    private double[] ahead(double[] slope, double dt) {
        double[] there = shares.clone();
        for (int i = 0; i < there.length; i++) {
            there[i] += dt * slope[i];
        }
        return there;
    }

    private double[] growth(double[] x) {
        int n = x.length;
        double[] growth = new double[n];
        double mean = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                growth[i] += payoff[i][j] * x[j];
            }
            mean += x[i] * growth[i];
        }
        for (int i = 0; i < n; i++) {
            growth[i] = x[i] * (growth[i] - mean);
        }
        return growth;
    }

    @Override
    public String toString() {
        return "shares " + Arrays.toString(shares) + " at time " + time;
    }
}
