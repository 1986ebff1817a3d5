package marl.solve;

import java.util.Arrays;
import marl.env.TurnGame;
import marl.env.TurnPolicy;

/**
 * A zero-sum {@link TurnGame} of two, solved from its end: minimax, and the mean where chance moves. Each situation is
 * worked out once. Values are seat 0's result when both play perfectly; seat 1's is the negative.
 *
 * <p>For games in which both see everything. A game with hidden cards is solved as if they lay open. Immutable.
 */
public final class PerfectPlay {
    private static final double TIE = 1e-9;

    private final GameTree tree;
    private final double[] values;

    private PerfectPlay(GameTree tree) {
        this.tree = tree;
        this.values = new double[tree.states()];
        for (int s = 0; s < values.length; s++) {
            values[s] = value(tree.state(s));
        }
    }

    /**
     * Solves a game from where it stands.
     *
     * @throws IllegalArgumentException if it is not for two, an ending does not sum to zero, or {@link GameTree} refuses it
     */
    public static PerfectPlay of(TurnGame game) {
        if (game.seats() != 2) {
            throw new IllegalArgumentException(
                    "Perfect play is for two seats, but " + game.name() + " has " + game.seats() + ".");
        }
        return new PerfectPlay(GameTree.of(game));
    }

    private double value(GameTree.State state) {
        if (state.turn() == TurnGame.NOBODY) {
            double[] returns = state.returns();
            if (Math.abs(returns[0] + returns[1]) > TIE) {
                throw new IllegalArgumentException(
                        tree.name() + " is not zero-sum: an ending pays " + Arrays.toString(returns) + ".");
            }
            return returns[0];
        }
        if (state.turn() == TurnGame.CHANCE) {
            double mean = 0;
            for (int k = 0; k < state.next().length; k++) {
                mean += state.probabilities()[k] * values[state.next()[k]];
            }
            return mean;
        }
        double sign = sign(state);
        double best = Double.NEGATIVE_INFINITY;
        for (int next : state.next()) {
            best = Math.max(best, sign * values[next]);
        }
        return sign * best;
    }

    private static double sign(GameTree.State state) {
        return state.turn() == 0 ? 1 : -1;
    }

    /** Seat 0's result from where the game stood. */
    public double value() {
        return values[values.length - 1] + 0.0;
    }

    /**
     * Seat 0's result from a situation.
     *
     * @throws IllegalArgumentException if it cannot come about
     */
    public double value(TurnGame position) {
        return values[tree.number(position)] + 0.0;
    }

    /**
     * All moves that lose nothing, in order, ties within 1e-9; empty where no seat is to move.
     *
     * @throws IllegalArgumentException if the situation cannot come about
     */
    public int[] best(TurnGame position) {
        int number = tree.number(position);
        GameTree.State state = tree.state(number);
        int[] best = new int[state.moves().length];
        int count = 0;
        for (int k = 0; k < best.length && state.turn() >= 0; k++) {
            if (sign(state) * (values[number] - values[state.next()[k]]) <= TIE) {
                best[count++] = state.moves()[k];
            }
        }
        return Arrays.copyOf(best, count);
    }

    /** Plays perfectly in either seat: each of the best moves with the same probability. */
    public TurnPolicy policy() {
        return position -> {
            double[] p = new double[position.actions()];
            int[] best = best(position);
            for (int action : best) {
                p[action] = 1.0 / best.length;
            }
            return p;
        };
    }

    /** All situations. */
    public GameTree tree() {
        return tree;
    }

    @Override
    public String toString() {
        return tree + ", worth " + value() + " to seat 0";
    }
}
