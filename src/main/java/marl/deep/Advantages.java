package marl.deep;

import marl.random.Require;

/** How much better an action was than expected, from what was paid after it. */
public final class Advantages {
    private Advantages() {}

    /**
     * Generalised advantage estimates (Schulman et al. 2016, eq. 16): the sum over l of (gamma lambda)^l times the
     * temporal-difference error l steps later, up to the end of the episode. With lambda 1 it is the return minus the value, with
     * lambda 0 the temporal-difference error alone.
     *
     * <p>The two endings differ. After a terminated step nothing follows; after a truncated one the value of the final
     * observation follows, but no later error: those belong to another episode.
     *
     * @param rewards of the steps in their order, [steps]
     * @param values what the critic says of what was seen before each step, [steps]
     * @param nextValues what it says of what was seen after it, the final observation where the episode was over, [steps]
     * @param terminated whether the world ended with the step, [steps]
     * @param over whether the episode ended with the step in either way, [steps]
     * @param gamma the discount
     * @param lambda the share of later errors
     * @return one advantage for each step, a new array
     * @throws IllegalArgumentException if lengths differ, or gamma or lambda is not in [0, 1]
     */
    public static double[] gae(
            double[] rewards,
            double[] values,
            double[] nextValues,
            boolean[] terminated,
            boolean[] over,
            double gamma,
            double lambda) {
        int n = rewards.length;
        Require.that(
                values.length == n && nextValues.length == n && terminated.length == n && over.length == n,
                "Advantages need as many values, next values and ends as rewards, which are " + n + ".");
        Require.that(
                gamma >= 0 && gamma <= 1 && lambda >= 0 && lambda <= 1,
                "Gamma and lambda are in [0, 1], not " + gamma + " and " + lambda + ".");
        double[] advantages = new double[n];
        double later = 0;
        for (int t = n - 1; t >= 0; t--) {
            double future = terminated[t] ? 0 : nextValues[t];
            double error = rewards[t] + gamma * future - values[t];
            later = error + (over[t] || terminated[t] ? 0 : gamma * lambda * later);
            advantages[t] = later;
        }
        return advantages;
    }
}
