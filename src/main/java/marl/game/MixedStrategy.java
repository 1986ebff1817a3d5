package marl.game;

import java.util.Arrays;

/**
 * Makes mixed strategies: arrays of probabilities, one per action, that sum to 1.
 *
 * <p>Methods of this room accept sums within 1e-6 of 1, so that averages of many rounds pass, and never rescale
 * silently.
 */
public final class MixedStrategy {
    private MixedStrategy() {}

    /** Every one of {@code actions} actions with the same probability. */
    public static double[] uniform(int actions) {
        if (actions < 1) {
            throw new IllegalArgumentException("A strategy needs at least one action, not " + actions + ".");
        }
        double[] mixed = new double[actions];
        Arrays.fill(mixed, 1.0 / actions);
        return mixed;
    }

    /** Action {@code action} for certain, out of {@code actions}. */
    public static double[] pure(int actions, int action) {
        if (action < 0 || action >= actions) {
            throw new IllegalArgumentException(
                    "There is no action " + action + " among " + actions + "; they are numbered from 0.");
        }
        double[] mixed = new double[actions];
        mixed[action] = 1;
        return mixed;
    }

    /**
     * A new array: {@code weights}, such as counts of plays, scaled to sum to 1.
     *
     * @throws IllegalArgumentException if a weight is negative or not finite, or all are zero
     */
    public static double[] normalise(double... weights) {
        double sum = 0;
        for (double weight : weights) {
            if (!(weight >= 0)) {
                throw new IllegalArgumentException("Weights must be 0 or more, but one is " + weight + ".");
            }
            sum += weight;
        }
        if (!(sum > 0 && sum < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("Weights must have a positive finite sum, but theirs is " + sum + ".");
        }
        double[] mixed = new double[weights.length];
        for (int a = 0; a < mixed.length; a++) {
            mixed[a] = weights[a] / sum;
        }
        return mixed;
    }

    /** A copy of {@code probabilities}, once they are known to be at least 0 and to sum to 1 within 1e-6. */
    public static double[] of(double... probabilities) {
        GameArguments.distribution(probabilities);
        return probabilities.clone();
    }
}
