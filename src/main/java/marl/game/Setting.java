package marl.game;

/**
 * The three settings of multi-agent learning, read off the payoffs of a game.
 *
 * <p>Busoniu, Babuska and De Schutter, "A comprehensive survey of multiagent reinforcement learning" (2008), section
 * II: fully cooperative, fully competitive, mixed.
 */
public enum Setting {
    /** Every joint action pays all players the same: one team, one goal. */
    COOPERATIVE,
    /**
     * The payoffs of every joint action add up to the same constant. With two players one's gain is the other's loss;
     * with three or more this is weaker than it sounds, because two may still gang up on the third.
     */
    COMPETITIVE,
    /** Anything else: interests overlap in part. Also called general-sum. */
    MIXED;

    /** The word in lower case, as in a sentence. */
    @Override
    public String toString() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
