package marl.env;

import marl.random.Rng;

/** Something that acts on what it sees, in a fixed way: an opponent or team-mate that does not learn. */
@FunctionalInterface
public interface Partner {
    /**
     * Picks an action.
     *
     * @param observation what this agent sees; not to be changed or kept
     * @param legal which actions are allowed, one flag for each, at least one of them true
     * @param rng the chance to use, and no other
     * @return the index of a legal action
     */
    int act(double[] observation, boolean[] legal, Rng rng);

    /** An episode begins: who remembers the last one forgets it. Whoever plays episodes calls it before the first action. */
    default void begin() {
        // Most remember nothing.
    }
}
