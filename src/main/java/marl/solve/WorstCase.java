package marl.solve;

import marl.env.TurnGame;
import marl.env.TurnPolicy;

/**
 * What a fixed policy can be brought to in a {@link TurnGame}: all other seats and everything they see work together
 * against it, and know it. Exact, by one pass over all situations. Chance stays chance. Immutable.
 *
 * <p>A policy that is itself left to chance has two worst cases: {@link #value}, the mean over its draws and those of
 * chance against the best opponent, and {@link #worst}, the lowest result that can happen at all. "It never loses" is the
 * second.
 */
public final class WorstCase {
    private final GameTree tree;
    private final int seat;
    private final double[] means;
    private final double[] lows;

    private WorstCase(GameTree tree, TurnPolicy policy, int seat) {
        this.tree = tree;
        this.seat = seat;
        this.means = new double[tree.states()];
        this.lows = new double[tree.states()];
        for (int s = 0; s < means.length; s++) {
            settle(s, policy);
        }
    }

    /**
     * The worst case from where a game stands.
     *
     * @param policy fixed, in its seat
     * @throws IllegalArgumentException if there is no such seat, {@link GameTree} refuses the game, or the policy's
     *     probabilities are not a distribution over legal actions somewhere
     */
    public static WorstCase of(TurnGame game, TurnPolicy policy, int seat) {
        return of(GameTree.of(game), policy, seat);
    }

    /** The same for a game that was explored before. */
    public static WorstCase of(GameTree tree, TurnPolicy policy, int seat) {
        if (seat < 0 || seat >= tree.seats()) {
            throw new IllegalArgumentException(
                    tree.name() + " has seats 0 to " + (tree.seats() - 1) + ", but got " + seat + ".");
        }
        return new WorstCase(tree, policy, seat);
    }

    private void settle(int number, TurnPolicy policy) {
        GameTree.State state = tree.state(number);
        if (state.turn() == TurnGame.NOBODY) {
            means[number] = state.returns()[seat];
            lows[number] = means[number];
            return;
        }
        boolean fixed = state.turn() == seat || state.turn() == TurnGame.CHANCE;
        double[] p = fixed ? Moves.probabilities(state, policy) : new double[0];
        double mean = fixed ? 0 : Double.POSITIVE_INFINITY;
        double low = Double.POSITIVE_INFINITY;
        for (int k = 0; k < state.next().length; k++) {
            int next = state.next()[k];
            if (!fixed) {
                mean = Math.min(mean, means[next]);
                low = Math.min(low, lows[next]);
            } else if (p[k] > 0) {
                mean += p[k] * means[next];
                low = Math.min(low, lows[next]);
            }
        }
        means[number] = mean;
        lows[number] = low;
    }

    /** The seat's mean result against the opponent that holds it lowest. */
    public double value() {
        return means[means.length - 1] + 0.0;
    }

    /** The lowest result that can happen. */
    public double worst() {
        return lows[lows.length - 1] + 0.0;
    }

    /** How the others hold it to {@link #value}: the first of equally good moves. For situations that can come about. */
    public TurnPolicy reply() {
        return TurnPolicy.of(position -> {
            GameTree.State state = tree.state(tree.number(position));
            int best = 0;
            for (int k = 1; k < state.next().length; k++) {
                if (means[state.next()[k]] < means[state.next()[best]]) {
                    best = k;
                }
            }
            return state.moves()[best];
        });
    }

    @Override
    public String toString() {
        return "seat " + seat + " of " + tree.name() + " is held to " + value() + " on average, at worst to " + worst();
    }
}
