package marl.game;

import java.util.concurrent.atomic.AtomicInteger;
import marl.random.Rng;

/**
 * Two strategies in a repeated two-player game with two actions each, for a fixed number of turns. Used again for many
 * matches, so that a tournament makes no garbage; what it holds is that of the last match.
 */
public final class Match {
    private final int turns;
    private final double noise;
    private final double[][][] payoff = new double[2][2][2];
    private final History[] seen;
    private final double[] scores = new double[2];

    /**
     * Whose move is being asked for, so that somebody outside can tell who hangs. Opaque instead of volatile: nothing else
     * is read by it, and a fence for each move takes longer than the moves.
     */
    private final AtomicInteger mover = new AtomicInteger();

    /**
     * Prepares matches.
     *
     * @param game two players with two actions each
     * @param turns how many rounds a match has
     * @param noise the probability that a move comes out as the other one
     * @throws IllegalArgumentException if the game is not 2 x 2, there is no turn, or noise is no probability
     */
    public Match(MatrixGame game, int turns, double noise) {
        GameArguments.twoPlayers(game, "A match");
        if (game.actions(0) != 2 || game.actions(1) != 2) {
            throw new IllegalArgumentException("A match needs a game with two actions for each player, but '"
                    + game.name() + "' has " + game.actions(0) + " and " + game.actions(1) + ".");
        }
        if (turns < 1 || !(noise >= 0 && noise <= 1)) {
            throw new IllegalArgumentException("A match has at least one turn and a noise from 0 to 1, but got " + turns
                    + " turns and noise " + noise + ".");
        }
        this.turns = turns;
        this.noise = noise;
        for (int p = 0; p < 2; p++) {
            for (int a = 0; a < 4; a++) {
                payoff[p][a / 2][a % 2] = game.payoff(p, a / 2, a % 2);
            }
        }
        seen = new History[] {new History(turns), new History(turns)};
    }

    /**
     * Plays a match; all chance comes from the seed.
     *
     * @return this, which then holds the match
     * @throws Forfeit if a strategy throws or makes a move that is not 0 or 1
     */
    public Match play(Strategy first, Strategy second, long seed) {
        Rng[] chance = {Rng.of(seed, "first player", 0), Rng.of(seed, "second player", 0)};
        Rng slips = Rng.of(seed, "noise", 0);
        for (int p = 0; p < 2; p++) {
            seen[p].clear();
            scores[p] = 0;
        }
        for (int t = 0; t < turns; t++) {
            int a = ask(0, first, chance[0]);
            int b = ask(1, second, chance[1]);
            if (noise > 0) {
                a = slips.bernoulli(noise) ? 1 - a : a;
                b = slips.bernoulli(noise) ? 1 - b : b;
            }
            seen[0].add(a, b);
            seen[1].add(b, a);
            scores[0] += payoff[0][a][b];
            scores[1] += payoff[1][a][b];
        }
        return this;
    }

    private int ask(int player, Strategy strategy, Rng rng) {
        mover.setOpaque(player);
        int move;
        try {
            move = strategy.move(seen[player], rng);
        } catch (RuntimeException | StackOverflowError e) {
            throw new Forfeit(player, "threw " + e + " in turn " + (seen[player].rounds() + 1));
        }
        if (move != 0 && move != 1) {
            throw new Forfeit(
                    player, "moved " + move + " in turn " + (seen[player].rounds() + 1) + ", where a move is 0 or 1");
        }
        return move;
    }

    int mover() {
        return mover.getOpaque();
    }

    /** A player's payoffs in all, added up over the turns. */
    public double score(int player) {
        return scores[player];
    }

    /** How often a player cooperated. */
    public int cooperations(int player) {
        return seen[player].rounds() - seen[player].ownDefections();
    }

    /** The moves as two lines of C and D, the first player's on top. */
    @Override
    public String toString() {
        return seen[0].toString();
    }

    /** Ends a match that a player cannot go on with. */
    public static final class Forfeit extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final int player;

        Forfeit(int player, String what) {
            super(what);
            this.player = player;
        }

        /** Who forfeits, 0 or 1. */
        public int player() {
            return player;
        }
    }
}
