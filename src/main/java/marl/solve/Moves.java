package marl.solve;

import java.util.Arrays;
import marl.env.TurnGame;
import marl.env.TurnPolicy;

/** Asks policies for probabilities, and does not take their word for it. */
final class Moves {
    private static final double SUM_TOLERANCE = 1e-9;

    private Moves() {}

    /** The probability of each of the state's moves: chance's own, or the policy's once they are checked. */
    static double[] probabilities(GameTree.State state, TurnPolicy policy) {
        if (state.turn() == TurnGame.CHANCE) {
            return state.probabilities();
        }
        double[] given = policy.probabilities(state.position().copy());
        double[] p = new double[state.moves().length];
        double sum = 0;
        boolean sound = given.length == state.position().actions();
        for (int k = 0; k < p.length && sound; k++) {
            p[k] = given[state.moves()[k]];
            sound = p[k] >= 0;
            sum += p[k];
        }
        // What is missing from the sum lies on moves that are not legal.
        if (!sound || !(Math.abs(sum - 1) <= SUM_TOLERANCE)) {
            throw new IllegalArgumentException("A policy gives each legal action a probability of at least 0, summing"
                    + " to 1, and nothing to the others; in situation "
                    + state.position().key() + " this one gives " + Arrays.toString(given) + ".");
        }
        return p;
    }
}
