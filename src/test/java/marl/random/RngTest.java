package marl.random;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.junit.jupiter.api.Test;

class RngTest {
    /** First outputs of the published C code's algorithm, from a separate implementation of it in Python integers. */
    @Test
    void bitsAreXoshiro256PlusPlusSeededBySplitMix64() {
        Rng rng = Rng.of(42);
        long[] bits = {rng.bits(), rng.bits(), rng.bits(), rng.bits(), rng.bits()};
        assertArrayEquals(
                new long[] {
                    0xD0764D4F4476689FL,
                    0x519E4174576F3791L,
                    0xFBE07CFB0C24ED8CL,
                    0xB37D9F600CD835B8L,
                    0xCB231C3874846A73L
                },
                bits);
        rng = Rng.of(42);
        assertEquals(0.8143051451229099, rng.uniform());
        assertEquals(0.3188210400616611, rng.uniform());
        rng = Rng.of(42);
        int[] digits = new int[10];
        Arrays.setAll(digits, i -> 0);
        for (int i = 0; i < 10; i++) {
            digits[i] = rng.below(10);
        }
        assertArrayEquals(new int[] {8, 3, 9, 7, 7, 5, 1, 6, 2, 9}, digits);
    }

    @Test
    void mixingIsFnvThenSplitMixFinaliser() {
        assertEquals(0xE220A8397B1DCDAFL, Rng.mix(0L), "first output of SplitMix64 from 0");
        assertEquals(0x6AE515C1C0AC7E37L, Rng.mix(1, 2, 3));
        assertEquals(0x8B494E490A321AFFL, Rng.mix(7, "agent 0", 120));
        assertEquals(0xA3E6FD68DFE72745L, Rng.mix(7, "Z\u00fcrich", -1));
        assertEquals(0x17624841AF8A5BC3L, Rng.of(7, "agent 0", 120).bits());
    }

    /** Pins the sampler's algorithm: a library update that changes the Gaussians must not pass unseen. */
    @Test
    void gaussiansAreFixed() {
        Rng rng = Rng.of(42);
        double[] first = {rng.gaussian(), rng.gaussian(), rng.gaussian()};
        assertArrayEquals(new double[] {-0.490434289045455, 0.9017539994479106, -0.04662834787479076}, first);
    }

    @Property(tries = 200)
    void mixReactsToEveryArgumentWithAboutHalfItsBits(
            @ForAll long seed, @ForAll long episode, @ForAll @IntRange(max = 63) int bit) {
        int flipped = Long.bitCount(Rng.mix(seed, "a", episode) ^ Rng.mix(seed ^ (1L << bit), "a", episode));
        int flippedByEpisode = Long.bitCount(Rng.mix(seed, "a", episode) ^ Rng.mix(seed, "a", episode ^ (1L << bit)));
        // 64 fair bits: 10 .. 54 is 5.5 standard deviations, about 4e-8 per try.
        assertTrue(flipped >= 10 && flipped <= 54, "flipped " + flipped);
        assertTrue(flippedByEpisode >= 10 && flippedByEpisode <= 54, "flipped " + flippedByEpisode);
        assertNotEquals(Rng.mix(seed, "a", episode), Rng.mix(seed, "b", episode));
    }

    @Property(tries = 100)
    void copyHasTheSameFutureAndDisturbsNothing(@ForAll long seed, @ForAll @IntRange(max = 20) int drawn) {
        Rng rng = Rng.of(seed);
        for (int i = 0; i < drawn; i++) {
            rng.gaussian();
            rng.below(3);
        }
        Rng copy = rng.copy();
        double[] fromCopy = draws(copy);
        assertArrayEquals(fromCopy, draws(rng));
    }

