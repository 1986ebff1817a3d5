package marl.deep;

import java.util.Arrays;
import java.util.function.Supplier;
import marl.nn.Precision;
import marl.nn.Tape;
import marl.random.Rng;

/**
 * Tries whether a mixer is monotone: one agent's value is nudged up, and the total looked at before and after. A trial
 * draws the state and all values from N(0, 1) and the agent uniformly, so the same seed gives the same trials to every
 * method and every mixer.
 */
public final class Monotonicity {

    private static final int CHUNK = 250;

    private Monotonicity() {}

    /**
     * What came of the trials.
     *
     * @param trials how many there were
     * @param decreases in how many the total fell
     * @param flat in how many it stayed where it was
     * @param worst the smallest change of the total; below 0 if it ever fell
     */
    public record Nudges(int trials, int decreases, int flat, double worst) {

        /** The share of trials in which the total fell, in [0, 1]. */
        public double share() {
            return (double) decreases / trials;
        }
    }

    /**
     * Trials one at a time, in double with every sum in a fixed order. A total that is monotone on paper gives no
     * decrease: there is no tolerance.
     *
     * @param mixer the mixer
     * @param trials how many, at least 1
     * @param size of the nudge, above 0
     * @param seed of states, values and agents
     * @return what came of them
     * @throws IllegalArgumentException if there is no trial or the nudge is not upwards
     */
    public static Nudges nudges(Mixer mixer, int trials, double size, long seed) {
        return oneAtATime(() -> mixer, mixer.agents(), mixer.stateSize(), trials, size, seed);
    }

    /**
     * The same, with new weights for each trial: a statement on a kind of mixer, not on one of them. The seed draws the
     * weights too.
     *
     * @param settings the kind
     * @param agents how many agents' values are mixed
     * @param stateSize the length of the state
     * @param trials how many, at least 1
     * @param size of the nudge, above 0
     * @param seed of weights, states, values and agents
     * @return what came of them
     * @throws IllegalArgumentException for a size below 1, or if the nudge is not upwards
     */
    public static Nudges fresh(MixerSettings settings, int agents, int stateSize, int trials, double size, long seed) {
        Rng weights = Rng.of(seed, "weights", 0);
        return oneAtATime(
                () -> QmixMixer.of(settings, agents, stateSize, Precision.best(), weights),
                agents,
                stateSize,
                trials,
                size,
                seed);
    }

    private static Nudges oneAtATime(
            Supplier<Mixer> mixers, int agents, int stateSize, int trials, double size, long seed) {
        require(trials, size);
        Rng rng = Rng.of(seed);
        double[] state = new double[stateSize];
        double[] values = new double[agents];
        Count count = new Count();
        for (int trial = 0; trial < trials; trial++) {
            int agent = draw(rng, state, values);
            Mixer mixer = mixers.get();
            double before = mixer.total(values, state);
            values[agent] += size;
            count.add(before, mixer.total(values, state), 0);
        }
        return count.nudges();
    }

    /**
     * The trials of {@link #nudges} on a tape, many at once and much faster. A product of matrices adds up in an order of
     * its own, so two totals can differ by rounding alone: a change within 1e-5 of the total's size (1e-12 in double
     * precision; of 1 for totals below 1) counts as flat.
     *
     * @param mixer the mixer
     * @param trials how many, at least 1
     * @param size of the nudge, above 0
     * @param seed of states, values and agents
     * @return what came of them
     * @throws IllegalArgumentException if there is no trial or the nudge is not upwards
     */
    public static Nudges batch(Mixer mixer, int trials, double size, long seed) {
        require(trials, size);
        boolean single = mixer.parameters().stream().anyMatch(p -> p.precision() == Precision.SINGLE);
        double tolerance = single ? 1e-5 : 1e-12;
        Tape tape = Tape.of(single ? Precision.SINGLE : Precision.DOUBLE);
        Rng rng = Rng.of(seed);
        Count count = new Count();
        Chunk chunk = new Chunk(mixer, Math.min(CHUNK, trials));
        try {
            for (int left = trials; left > 0; left -= chunk.rows) {
                if (left < chunk.rows) {
                    chunk = new Chunk(mixer, left);
                }
                chunk.draw(rng, size);
                chunk.run(tape.restart(), tolerance, count);
            }
        } finally {
            tape.release();
        }
        return count.nudges();
    }

    private static int draw(Rng rng, double[] state, double[] values) {
        Arrays.setAll(state, i -> rng.gaussian());
        Arrays.setAll(values, i -> rng.gaussian());
        return rng.below(values.length);
    }

    private static void require(int trials, double size) {
        if (trials < 1 || !(size > 0)) {
            throw new IllegalArgumentException("A nudge goes upwards and is tried at least once, but got " + trials
                    + " trials of size " + size + ".");
        }
    }

    /** Trials that go through the tape together. */
    private static final class Chunk {
        private final Mixer mixer;
        private final int rows;
        private final double[] state;
        private final double[] one;
        private final double[] states;
        private final double[] values;
        private final double[] nudged;

        Chunk(Mixer mixer, int rows) {
            this.mixer = mixer;
            this.rows = rows;
            state = new double[mixer.stateSize()];
            one = new double[mixer.agents()];
            states = new double[rows * Math.max(1, state.length)];
            values = new double[rows * one.length];
            nudged = new double[values.length];
        }

        void draw(Rng rng, double size) {
            for (int row = 0; row < rows; row++) {
                int agent = Monotonicity.draw(rng, state, one);
                System.arraycopy(state, 0, states, row * state.length, state.length);
                System.arraycopy(one, 0, values, row * one.length, one.length);
                one[agent] += size;
                System.arraycopy(one, 0, nudged, row * one.length, one.length);
            }
        }

        void run(Tape tape, double tolerance, Count count) {
            Mixer.Mixing mixing = mixer.at(tape.input(states, rows, Math.max(1, state.length)));
            double[] before = mixing.total(tape.input(values, rows, one.length)).numbers();
            double[] after = mixing.total(tape.input(nudged, rows, one.length)).numbers();
            for (int row = 0; row < rows; row++) {
                count.add(before[row], after[row], tolerance * Math.max(1, Math.abs(before[row])));
            }
        }
    }

    /** Counts as trials come in. */
    private static final class Count {
        private int trials;
        private int decreases;
        private int flat;
        private double worst = Double.POSITIVE_INFINITY;

        void add(double before, double after, double tolerance) {
            double change = after - before;
            trials++;
            decreases += change < -tolerance ? 1 : 0;
            flat += Math.abs(change) <= tolerance ? 1 : 0;
            worst = Math.min(worst, change);
        }

        Nudges nudges() {
            return new Nudges(trials, decreases, flat, worst);
        }
    }
}
