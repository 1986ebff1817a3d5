package marl.solve;

import java.util.Map;
import java.util.TreeMap;
import marl.env.TurnGame;
import marl.env.TurnPolicy;

/**
 * What comes of fixed policies meeting in a {@link TurnGame}: the exact probability of every result, by one pass over all
 * situations, instead of many games. Immutable.
 */
public final class ExactMatch {
    private final GameTree tree;
    private final double[] reached;

    private ExactMatch(GameTree tree, TurnPolicy[] policies) {
        this.tree = tree;
        this.reached = new double[tree.states()];
        reached[reached.length - 1] = 1;
        for (int s = reached.length - 1; s >= 0; s--) {
            GameTree.State state = tree.state(s);
            if (reached[s] == 0 || state.turn() == TurnGame.NOBODY) {
                continue;
            }
            double[] p = Moves.probabilities(state, policies[Math.max(0, state.turn())]);
            for (int k = 0; k < p.length; k++) {
                reached[state.next()[k]] += reached[s] * p[k];
            }
        }
    }

    /**
     * Lets policies meet from where a game stands.
     *
     * @param policies one for each seat, in their order
     * @throws IllegalArgumentException if there is not one for each seat, {@link GameTree} refuses the game, or a policy's
     *     probabilities are not a distribution over legal actions somewhere
     */
    public static ExactMatch of(TurnGame game, TurnPolicy... policies) {
        return of(GameTree.of(game), policies);
    }

    /** The same for a game that was explored before. */
    public static ExactMatch of(GameTree tree, TurnPolicy... policies) {
        if (policies.length != tree.seats()) {
            throw new IllegalArgumentException(tree.name() + " has " + tree.seats() + " seats, but " + policies.length
                    + " policies were given; give one for each.");
        }
        return new ExactMatch(tree, policies);
    }

    /** A seat's result on average. */
    public double mean(int seat) {
        double mean = 0;
        for (Map.Entry<Double, Double> entry : results(seat).entrySet()) {
            mean += entry.getKey() * entry.getValue();
        }
        return mean;
    }

    /** The probability that a seat's result is above 0. */
    public double wins(int seat) {
        return share(seat, 1);
    }

    /** The probability that a seat's result is 0. */
    public double draws(int seat) {
        return share(seat, 0);
    }

    /** The probability that a seat's result is below 0. */
    public double losses(int seat) {
        return share(seat, -1);
    }

    private double share(int seat, int sign) {
        double share = 0;
        for (Map.Entry<Double, Double> entry : results(seat).entrySet()) {
            share += Math.signum(entry.getKey()) == sign ? entry.getValue() : 0;
        }
        return share;
    }

    /**
     * The probability of each of a seat's results, the lowest first.
     *
     * @throws IllegalArgumentException for no such seat
     */
    public Map<Double, Double> results(int seat) {
        if (seat < 0 || seat >= tree.seats()) {
            throw new IllegalArgumentException(
                    tree.name() + " has seats 0 to " + (tree.seats() - 1) + ", but got " + seat + ".");
        }
        Map<Double, Double> results = new TreeMap<>();
        for (int s = 0; s < reached.length; s++) {
            GameTree.State state = tree.state(s);
            if (state.turn() == TurnGame.NOBODY && reached[s] > 0) {
                // The sum turns -0.0 into 0.0, which a map would keep apart.
                results.merge(state.returns()[seat] + 0.0, reached[s], Double::sum);
            }
        }
        return results;
    }

    @Override
    public String toString() {
        return tree.name() + ", seat 0: " + results(0);
    }
}
