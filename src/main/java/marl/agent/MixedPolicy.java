package marl.agent;

import java.util.Arrays;
import marl.random.Rng;

/** Draws each action with a fixed probability, whatever it sees; for games without states. Immutable. */
public final class MixedPolicy implements FrozenPolicy {
    private static final double SUM_TOLERANCE = 1e-9;

    private final double[] probabilities;

    private MixedPolicy(double[] probabilities) {
        this.probabilities = probabilities;
    }

    /**
     * A policy from probabilities, one for each action, copied.
     *
     * @throws IllegalArgumentException if one is negative or they do not sum to 1 within 1e-9
     */
    public static MixedPolicy of(double... probabilities) {
        double sum = 0;
        boolean sound = true;
        for (double p : probabilities) {
            sound &= p >= 0;
            sum += p;
        }
        if (!sound || !(Math.abs(sum - 1) <= SUM_TOLERANCE)) {
            throw new IllegalArgumentException("Give each action a probability of at least 0, summing to 1, not "
                    + Arrays.toString(probabilities) + ".");
        }
        return new MixedPolicy(probabilities.clone());
    }

    /** Draws an index with these probabilities, which are not checked: one number from the generator, no garbage. */
    static int draw(double[] probabilities, Rng rng) {
        double left = rng.uniform();
        int last = 0;
        for (int a = 0; a < probabilities.length; a++) {
            if (probabilities[a] > 0) {
                last = a;
                left -= probabilities[a];
                if (left < 0) {
                    return a;
                }
            }
        }
        return last; // rounding left a sliver above the last positive probability
    }

    /**
     * Refuses a mask that the policy cannot keep to.
     *
     * @throws IllegalArgumentException unless there are as many actions as probabilities, all of them legal
     */
    static void requireAllLegal(boolean[] legal, int actions) {
        boolean all = legal.length == actions;
        for (boolean flag : legal) {
            all &= flag;
        }
        if (!all) {
            throw new IllegalArgumentException(
                    "This policy draws among " + actions + " actions that are always legal, but here legal is "
                            + Arrays.toString(legal) + "; use it in a game without states.");
        }
    }

    @Override
    public int act(double[] observation, boolean[] legal, Rng rng) {
        requireAllLegal(legal, probabilities.length);
        return draw(probabilities, rng);
    }

    /** The probability of each action, a new array. */
    public double[] probabilities() {
        return probabilities.clone();
    }

    @Override
    public double[] numbers() {
        return probabilities.clone();
    }

    @Override
    public String toString() {
        return "MixedPolicy" + Arrays.toString(probabilities);
    }
}
