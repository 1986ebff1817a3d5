package marl.deep;

import marl.nn.Tensor;

/**
 * What a team is paid on average in a game of one step, as a function of the probabilities with which its agents act. Where it is
 * known, its gradient is the policy gradient without any of the noise that sampled actions bring.
 */
@FunctionalInterface
public interface ExpectedReward {
    /**
     * The mean reward of each game, [games, 1], recorded on the tape of the probabilities.
     *
     * @param probabilities of the actions, [games * agents, actions], agents fastest
     * @param states the state of each game, [game][coordinate]
     */
    Tensor of(Tensor probabilities, double[][] states);

    /**
     * {@code marl.env.Levers}: lever l is pulled by somebody with probability 1 - prod_i (1 - p_il), and the sum of these over the
     * levers is the mean number d of different levers; (d - 1) / (m - 1) is paid. Agents draw independently, given what was said.
     */
    static ExpectedReward levers() {
        return (probabilities, states) -> {
            int m = probabilities.columns();
            Tensor joint = probabilities.reshape(states.length, m * m);
            Tensor nobody = joint.slice(0, m).times(-1).plus(1);
            for (int i = 1; i < m; i++) {
                nobody = nobody.times(joint.slice(i * m, (i + 1) * m).times(-1).plus(1));
            }
            // d - 1 = m - 1 - sum of nobody.
            return nobody.rowSums().times(-1.0 / (m - 1)).plus(1);
        };
    }

    /** {@code marl.env.WhomToAsk}: the mean over the agents of the probability of the number that each needs. */
    static ExpectedReward whomToAsk() {
        return (probabilities, states) -> {
            int n = states[0].length / 2;
            int[] right = new int[states.length * n];
            for (int g = 0; g < states.length; g++) {
                for (int i = 0; i < n; i++) {
                    right[g * n + i] = (int) states[g][(int) states[g][n + i]];
                }
            }
            return probabilities
                    .gather(right)
                    .reshape(states.length, n)
                    .rowSums()
                    .times(1.0 / n);
        };
    }
}
