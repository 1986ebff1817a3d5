package marl.experiment;

import java.util.Arrays;
import java.util.Locale;
import marl.random.Rng;
import org.apache.commons.statistics.interval.BinomialConfidenceInterval;
import org.apache.commons.statistics.interval.NormalConfidenceInterval;

/**
 * An estimate and how far to trust it: the range that holds the true value in 95 of 100 such experiments.
 *
 * <p>One run gives no interval: {@code low} and {@code high} are then NaN.
 *
 * @param mean the estimate: a mean or a share
 * @param low the lower end
 * @param high the upper end
 * @param runs from how many independent runs; 0 for a number that is known exactly
 */
public record Interval(double mean, double low, double high, int runs) {
    /** The probability with which intervals hold the true value, unless another is asked for. */
    public static final double LEVEL = 0.95;

    private static final int RESAMPLES = 2_000;

    /** The mean with its 95 % Student t interval: right for means of many runs, or of few that are nearly normal. */
    public static Interval t(double... values) {
        return t(LEVEL, values);
    }

    /**
     * The mean with its t interval, {@code mean +- t(n - 1) s / sqrt(n)} ("Student" 1908).
     *
     * @param level the probability, in (0, 1)
     * @param values one for each independent run, at least one; IllegalArgumentException otherwise
     */
    public static Interval t(double level, double[] values) {
        requireLevel(level);
        double mean = mean(values);
        int n = values.length;
        if (n == 1) {
            return new Interval(mean, Double.NaN, Double.NaN, 1);
        }
        double squares = 0;
        for (double v : values) {
            squares += (v - mean) * (v - mean);
        }
        var bounds = NormalConfidenceInterval.MEAN.fromErrorRate(mean, squares / (n - 1), n, 1 - level);
        return new Interval(mean, bounds.getLowerBound(), bounds.getUpperBound(), n);
    }

    /**
     * The mean with its 95 % percentile bootstrap interval (Efron 1979) from 2,000 resamples: for values far from normal.
     * Too narrow for fewer than about 20 values.
     */
    public static Interval bootstrap(long seed, double... values) {
        double mean = mean(values);
        int n = values.length;
        if (n == 1) {
            return new Interval(mean, Double.NaN, Double.NaN, 1);
        }
        Rng rng = Rng.of(seed, "bootstrap", 0);
        double[] means = new double[RESAMPLES];
        for (int i = 0; i < RESAMPLES; i++) {
            double sum = 0;
            for (int j = 0; j < n; j++) {
                sum += values[rng.below(n)];
            }
            means[i] = sum / n;
        }
        Arrays.sort(means);
        int cut = (int) Math.round(RESAMPLES * (1 - LEVEL) / 2);
        return new Interval(mean, means[cut], means[RESAMPLES - 1 - cut], n);
    }

    /**
     * A share with its 95 % interval of Wilson (1927), which stays in [0, 1] and is honest at 0 % and 100 %.
     *
     * @param hits how many runs did it
     * @param runs of how many, at least one; IllegalArgumentException otherwise
     */
    public static Interval wilson(int hits, int runs) {
        if (runs < 1 || hits < 0 || hits > runs) {
            throw new IllegalArgumentException(
                    "A share needs 0 <= hits <= runs and at least one run, but got " + hits + " of " + runs + ".");
        }
        var bounds = BinomialConfidenceInterval.WILSON_SCORE.fromErrorRate(runs, hits, 1 - LEVEL);
        // Exactly the ends of the range, which rounding misses by a last digit.
        double low = hits == 0 ? 0 : bounds.getLowerBound();
        double high = hits == runs ? 1 : bounds.getUpperBound();
        return new Interval(hits / (double) runs, low, high, runs);
    }

    /** A number that is known exactly, to stand beside estimates in a chart: an interval without width. */
    public static Interval exact(double value) {
        return new Interval(value, value, value, 0);
    }

    /** Whether the value lies in the interval, ends included. */
    public boolean contains(double value) {
        return low <= value && value <= high;
    }

    /** Half the width of the interval. */
    public double halfWidth() {
        return (high - low) / 2;
    }

    @Override
    public String toString() {
        if (runs == 0) {
            return Digits.of(mean, 4) + " (exact)";
        }
        return Double.isNaN(low)
                ? Digits.of(mean, 4) + " (one run, no interval)"
                : String.format(
                        Locale.ROOT,
                        "%s [%s, %s] over %d runs",
                        Digits.of(mean, 4),
                        Digits.of(low, 4),
                        Digits.of(high, 4),
                        runs);
    }

    private static double mean(double[] values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("An interval needs at least one value, but there is none.");
        }
        return Arrays.stream(values).sum() / values.length;
    }

    private static void requireLevel(double level) {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("The level of an interval is in (0, 1), but got " + level + ".");
        }
    }
}
