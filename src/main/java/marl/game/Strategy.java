package marl.game;

import marl.random.Rng;

/**
 * A way to play a repeated two-action game: the next move, given what has happened. It has no memory but the
 * {@link History}, so the same strategy may play many matches at once.
 */
@FunctionalInterface
public interface Strategy {
    /**
     * The next move.
     *
     * @param seen the rounds that are over
     * @param rng this player's chance in this match; most strategies need none
     * @return 0 to cooperate, 1 to defect
     */
    int move(History seen, Rng rng);

    /** The strategy that plays these probabilities. */
    static Strategy of(MemoryOne memory) {
        double[] p = memory.probabilities();
        return (seen, rng) -> {
            double cooperate = seen.rounds() == 0 ? p[0] : p[1 + 2 * seen.lastOwn() + seen.lastOther()];
            return rng.bernoulli(cooperate) ? 0 : 1;
        };
    }
}
