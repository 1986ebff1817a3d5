package marl.solve;

import java.util.Arrays;
import marl.random.Require;

/**
 * A Dec-POMDP small enough to be written down whole (Oliehoek &amp; Amato 2016): what a planner may look at and an agent may not.
 * Everybody is paid the same; what an agent sees is a function of the state; after {@code horizon} steps the world ends. Joint
 * actions are numbered with the last agent's action changing fastest.
 *
 * <p>{@link #game} plays it.
 */
public final class FiniteDecPomdp {
    private static final double SUM_TOLERANCE = 1e-9;

    private final int horizon;
    private final double[] start;
    private final int[][] observations;
    private final int[] actions;
    private final double[][] rewards;
    private final double[][][] transitions;

    private FiniteDecPomdp(
            int horizon,
            double[] start,
            int[][] observations,
            int[] actions,
            double[][] rewards,
            double[][][] transitions) {
        this.horizon = horizon;
        this.start = start;
        this.observations = observations;
        this.actions = actions;
        this.rewards = rewards;
        this.transitions = transitions;
    }

    /** What a joint action, [agent], is paid in a state. */
    @FunctionalInterface
    public interface Reward {
        /** The common reward. */
        double of(int state, int[] joint);
    }

    /** Where a joint action, [agent], leads from a state. */
    @FunctionalInterface
    public interface Transition {
        /** The probability of each next state. */
        double[] of(int state, int[] joint);
    }

    /**
     * A world of one step: chance draws the state, everybody looks, acts once and is paid.
     *
     * @param start the probability of each state
     * @param observations what each agent sees in each state, a number from 0, [agent][state]
     * @param actions how many each agent has
     * @param reward what a joint action is paid
     * @throws IllegalArgumentException if a length is wrong, a number negative, or the probabilities do not sum to 1
     */
    public static FiniteDecPomdp oneStep(double[] start, int[][] observations, int[] actions, Reward reward) {
        return of(1, start, observations, actions, reward, (state, joint) -> start);
    }

    /**
     * A world of several steps.
     *
     * @param horizon how many
     * @param transition where a joint action leads; not asked after the last step
     * @throws IllegalArgumentException as {@link #oneStep} does, or if a next state's probabilities do not sum to 1
     */
    public static FiniteDecPomdp of(
            int horizon, double[] start, int[][] observations, int[] actions, Reward reward, Transition transition) {
        Require.that(horizon >= 1, "A world has at least one step, not " + horizon + ".");
        Require.that(
                actions.length >= 1 && observations.length == actions.length,
                "Say what each agent sees and how many actions it has: " + observations.length + " and "
                        + actions.length + " agents do not agree.");
        distribution(start);
        for (int i = 0; i < actions.length; i++) {
            Require.that(
                    actions[i] >= 1
                            && observations[i].length == start.length
                            && Arrays.stream(observations[i]).allMatch(o -> o >= 0),
                    "Agent " + i + " needs an action, and for each of the " + start.length
                            + " states a number from 0 that it sees.");
        }
        int joint = Arrays.stream(actions).reduce(1, Math::multiplyExact);
        double[][] rewards = new double[start.length][joint];
        double[][][] transitions = new double[start.length][joint][];
        for (int s = 0; s < start.length; s++) {
            for (int a = 0; a < joint; a++) {
                int[] each = split(a, actions);
                rewards[s][a] = reward.of(s, each);
                transitions[s][a] = transition.of(s, each).clone();
                Require.that(transitions[s][a].length == start.length, "A next state is one of " + start.length + ".");
                distribution(transitions[s][a]);
            }
        }
        return new FiniteDecPomdp(
                horizon,
                start.clone(),
                Arrays.stream(observations).map(int[]::clone).toArray(int[][]::new),
                actions.clone(),
                rewards,
                transitions);
    }

    private static void distribution(double[] p) {
        Require.that(
                Arrays.stream(p).allMatch(x -> x >= 0)
                        && Math.abs(Arrays.stream(p).sum() - 1) < SUM_TOLERANCE,
                "Probabilities are at least 0 and sum to 1, not " + Arrays.toString(p) + ".");
    }

    private static int[] split(int joint, int[] actions) {
        int[] each = new int[actions.length];
        for (int i = actions.length - 1; i >= 0; i--) {
            each[i] = joint % actions[i];
            joint /= actions[i];
        }
        return each;
    }

    /** The number of agents. */
    public int agents() {
        return actions.length;
    }

    /** The number of states. */
    public int states() {
        return start.length;
    }

    /** The number of steps. */
    public int horizon() {
        return horizon;
    }

    /** The number of an agent's actions. */
    public int actions(int agent) {
        return actions[agent];
    }

    /** The number of joint actions. */
    public int jointActions() {
        return rewards[0].length;
    }

    /** How many different things an agent may see: one more than the largest number. */
    public int observations(int agent) {
        return Arrays.stream(observations[agent]).max().orElseThrow() + 1;
    }

    /** What an agent sees in a state. */
    public int observation(int agent, int state) {
        return observations[agent][state];
    }

    /** The action of each agent in a joint action, a new array. */
    public int[] split(int joint) {
        return split(joint, actions);
    }

    /** The number of a joint action. */
    public int join(int... each) {
        int joint = 0;
        for (int i = 0; i < actions.length; i++) {
            joint = joint * actions[i] + each[i];
        }
        return joint;
    }

    /** What a joint action is paid in a state. */
    public double reward(int state, int joint) {
        return rewards[state][joint];
    }

    /** The probability that the world begins in a state. */
    public double start(int state) {
        return start[state];
    }

    /** The probability that a joint action leads from a state to another. */
    public double transition(int state, int joint, int next) {
        return transitions[state][joint][next];
    }

    /** The same world to play in, with chance from the seed of each episode. */
    public FiniteTeamGame game(String name) {
        return new FiniteTeamGame(this, name);
    }
}
