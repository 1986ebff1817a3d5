package marl.env;

import java.util.List;
import marl.random.Rng;

/**
 * What makes a game of the particle world: who is there, what they see and what they are paid. It keeps nothing itself; all that
 * changes is in {@link ParticleWorlds}, whose methods are asked about one world at a time.
 */
sealed interface ParticleScenario permits SpreadScenario, TagScenario, SpeakerListenerScenario {
    /** A short name. */
    String name();

    /** The number of agents, which are the first of the bodies. */
    int agents();

    /** All bodies: agents, then landmarks. */
    List<ParticleBody> bodies();

    /** How many words there are to say; 0 where nobody speaks. */
    int words();

    /** Whether this agent speaks instead of moving. */
    default boolean speaks(int agent) {
        return false;
    }

    /** Draws the places of all bodies, and the goal where there is one; velocities are 0 already. */
    void place(ParticleWorlds worlds, int world, Rng rng);

    /** The length of this agent's observation. */
    int observationSize(int agent);

    /** Writes what this agent sees to {@code out}, from place {@code at} on. */
    void observe(ParticleWorlds worlds, int world, int agent, double[] out, int at);

    /** Writes what each agent is paid to {@code out}, from place {@code at} on. */
    void reward(ParticleWorlds worlds, int world, double[] out, int at);
}
