package marl.env;

import java.util.Arrays;

/**
 * Many copies of one game that are stepped together, for learners that gather experience by the batch. A world whose episode
 * ends begins the next one by itself; the last observation of the old one is kept, since a truncated episode still counts what
 * would have followed.
 *
 * <p>All arrays are flat, in the order [world][agent][...], and are overwritten by the next step: copy what you keep. Agents with
 * shorter observations than the longest have zeros behind theirs. The chance of world {@code w} depends on the seed and on its
 * number alone, so that worlds can be shared out over batches in any way.
 */
public interface GameBatch {
    /**
     * Worlds number {@code first} to {@code first + count - 1} of this game.
     *
     * @throws IllegalArgumentException unless there is at least one, or if some agents act by number and others by controls
     */
    static GameBatch of(MarkovGame game, int first, int count) {
        return game instanceof ParticleGame particles
                ? new ParticleBatch(particles, first, count)
                : new CopiedGames(game, first, count);
    }

    /** How many numbers of a row an observation takes: n for one of n, which is written as zeros with a single 1. */
    static int rowSize(Space space) {
        return space instanceof Space.Discrete discrete ? discrete.n() : space.dimension();
    }

    /** Writes an observation as the networks of a batch see it, from this place on. */
    static void writeRow(Space space, double[] seen, double[] out, int at) {
        if (space instanceof Space.Discrete discrete) {
            Arrays.fill(out, at, at + discrete.n(), 0);
            out[at + (int) seen[0]] = 1;
        } else {
            System.arraycopy(seen, 0, out, at, seen.length);
        }
    }

    /** How many worlds. */
    int worlds();

    /** The number of agents in each. */
    int agents();

    /** How many numbers a row of observations has: those of the agent that sees most. */
    int observationSize();

    /** How many numbers a state has. */
    int stateSize();

    /** What this agent can do. */
    Space actionSpace(int agent);

    /** Starts an episode in every world. */
    void reset(long seed);

    /**
     * All agents of all worlds act, by number.
     *
     * @param actions [world][agent], flat
     * @throws IllegalArgumentException for a wrong length, or an action that does not exist; nothing has changed then
     * @throws IllegalStateException before the first reset
     */
    void step(int[] actions);

    /**
     * All agents of all worlds act, by controls.
     *
     * @param controls [world][agent][coordinate], flat
     * @throws IllegalArgumentException for a wrong length, or a control outside its box; nothing has changed then
     * @throws IllegalStateException before the first reset
     */
    void step(double[] controls);

    /** What everybody sees now, [world][agent][coordinate]; in a world that has just begun again, the first observations. */
    double[] observations();

    /** The states now, [world][coordinate]. */
    double[] states();

    /** What everybody was paid in the last step, [world][agent]. */
    double[] rewards();

    /** Which worlds ended in the last step, [world]. */
    boolean[] terminated();

    /** Which worlds were cut off by the clock in the last step, [world]. */
    boolean[] truncated();

    /** The final observations of those worlds that ended or were cut off in the last step; other rows mean nothing. */
    double[] finalObservations();

    /** The final states of those worlds; other rows mean nothing. */
    double[] finalStates();

    /**
     * Which actions may be taken now, [world][agent][action]; agents with fewer actions than others may not take those they do
     * not have. Empty where every agent may always take every action, and for agents that act by controls.
     */
    boolean[] legalActions();
}