    @Property(tries = 100)
    void aGeneratorOfItsStateHasTheSameFuture(@ForAll long seed, @ForAll @IntRange(max = 20) int drawn) {
        Rng rng = Rng.of(seed);
        for (int i = 0; i < drawn; i++) {
            rng.gaussian();
            rng.below(3);
        }
        long[] state = rng.state();
        Rng restored = Rng.ofState(state);
        assertArrayEquals(state, restored.state());
        assertArrayEquals(draws(restored), draws(rng));
        assertThrows(IllegalArgumentException.class, () -> Rng.ofState(0, 0, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> Rng.ofState(1, 2, 3));
    }

    private static double[] draws(Rng rng) {
        return new double[] {
            rng.gaussian(), rng.uniform(), rng.below(7), rng.bernoulli(0.5) ? 1 : 0, rng.bits(), rng.gaussian()
        };
    }

    @Test
    void belowIsUniform() {
        // n = 3 * 2^29 makes plain multiplication prefer some numbers by a factor of 2, so it tests the rejection.
        int n = 3 << 29;
        int[] thirds = new int[3];
        int[] mod3 = new int[3];
        Rng rng = Rng.of(1);
        for (int i = 0; i < 300_000; i++) {
            int x = rng.below(n);
            thirds[x / (1 << 29)]++;
            mod3[x % 3]++;
        }
        assertChiSquare(thirds, new double[] {1 / 3.0, 1 / 3.0, 1 / 3.0});
        assertChiSquare(mod3, new double[] {1 / 3.0, 1 / 3.0, 1 / 3.0});
    }

    @Test
    void tiesAreBrokenUniformlyAndOnlyTiesCostADraw() {
        Rng rng = Rng.of(2);
        int[] counts = new int[5];
        for (int i = 0; i < 60_000; i++) {
            counts[rng.argmax(new double[] {4, 1, 4, -2, 4})]++;
        }
        assertEquals(0, counts[1] + counts[3]);
        assertChiSquare(new int[] {counts[0], counts[2], counts[4]}, new double[] {1 / 3.0, 1 / 3.0, 1 / 3.0});
        Rng other = rng.copy();
        assertEquals(2, rng.argmax(new double[] {0, 1, 3}));
        assertEquals(other.bits(), rng.bits());
        assertEquals(0, Rng.of(1).argmax(new double[] {Double.NEGATIVE_INFINITY}));
    }

    @Test
    void categoricalFollowsItsProbabilitiesAndNeverPicksAZero() {
        Rng rng = Rng.of(3);
        double[] p = {0, 0.2, 0.5, 0, 0.3, 0};
        int[] counts = new int[6];
        for (int i = 0; i < 60_000; i++) {
            counts[rng.categorical(p)]++;
        }
        assertEquals(0, counts[0] + counts[3] + counts[5]);
        assertChiSquare(new int[] {counts[1], counts[2], counts[4]}, new double[] {0.2, 0.5, 0.3});
    }

    @Test
    void shuffleReachesAllOrdersEqually() {
        Rng rng = Rng.of(4);
        int[] counts = new int[6];
        for (int i = 0; i < 60_000; i++) {
            int[] items = {0, 1, 2};
            rng.shuffle(items);
            counts[items[0] * 2 + (items[1] > items[2] ? 1 : 0)]++;
        }
        double[] sixth = new double[6];
        Arrays.fill(sixth, 1 / 6.0);
        assertChiSquare(counts, sixth);
    }

    @Test
    void gaussianHasTheRightMomentsAndTails() {
        Rng rng = Rng.of(5);
        int n = 400_000;
        double sum = 0;
        double squares = 0;
        int beyondTwo = 0;
        for (int i = 0; i < n; i++) {
            double z = rng.gaussian();
            sum += z;
            squares += z * z;
            beyondTwo += Math.abs(z) > 2 ? 1 : 0;
        }
        // Four standard errors each: 1/sqrt(n), sqrt(2/n) and sqrt(p(1-p)/n) with p = 0.0455.
        assertEquals(0, sum / n, 4 / Math.sqrt(n));
        assertEquals(1, squares / n, 4 * Math.sqrt(2.0 / n));
        assertEquals(0.0455003, beyondTwo / (double) n, 4 * Math.sqrt(0.0455 * 0.9545 / n));
    }

    @Test
    void uniformStaysInsideItsBounds() {
        Rng rng = Rng.of(6);
        for (int i = 0; i < 10_000; i++) {
            double x = rng.uniform(1, Math.nextUp(1.0));
            assertEquals(1, x, 0.0, "the only number in [1, nextUp(1))");
            double y = rng.uniform(-3, 2);
            assertTrue(y >= -3 && y < 2);
        }
    }

    @Test
    void refusesWhatMakesNoSense() {
        Rng rng = Rng.of(0);
        assertThrows(IllegalArgumentException.class, () -> rng.below(0));
        assertThrows(IllegalArgumentException.class, () -> rng.below(-3));
        assertThrows(IllegalArgumentException.class, () -> rng.uniform(1, 1));
        assertThrows(IllegalArgumentException.class, () -> rng.uniform(0, Double.POSITIVE_INFINITY));
        assertThrows(IllegalArgumentException.class, () -> rng.bernoulli(1.5));
        assertThrows(IllegalArgumentException.class, () -> rng.bernoulli(Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> rng.categorical(new double[] {0.5, 0.4}));
        assertThrows(IllegalArgumentException.class, () -> rng.categorical(new double[] {1.5, -0.5}));
        assertThrows(IllegalArgumentException.class, () -> rng.categorical(new double[0]));
        assertThrows(IllegalArgumentException.class, () -> rng.argmax(new double[0]));
        assertThrows(IllegalArgumentException.class, () -> rng.argmax(new double[] {1, Double.NaN}));
    }

    /** Refuses counts whose chi-square statistic is above the 99.99 % quantile; the seeds are fixed, so never flaky. */
    private static void assertChiSquare(int[] counts, double[] p) {
        double n = Arrays.stream(counts).sum();
        double statistic = 0;
        for (int i = 0; i < counts.length; i++) {
            double expected = n * p[i];
            statistic += (counts[i] - expected) * (counts[i] - expected) / expected;
        }
        double bound = ChiSquaredDistribution.of(counts.length - 1.0).inverseSurvivalProbability(1e-4);
        assertTrue(
                statistic < bound, "chi-square " + statistic + " against " + bound + " for " + Arrays.toString(counts));
    }
}
