package marl.deep;

import marl.random.Require;

/**
 * What an agent's network is given of the past.
 *
 * @param units of a gated recurrent unit between its hidden layers and its output; 0 for a network that sees the present only
 * @param lastAction whether it also sees what the agent did last, one-hot, and zeros before the first action
 */
public record AgentMemory(int units, boolean lastAction) {
    /** Checks the number. */
    public AgentMemory {
        Require.that(units >= 0, "A memory has 0 units, which is none, or more, but not " + units + ".");
    }

    /** The present only. */
    public static AgentMemory none() {
        return new AgentMemory(0, false);
    }

    /** Whether there is a recurrent unit. */
    boolean recurrent() {
        return units > 0;
    }
}
