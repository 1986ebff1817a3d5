package marl.random;

import java.nio.charset.StandardCharsets;
import org.apache.commons.rng.core.source64.SplitMix64;
import org.apache.commons.rng.core.source64.XoShiRo256PlusPlus;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/**
 * The one source of chance: XoShiRo256++ (Blackman &amp; Vigna 2021), its 256 bits of state expanded from a 64-bit seed
 * by SplitMix64, as its authors recommend.
 *
 * <p>A generator is always an explicit argument. Nothing is global and no clock is read, so the same seed gives the same
 * numbers on every run and any number of threads. A generator itself is not thread-safe: give each thread, agent and
 * episode its own through {@link #of(long, String, long)}.
 *
 * <p>Awkward on purpose: every method draws straight from the 64-bit words and keeps nothing back (no spare half of a
 * word, no second Gaussian), so that a {@link #copy()} agrees with its original whatever is asked of both.
 */
public final class Rng {
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;
    private static final double SUM_TOLERANCE = 1e-9;

    private final Source source;
    private final ZigguratSampler.NormalizedGaussian normal;

    private Rng(Source source) {
        this.source = source;
        this.normal = ZigguratSampler.NormalizedGaussian.of(source);
    }

    /** A generator for this seed; neighbouring seeds give unrelated streams. */
    public static Rng of(long seed) {
        SplitMix64 expansion = new SplitMix64(seed);
        return new Rng(new Source(expansion.next(), expansion.next(), expansion.next(), expansion.next()));
    }

    /**
     * A generator for one part of one episode of one run, for example {@code Rng.of(7, "agent 0", 120)}. Parts that have
     * generators of their own stay reproducible when another part starts to draw more numbers.
     */
    public static Rng of(long runSeed, String component, long episode) {
        return of(mix(runSeed, component, episode));
    }

