package marl.env;

import java.util.Arrays;

/**
 * What comes back from one step of a {@link MarkovGame}.
 *
 * <p>The two endings differ in what the future is worth. <b>Terminated</b>: the world has ended, nothing follows, a
 * learner's target is the reward alone. <b>Truncated</b>: only the watching has ended (a time limit); the world would go
 * on, and the target still counts the value of the last observation (Pardo et al. 2018, "Time limits in reinforcement
 * learning").
 *
 * @param observations what each agent sees now, [agent][coordinate]; after an ending, the final observation
 * @param rewards one for each agent
 * @param terminated the world has ended
 * @param truncated a time limit cut the episode off
 */
public record Step(double[][] observations, double[] rewards, boolean terminated, boolean truncated) {
    /** Whether the episode has ended either way. */
    public boolean over() {
        return terminated || truncated;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Step s
                && terminated == s.terminated
                && truncated == s.truncated
                && Arrays.equals(rewards, s.rewards)
                && Arrays.deepEquals(observations, s.observations);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(rewards) + Arrays.deepHashCode(observations);
    }

    @Override
    public String toString() {
        return "Step[observations=" + Arrays.deepToString(observations) + ", rewards=" + Arrays.toString(rewards)
                + ", terminated=" + terminated + ", truncated=" + truncated + "]";
    }
}
