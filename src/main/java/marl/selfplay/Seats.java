package marl.selfplay;

/** Which seat learns in an episode of {@link SelfPlay}; the other one is held by a frozen opponent. */
public enum Seats {
    /** The two seats in turn: seat 0 in the first episode. */
    SWAPPED,
    /** Either seat with probability one half. */
    RANDOM,
    /** Seat 0 always; the learner never sees the game from the other side. */
    FIRST
}
