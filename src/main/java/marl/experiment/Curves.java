package marl.experiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One curve for each run, to be drawn as their mean with a 95 % t interval at each point over runs. Points count from 0
 * unless {@link #every} or {@link #over} says where they lie, or {@link #thinned} groups them. Immutable.
 */
public final class Curves {
    private final double[][] runs;
    private final double[] x;

    private Curves(double[][] runs, double[] x) {
        this.runs = runs;
        this.x = x;
    }

    /** Curves of the same length, at least one; IllegalArgumentException otherwise. */
    public static Curves of(List<double[]> runs) {
        if (runs.isEmpty() || runs.get(0).length == 0) {
            throw new IllegalArgumentException("Curves need at least one run of at least one point.");
        }
        int length = runs.get(0).length;
        List<double[]> copies = new ArrayList<>();
        for (double[] run : runs) {
            if (run.length != length) {
                throw new IllegalArgumentException("All curves need the same length, but one has " + run.length
                        + " points and the first " + length + ".");
            }
            copies.add(run.clone());
        }
        double[] x = new double[length];
        Arrays.setAll(x, i -> i);
        return new Curves(copies.toArray(new double[0][]), x);
    }

    /** The number of runs. */
    public int runs() {
        return runs.length;
    }

    /** The number of points. */
    public int length() {
        return x.length;
    }

    /** The same curves with their points at step, 2 step, 3 step and so on: what a run noted every {@code step} rounds. */
    public Curves every(double step) {
        double[] at = new double[length()];
        Arrays.setAll(at, i -> step * (i + 1));
        return over(at);
    }

    /**
     * The same curves with their points at these places.
     *
     * @throws IllegalArgumentException unless there is a place for each point
     */
    public Curves over(double... places) {
        if (places.length != length()) {
            throw new IllegalArgumentException("These curves have " + length() + " points, but " + places.length
                    + " places were given; give one for each.");
        }
        return new Curves(runs, places.clone());
    }

    /** Where the points are: 0, 1, 2, ... unless told; after {@link #thinned} the middle of each group. */
    public double[] x() {
        return x.clone();
    }

    /** One run's curve, a copy. */
    public double[] run(int run) {
        return runs[run].clone();
    }

    /** The estimate and interval at one point. */
    public Interval at(int point) {
        double[] values = new double[runs.length];
        Arrays.setAll(values, r -> runs[r][point]);
        return Interval.t(values);
    }

    /** The mean over runs at each point. */
    public double[] mean() {
        double[] mean = new double[length()];
        Arrays.setAll(mean, i -> at(i).mean());
        return mean;
    }

    /** The lower end of the interval at each point; NaN for a single run. */
    public double[] low() {
        double[] low = new double[length()];
        Arrays.setAll(low, i -> at(i).low());
        return low;
    }

    /** The upper end of the interval at each point; NaN for a single run. */
    public double[] high() {
        double[] high = new double[length()];
        Arrays.setAll(high, i -> at(i).high());
        return high;
    }

    /**
     * Each run replaced by its moving average over the last {@code window} points, fewer at the start. Intervals are then
     * of the averages.
     */
    public Curves smoothed(int window) {
        requirePositive(window);
        double[][] smooth = new double[runs.length][length()];
        for (int r = 0; r < runs.length; r++) {
            for (int i = 0; i < length(); i++) {
                int from = Math.max(0, i - window + 1);
                smooth[r][i] = Arrays.stream(runs[r], from, i + 1).sum() / (i + 1 - from);
            }
        }
        return new Curves(smooth, x);
    }

    /** Each run replaced by the means of groups of {@code size} points, the last group maybe smaller: fewer points to draw. */
    public Curves thinned(int size) {
        requirePositive(size);
        int groups = (length() + size - 1) / size;
        double[][] thin = new double[runs.length][];
        for (int r = 0; r < runs.length; r++) {
            thin[r] = groupMeans(runs[r], size, groups);
        }
        return new Curves(thin, groupMeans(x, size, groups));
    }

    private static double[] groupMeans(double[] values, int size, int groups) {
        double[] means = new double[groups];
        Arrays.setAll(
                means,
                g -> Arrays.stream(values, g * size, Math.min(values.length, (g + 1) * size))
                        .average()
                        .orElseThrow());
        return means;
    }

    private static void requirePositive(int size) {
        if (size < 1) {
            throw new IllegalArgumentException("A group needs at least one point, but got " + size + ".");
        }
    }

    @Override
    public String toString() {
        return runs() + " curves of " + length() + " points, ending at " + at(length() - 1);
    }
}
