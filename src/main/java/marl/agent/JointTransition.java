package marl.agent;

import java.util.Arrays;

/**
 * What a whole team lived through in one step, seen from above; what a {@link TeamLearner} learns from. This is training
 * knowledge: acting never gets to see it. The arrays are not copied and not to be changed.
 *
 * @param state the whole situation before acting
 * @param observations what each agent saw, [agent][coordinate]
 * @param legal which actions each might take, [agent][action]
 * @param actions what each did, [agent]
 * @param reward what the team was paid
 * @param nextState the whole situation afterwards, the final one after an ending
 * @param nextObservations what each saw afterwards, [agent][coordinate]
 * @param nextLegal which actions each may take next, [agent][action]
 * @param terminated the world ended: nothing follows, so nothing is bootstrapped
 * @param truncated a time limit cut the episode off: the world would have gone on, so the next value still counts
 */
public record JointTransition(
        double[] state,
        double[][] observations,
        boolean[][] legal,
        int[] actions,
        double reward,
        double[] nextState,
        double[][] nextObservations,
        boolean[][] nextLegal,
        boolean terminated,
        boolean truncated) {

    /** One agent's step as that of a team of one, without a state and without a mask of what was legal before. */
    public static JointTransition of(Transition own) {
        return new JointTransition(
                new double[0],
                new double[][] {own.observation()},
                new boolean[0][],
                new int[] {own.action()},
                own.reward(),
                new double[0],
                new double[][] {own.nextObservation()},
                own.nextLegal().length == 0 ? new boolean[0][] : new boolean[][] {own.nextLegal()},
                own.terminated(),
                own.truncated());
    }

    /** Whether this was the last step of its episode. */
    public boolean over() {
        return terminated || truncated;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof JointTransition t
                && Double.compare(reward, t.reward) == 0
                && terminated == t.terminated
                && truncated == t.truncated
                && Arrays.equals(state, t.state)
                && Arrays.equals(nextState, t.nextState)
                && Arrays.equals(actions, t.actions)
                && Arrays.deepEquals(observations, t.observations)
                && Arrays.deepEquals(nextObservations, t.nextObservations)
                && Arrays.deepEquals(legal, t.legal)
                && Arrays.deepEquals(nextLegal, t.nextLegal);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(state) + Arrays.hashCode(actions);
    }

    @Override
    public String toString() {
        return "JointTransition[state " + Arrays.toString(state) + ", actions " + Arrays.toString(actions)
                + ", reward " + reward + " -> " + Arrays.toString(nextState)
                + (terminated ? ", terminated" : "")
                + (truncated ? ", truncated" : "")
                + "]";
    }
}
