package marl.solve;

/** Value iteration (Bellman 1957; Sutton &amp; Barto 2nd ed., section 4.4): the best look-ahead by one step, over and over. */
public final class ValueIteration {
    private static final int MOST_SWEEPS = 1_000_000;

    private ValueIteration() {}

    /**
     * Optimal values, each within the tolerance of the truth: a sweep that changes no value by more than d leaves an error
     * of at most {@code d * gamma / (1 - gamma)} (Puterman 1994, theorem 6.3.1), and that decides when to stop.
     *
     * @param gamma the discount factor in [0, 1)
     * @param tolerance how far a value may be off, positive; one below the rounding of the values themselves can never be
     *     met
     * @throws IllegalArgumentException if gamma or the tolerance is out of range
     * @throws IllegalStateException if the tolerance cannot be met
     */
    public static MdpSolution solve(FiniteMdp mdp, double gamma, double tolerance) {
        requireGamma(gamma);
        if (!(tolerance > 0)) {
            throw new IllegalArgumentException("The tolerance must be positive, but is " + tolerance + ".");
        }
        double[] values = new double[mdp.states()];
        for (int sweep = 1; sweep <= MOST_SWEEPS; sweep++) {
            double[] better = new double[values.length];
            double change = 0;
            for (int s = 0; s < values.length; s++) {
                double best = mdp.actionValue(s, 0, values, gamma);
                for (int a = 1; a < mdp.actions(); a++) {
                    best = Math.max(best, mdp.actionValue(s, a, values, gamma));
                }
                better[s] = best;
                change = Math.max(change, Math.abs(best - values[s]));
            }
            values = better;
            double error = change * gamma / (1 - gamma);
            if (error <= tolerance) {
                return new MdpSolution(mdp, gamma, values, error, sweep);
            }
        }
        throw new IllegalStateException("Value iteration has not come within " + tolerance + " after " + MOST_SWEEPS
                + " sweeps; ask for a larger tolerance or use PolicyIteration.");
    }

    static void requireGamma(double gamma) {
        if (!(gamma >= 0 && gamma < 1)) {
            throw new IllegalArgumentException(
                    "The discount gamma must be in [0, 1), or endless rewards have no finite value, but it is " + gamma
                            + ".");
        }
    }
}
