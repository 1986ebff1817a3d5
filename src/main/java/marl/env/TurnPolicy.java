package marl.env;

import java.util.function.ToIntFunction;
import marl.random.Rng;

/** How to move in a {@link TurnGame} by looking at the whole situation: with what probability each action is taken. */
@FunctionalInterface
public interface TurnPolicy {
    /** Every legal action with the same probability. */
    static TurnPolicy uniform() {
        return position -> {
            boolean[] legal = position.legalActions();
            int count = 0;
            for (boolean flag : legal) {
                count += flag ? 1 : 0;
            }
            double[] p = new double[legal.length];
            for (int a = 0; a < p.length; a++) {
                p[a] = legal[a] ? 1.0 / count : 0;
            }
            return p;
        };
    }

    /**
     * The action that a rule names, for certain. Where that is not legal, asking for probabilities is an
     * IllegalArgumentException.
     */
    static TurnPolicy of(ToIntFunction<TurnGame> rule) {
        return position -> {
            int action = rule.applyAsInt(position);
            if (!position.legal(action)) {
                throw new IllegalArgumentException("The rule plays " + action + " in " + position.name()
                        + ", which is not legal there; pick one of legalActions().");
            }
            double[] p = new double[position.actions()];
            p[action] = 1;
            return p;
        };
    }

    /**
     * The probability of each action, 0 for those that are not legal; a new array that sums to 1.
     *
     * @param position a situation in which a seat is to move; to look at, not to play in
     */
    double[] probabilities(TurnGame position);

    /** Draws an action. */
    default int act(TurnGame position, Rng rng) {
        return rng.categorical(probabilities(position));
    }
}