    /**
     * The seed of one part of one episode of one run: the 64-bit FNV-1a hash of the component's UTF-8 bytes, mixed with
     * the two numbers by {@link #mix(long...)}.
     */
    public static long mix(long runSeed, String component, long episode) {
        long hash = 0xCBF29CE484222325L;
        for (byte b : component.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (b & 0xFF)) * 0x100000001B3L;
        }
        return mix(runSeed, hash, episode);
    }

    /**
     * Mixes numbers into one seed; order matters. Each number is added with the golden gamma and passed through
     * SplitMix64's finaliser (Stafford's variant 13), so one changed bit changes half of the result's bits.
     */
    public static long mix(long... parts) {
        long h = 0;
        for (long part : parts) {
            h += GOLDEN_GAMMA + part;
            h = (h ^ (h >>> 30)) * 0xBF58476D1CE4E5B9L;
            h = (h ^ (h >>> 27)) * 0x94D049BB133111EBL;
            h ^= h >>> 31;
        }
        return h;
    }

    /** The next 64 random bits. */
    public long bits() {
        return source.next();
    }

    /** A number in [0, 1): 53 random bits. */
    public double uniform() {
        return (source.next() >>> 11) * 0x1.0p-53;
    }

    /**
     * A number in [low, high).
     *
     * @throws IllegalArgumentException unless low &lt; high and both are finite
     */
    public double uniform(double low, double high) {
        if (!(low < high) || !Double.isFinite(high - low)) {
            throw new IllegalArgumentException(
                    "Uniform needs finite low < high, but got low = " + low + ", high = " + high + ".");
        }
        double x = low + (high - low) * uniform();
        return x < high ? x : Math.nextDown(high);
    }

    /**
     * An integer in 0 .. n-1, all equally likely (Lemire 2019, rejection instead of a biased remainder).
     *
     * @throws IllegalArgumentException unless n is positive
     */
    public int below(int n) {
        if (n <= 0) {
            throw new IllegalArgumentException(
                    "A call of below(n) needs at least one number to pick from, but n = " + n + ".");
        }
        long product = (source.next() >>> 32) * n;
        if ((product & 0xFFFFFFFFL) < n) {
            long biased = (1L << 32) % n;
            while ((product & 0xFFFFFFFFL) < biased) {
                product = (source.next() >>> 32) * n;
            }
        }
        return (int) (product >>> 32);
    }

    /** A standard normal number (mean 0, variance 1), by the modified ziggurat of McFarland (2016). */
    public double gaussian() {
        return normal.sample();
    }

    /**
     * True with probability p.
     *
     * @throws IllegalArgumentException unless p is in [0, 1]
     */
    public boolean bernoulli(double p) {
        if (!(p >= 0 && p <= 1)) {
            throw new IllegalArgumentException("A probability must be in [0, 1], but got " + p + ".");
        }
        return uniform() < p;
    }

    /**
     * An index drawn with the probabilities p.
     *
     * @throws IllegalArgumentException if one is negative or they do not sum to 1 within 1e-9
     */
    public int categorical(double[] p) {
        double sum = 0;
        for (double x : p) {
            if (!(x >= 0)) {
                throw new IllegalArgumentException("A probability must not be negative, but got " + x + ".");
            }
            sum += x;
        }
        if (!(Math.abs(sum - 1) <= SUM_TOLERANCE)) {
            throw new IllegalArgumentException(
                    "Probabilities must sum to 1, but these sum to " + sum + "; divide them by their sum.");
        }
        double left = uniform();
        int last = 0;
        for (int i = 0; i < p.length; i++) {
            if (p[i] > 0) {
                last = i;
                left -= p[i];
                if (left < 0) {
                    return i;
                }
            }
        }
        return last; // rounding left a sliver above the last positive probability
    }

    /**
     * The index of the largest value; exact ties are broken uniformly at random (one draw, and only if there is a tie).
     *
     * @throws IllegalArgumentException if there is no value or one is NaN
     */
    public int argmax(double[] values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("Argmax needs at least one value.");
        }
        double best = Double.NEGATIVE_INFINITY;
        int ties = 0;
        for (double v : values) {
            if (Double.isNaN(v)) {
                throw new IllegalArgumentException("Argmax cannot rank NaN; look for a division by zero upstream.");
            }
            if (v > best) {
                best = v;
                ties = 1;
            } else if (v == best) {
                ties++;
            }
        }
        int skip = ties > 1 ? below(ties) : 0;
        int i = 0;
        while (values[i] != best || skip-- > 0) {
            i++;
        }
        return i;
    }

    /** Puts the items in random order, in place; all orders are equally likely (Fisher-Yates). */
    public void shuffle(int[] items) {
        for (int i = items.length - 1; i > 0; i--) {
            int j = below(i + 1);
            int kept = items[i];
            items[i] = items[j];
            items[j] = kept;
        }
    }

    /** The four words that its future depends on, a new array; {@link #ofState} makes a generator of them again. */
    public long[] state() {
        return source.words();
    }

    /**
     * A generator that goes on where another one was when it told its {@link #state}.
     *
     * @throws IllegalArgumentException unless there are four words that are not all 0, from which it could never leave
     */
    public static Rng ofState(long... words) {
        if (words.length != 4 || (words[0] | words[1] | words[2] | words[3]) == 0) {
            throw new IllegalArgumentException(
                    "A generator's state is four words that are not all 0; give what state() returned.");
        }
        return new Rng(new Source(words[0], words[1], words[2], words[3]));
    }

    /** A generator with the same future: both give the same numbers from here on, and neither disturbs the other. */
    public Rng copy() {
        return new Rng(new Source(source));
    }

    /** Opens XoShiRo's copy constructor and its words, which are far quicker than saving and restoring bytes. */
    private static final class Source extends XoShiRo256PlusPlus {
        Source(long a, long b, long c, long d) {
            super(a, b, c, d);
        }

        Source(Source other) {
            super(other);
        }

        long[] words() {
            return new long[] {state0, state1, state2, state3};
        }
    }
}
