package marl.solve;

import java.util.Arrays;
import java.util.Locale;
import marl.env.WhomToAsk;
import marl.random.Require;

/**
 * The most that a team can earn in {@link WhomToAsk} if each agent sends one bit and hears only the mean of the others' bits, by trying
 * every encoder with the best decoder for each.
 *
 * <p>What an agent sends may depend on its index, its number and whom it needs; what it guesses on its index, its number, whom it needs
 * and the mean it hears. For who listens, whom a sender needs is chance that is independent of everything else, so of an encoder only
 * this matters: for each number, for how many of the n - 1 it may need it sends a 1. That leaves n^v encoders for each of n agents, v
 * being the number of values, and the search is exact. A random encoder is a mixture of these and does no better.
 */
public final class MeanOfBits {
    /** How many joint encoders are tried at most. */
    public static final long MOST = 10_000_000;

    private MeanOfBits() {}

    /**
     * The best joint encoder; the first of equals.
     *
     * @param value what the team earns on average
     * @param ones for how many of those it may need each agent sends a 1, [agent][its number]
     */
    public record Best(double value, int[][] ones) {}

    /**
     * Tries all encoders.
     *
     * @throws IllegalArgumentException if there are too many
     */
    public static Best of(WhomToAsk game) {
        int n = game.agents();
        int v = game.values();
        double count = Math.pow(n, (double) n * v);
        Require.that(
                count <= MOST,
                String.format(
                        Locale.ROOT,
                        "There are %.3g joint encoders, and at most %d are tried; take fewer agents or values.",
                        count,
                        MOST));
        int[][] ones = new int[n][v];
        int[][] kept = ones;
        double best = Double.NEGATIVE_INFINITY;
        for (long code = 0; code < (long) count; code++) {
            long left = code;
            for (int i = 0; i < n; i++) {
                for (int x = 0; x < v; x++) {
                    ones[i][x] = (int) (left % n);
                    left /= n;
                }
            }
            double value = value(n, ones);
            if (value > best) {
                best = value;
                kept = Arrays.stream(ones).map(int[]::clone).toArray(int[][]::new);
            }
        }
        return new Best(best, kept);
    }

    /** What these encoders earn with the best decoders: the mean, over who asks whom, of the chance of a right guess. */
    private static double value(int n, int[]... ones) {
        double sum = 0;
        for (int asks = 0; asks < n; asks++) {
            for (int asked = 0; asked < n; asked++) {
                if (asks != asked) {
                    sum += rightGuess(n, asks, asked, ones);
                }
            }
        }
        return sum / (n * (n - 1));
    }

    private static double rightGuess(int n, int asks, int asked, int[]... ones) {
        int v = ones[0].length;
        double[] others = {1};
        for (int i = 0; i < n; i++) {
            if (i != asks && i != asked) {
                others = withBit(others, Arrays.stream(ones[i]).sum() / (double) (v * (n - 1)));
            }
        }
        double[] best = new double[n];
        for (int x = 0; x < v; x++) {
            double[] heard = withBit(others, ones[asked][x] / (double) (n - 1));
            for (int bits = 0; bits < n; bits++) {
                best[bits] = Math.max(best[bits], heard[bits] / v);
            }
        }
        return Arrays.stream(best).sum();
    }

    /** How likely each sum of bits is with one more bit, 1 with probability p. */
    private static double[] withBit(double[] sums, double p) {
        double[] more = new double[sums.length + 1];
        for (int k = 0; k < sums.length; k++) {
            more[k] += sums[k] * (1 - p);
            more[k + 1] += sums[k] * p;
        }
        return more;
    }
}
