package marl.solve;

import org.ojalgo.matrix.decomposition.LU;
import org.ojalgo.matrix.store.MatrixStore;
import org.ojalgo.matrix.store.R064Store;

/** The exact value of a fixed policy: one linear system instead of many sweeps. */
public final class PolicyEvaluation {
    private static final double SUM_TOLERANCE = 1e-9;

    private PolicyEvaluation() {}

    /**
     * Solves {@code (I - gamma P) V = R} for the policy's transition matrix P and mean rewards R (Sutton &amp; Barto 2nd
     * ed., equation 4.4, as a linear system). Dense, so meant for up to about a thousand states.
     *
     * @param policy probabilities, [state][action]; rows of terminal states are ignored
     * @param gamma the discount factor in [0, 1]; 1 only makes sense if the policy surely reaches a terminal state
     * @return one value for each state, 0 in terminal ones
     * @throws IllegalArgumentException for a gamma out of range, a policy of another shape, a row that is no distribution,
     *     or one that takes an action that is not available
     * @throws IllegalStateException if the values are not finite, because with gamma 1 the policy may go on for ever
     */
    public static double[] exact(FiniteMdp mdp, double[][] policy, double gamma) {
        if (!(gamma >= 0 && gamma <= 1)) {
            throw new IllegalArgumentException("The discount gamma is in [0, 1], but got " + gamma + ".");
        }
        int n = mdp.states();
        if (policy.length != n) {
            throw new IllegalArgumentException(
                    "The policy has " + policy.length + " rows for " + n + " states; give one row for each state.");
        }
        R064Store system = R064Store.FACTORY.make(n, n);
        R064Store rewards = R064Store.FACTORY.make(n, 1);
        for (int s = 0; s < n; s++) {
            system.set(s, s, 1.0);
            if (mdp.terminal(s)) {
                continue;
            }
            requireDistribution(mdp, s, policy[s]);
            for (int a = 0; a < mdp.actions(); a++) {
                double p = policy[s][a];
                rewards.add(s, 0, p * mdp.meanReward(s, a));
                for (int k = 0; p > 0 && k < mdp.outcomes(s, a); k++) {
                    system.add(s, mdp.next(s, a, k), -gamma * p * mdp.probability(s, a, k));
                }
            }
        }
        LU<Double> lu = LU.R064.make(system);
        if (!lu.decompose(system) || !lu.isSolvable()) {
            throw new IllegalStateException("With gamma = " + gamma
                    + " this policy may go on for ever; its values are not finite. Use gamma < 1.");
        }
        MatrixStore<Double> solution = lu.getSolution(rewards);
        double[] values = new double[n];
        for (int s = 0; s < n; s++) {
            values[s] = mdp.terminal(s) ? 0 : solution.doubleValue(s, 0);
        }
        return values;
    }

    /** The value of a policy that takes one action in each state; actions of terminal states are ignored. */
    public static double[] exact(FiniteMdp mdp, int[] policy, double gamma) {
        double[][] probabilities = new double[policy.length][mdp.actions()];
        for (int s = 0; s < Math.min(policy.length, mdp.states()); s++) {
            if (!mdp.terminal(s)) {
                if (policy[s] < 0 || policy[s] >= mdp.actions()) {
                    throw new IllegalArgumentException("The policy takes action " + policy[s] + " in state " + s
                            + ", but actions are 0 to " + (mdp.actions() - 1) + ".");
                }
                probabilities[s][policy[s]] = 1;
            }
        }
        return exact(mdp, probabilities, gamma);
    }

    private static void requireDistribution(FiniteMdp mdp, int state, double[] row) {
        double sum = 0;
        boolean valid = row.length == mdp.actions();
        for (int a = 0; valid && a < row.length; a++) {
            valid = row[a] >= 0 && (row[a] == 0 || mdp.available(state, a));
            sum += row[a];
        }
        if (!valid || Math.abs(sum - 1) > SUM_TOLERANCE) {
            throw new IllegalArgumentException("The policy's row of state " + state
                    + " must give its available actions probabilities that sum to 1, but is "
                    + java.util.Arrays.toString(row) + ".");
        }
    }
}
