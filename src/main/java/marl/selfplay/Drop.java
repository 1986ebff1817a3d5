package marl.selfplay;

/** Which snapshot a full {@link OpponentPool} gives up for a new one. */
public enum Drop {
    /** The one that was taken first: the pool holds the last few selves. */
    OLDEST,
    /**
     * One at random, and possibly the new one itself, such that at any time each snapshot ever offered is in the pool with
     * the same probability (reservoir sampling; Vitter 1985, algorithm R). The pool stands for the whole past in bounded
     * memory.
     */
    RANDOM
}
