package marl.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/**
 * Watches the target that a learner is shooting at: beside what it has learned it records what it <b>should</b> have
 * learned, the exact values of its actions against what its partners do at that moment. With frozen partners the target
 * stands still and the error can fall to 0; with learning partners it moves.
 *
 * <pre>{@code
 * TargetDrift drift = TargetDrift.of(
 *         () -> game.deviationPayoffs(0, MixedStrategy.uniform(3), partner.probabilities(none, all)),
 *         () -> learner.table().row(0));
 * Play.of(StatelessGame.of(game), learner, partner).rounds(2_000).every(10, drift::record).run();
 * drift.errors();
 * }</pre>
 */
public final class TargetDrift {
    private final Supplier<double[]> exact;
    private final Supplier<double[]> learned;
    private final List<Long> times = new ArrayList<>();
    private final List<double[]> targets = new ArrayList<>();
    private final List<double[]> values = new ArrayList<>();

    private TargetDrift(Supplier<double[]> exact, Supplier<double[]> learned) {
        this.exact = exact;
        this.learned = learned;
    }

    /**
     * A record of two moving vectors, one number for each action (or for each state and action).
     *
     * @param exact what the values are against the partners as they are now
     * @param learned what the learner believes them to be
     */
    public static TargetDrift of(Supplier<double[]> exact, Supplier<double[]> learned) {
        return new TargetDrift(exact, learned);
    }

    /**
     * Looks now; the time is the number of rounds or episodes.
     *
     * @throws IllegalStateException if lengths differ
     */
    public void record(long time) {
        double[] target = exact.get().clone();
        double[] value = learned.get().clone();
        if (target.length != value.length || target.length == 0) {
            throw new IllegalStateException("Target and learned values must be equally long, but there are "
                    + target.length + " and " + value.length + ".");
        }
        times.add(time);
        targets.add(target);
        values.add(value);
    }

    /** When it looked, a new array. */
    public double[] times() {
        return times.stream().mapToDouble(t -> t).toArray();
    }

    /** The largest absolute error of a learned value each time, a new array. */
    public double[] errors() {
        double[] errors = new double[times.size()];
        Arrays.setAll(errors, t -> distance(targets.get(t), values.get(t)));
        return errors;
    }

    /** How far the target has moved since the look before, as the largest change of a value; 0 at first. A new array. */
    public double[] drifts() {
        double[] drifts = new double[times.size()];
        Arrays.setAll(drifts, t -> t == 0 ? 0 : distance(targets.get(t - 1), targets.get(t)));
        return drifts;
    }

    /** The exact value of one action each time, a new array. */
    public double[] target(int action) {
        return targets.stream().mapToDouble(t -> t[action]).toArray();
    }

    /** The learned value of one action each time, a new array. */
    public double[] learned(int action) {
        return values.stream().mapToDouble(v -> v[action]).toArray();
    }

    /** The first of the best actions against the partners each time, a new array. */
    public int[] bestReplies() {
        return targets.stream().mapToInt(TargetDrift::argmax).toArray();
    }

    /** How often the best reply was another one than at the look before. */
    public int replyChanges() {
        int[] replies = bestReplies();
        int changes = 0;
        for (int t = 1; t < replies.length; t++) {
            changes += replies[t] == replies[t - 1] ? 0 : 1;
        }
        return changes;
    }

    private static int argmax(double... values) {
        int best = 0;
        for (int a = 1; a < values.length; a++) {
            best = values[a] > values[best] ? a : best;
        }
        return best;
    }

    private static double distance(double[] a, double[] b) {
        double largest = 0;
        for (int i = 0; i < a.length; i++) {
            largest = Math.max(largest, Math.abs(a[i] - b[i]));
        }
        return largest;
    }
}
