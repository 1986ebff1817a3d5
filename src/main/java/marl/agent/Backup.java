package marl.agent;

/**
 * What the next state is worth to a learner: the one part in which tabular methods differ. Q-learning takes the maximum,
 * expected SARSA the mean under the policy, minimax-Q the value of a matrix game.
 */
@FunctionalInterface
public interface Backup {
    /**
     * The value of a state.
     *
     * @param table the learner's values; read only
     * @param state the next state
     * @param legal which actions are legal there, at least one
     */
    double value(QTable table, int state, boolean[] legal);

    /** The largest value (Q-learning; Watkins &amp; Dayan 1992; Sutton &amp; Barto 2nd ed., equation 6.8). */
    static Backup max() {
        return QTable::max;
    }

    /**
     * The mean value under the epsilon-greedy policy over the legal actions (expected SARSA; van Seijen et al. 2009;
     * Sutton &amp; Barto 2nd ed., equation 6.9). Tied best actions have equal values, so how ties are broken does not
     * matter.
     *
     * @throws IllegalArgumentException unless epsilon is in [0, 1]
     */
    static Backup expectedEpsilonGreedy(double epsilon) {
        if (!(epsilon >= 0 && epsilon <= 1)) {
            throw new IllegalArgumentException("Epsilon is a probability, but got " + epsilon + ".");
        }
        return (table, state, legal) -> {
            double best = table.max(state, legal);
            double sum = 0;
            int count = 0;
            for (int a = 0; a < table.actions(); a++) {
                if (legal[a]) {
                    sum += table.get(state, a);
                    count++;
                }
            }
            return epsilon * sum / count + (1 - epsilon) * best;
        };
    }
}
