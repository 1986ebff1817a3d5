package marl.env;

import java.util.Arrays;

/**
 * A Markov game (Shapley 1953, Littman 1994): in each state all agents act at once, each gets a reward, and chance and
 * the joint action pick the next state. One agent makes it a Markov decision process, one state a repeated game.
 *
 * <p>The contract follows PettingZoo's parallel API:
 *
 * <ul>
 *   <li>{@link #reset} starts an episode; all its chance comes from that seed, so equal seeds and equal actions give equal
 *       episodes, bit for bit.
 *   <li>A step after the end, or before the first reset, is an IllegalStateException: there is no automatic reset, and the
 *       last step returns the final observation.
 *   <li>A joint action of the wrong kind, length or range is an IllegalArgumentException and changes nothing.
 *   <li>All returned arrays belong to the caller.
 *   <li>An instance belongs to one thread; {@link #copy} makes another for another thread.
 * </ul>
 */
public interface MarkovGame {
    /** The number of agents, counted from 0. */
    int agents();

    /** What this agent's observations look like. */
    Space observationSpace(int agent);

    /** What this agent can do. */
    Space actionSpace(int agent);

    /** Starts an episode and returns the first observations, [agent][coordinate]. */
    double[][] reset(long seed);

    /** All agents act at once. */
    Step step(JointAction actions);

    /**
     * The whole situation as one vector, for training with a view from above: what a central critic or a mixer is told.
     * It may be more than all observations together.
     *
     * @throws IllegalStateException before the first reset
     */
    double[] state();

    /**
     * Which discrete actions this agent may take now, one flag for each; all of them unless a game says otherwise. After
     * the end it still answers, so that a learner can ask at a time limit.
     */
    default boolean[] legalActions(int agent) {
        boolean[] legal = new boolean[actions(agent)];
        Arrays.fill(legal, true);
        return legal;
    }

    /** An independent copy of everything, the state of chance included: both go on in the same way. */
    MarkovGame copy();

    /** A short name for tables and titles. */
    String name();

    /**
     * The number of this agent's actions.
     *
     * @throws IllegalStateException if they are continuous
     */
    default int actions(int agent) {
        if (actionSpace(agent) instanceof Space.Discrete discrete) {
            return discrete.n();
        }
        throw new IllegalStateException("Agent " + agent + " of " + name()
                + " has continuous controls; use actionSpace(" + agent + ") instead.");
    }
}
