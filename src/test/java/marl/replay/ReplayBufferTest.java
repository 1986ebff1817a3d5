package marl.replay;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import marl.nn.Near;
import marl.nn.Precision;
import marl.random.Rng;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class ReplayBufferTest {
    /** Transition n: observation (n, -n), action n mod 3, reward 10 n, next (n + 1, -n - 1), ended if n is odd. */
    private static void add(ReplayBuffer buffer, int n) {
        buffer.add(Steps.one(new double[] {n, -n}, n % 3, 10 * n, new double[] {n + 1, -n - 1}, n % 2 == 1));
    }

    private static int[] numbersDrawn(Batch batch) {
        int[] drawn = new int[batch.size()];
        for (int b = 0; b < drawn.length; b++) {
            drawn[b] = batch.observations().getInt(b, 0);
        }
        return drawn;
    }

    @Property(tries = 200)
    void aBatchHoldsDifferentOnesOfTheLatestWhole(
            @ForAll @IntRange(min = 1, max = 30) int capacity,
            @ForAll @IntRange(min = 1, max = 70) int added,
            @ForAll long seed) {
        ReplayBuffer buffer = ReplayBuffer.of(capacity, 2);
        for (int n = 0; n < added; n++) {
            add(buffer, n);
        }
        assertEquals(Math.min(capacity, added), buffer.size());
        Rng rng = Rng.of(seed);
        int size = 1 + rng.below(buffer.size());
        Batch batch = buffer.sample(size, rng);
        assertEquals(size, batch.size());
        Set<Integer> seen = new HashSet<>();
        for (int b = 0; b < size; b++) {
            int n = batch.observations().getInt(b, 0);
            assertTrue(n >= added - buffer.size() && n < added, n + " was forgotten or never added");
            assertTrue(seen.add(n), n + " was drawn twice");
            assertEquals(-n, batch.observations().getInt(b, 1));
            assertEquals(n % 3, batch.actions()[b]);
            assertEquals(10 * n, batch.rewards().getInt(b, 0));
            assertEquals(n + 1, batch.nextObservations().getInt(b, 0));
            assertEquals(-n - 1, batch.nextObservations().getInt(b, 1));
            assertEquals(n % 2 == 1 ? 0 : 1, batch.continuing().getInt(b, 0));
        }
    }

    @Test
    void theSameSeedDrawsTheSameOnes() {
        ReplayBuffer buffer = ReplayBuffer.of(100, 2);
        for (int n = 0; n < 130; n++) {
            add(buffer, n);
        }
        int[] first = numbersDrawn(buffer.sample(32, Rng.of(5)));
        assertArrayEquals(first, numbersDrawn(buffer.sample(32, Rng.of(5))));
        assertTrue(!java.util.Arrays.equals(first, numbersDrawn(buffer.sample(32, Rng.of(6)))));
    }

    /** All 10 pairs of 5 are equally likely: chi-square with 9 degrees of freedom stays below 33.7 (p = 1e-4). */
    @Test
    void everySetIsEquallyLikely() {
        UniformDraw draw = new UniformDraw(5);
        Rng rng = Rng.of(12);
        int[] counts = new int[32];
        int draws = 20_000;
        for (int i = 0; i < draws; i++) {
            int[] pair = draw.from(5, 2, rng);
            counts[1 << pair[0] | 1 << pair[1]]++;
        }
        double chiSquare = 0;
        int pairs = 0;
        for (int set = 0; set < 32; set++) {
            if (Integer.bitCount(set) != 2) {
                assertEquals(0, counts[set], "set " + set);
                continue;
            }
            pairs++;
            double expected = draws / 10.0;
            chiSquare += (counts[set] - expected) * (counts[set] - expected) / expected;
        }
        assertEquals(10, pairs);
        assertTrue(chiSquare < 33.7, "chi-square " + chiSquare);
    }

    /** Two agents with observations of 2, a state of 1 and a fingerprint of 2, in double. */
    @Test
    void jointTransitionsAndFingerprintsComeOutInPlace() {
        ReplayBuffer buffer = ReplayBuffer.of(
                Precision.DOUBLE, 4, ReplayShape.of(2, 2).withState(1).withFingerprint(2));
        double[][] seen = {{1, 2}, {3, 4}};
        double[][] next = {{5, 6}, {7, 8}};
        double[][] states = {{9}, {10}};
        buffer.add(Steps.joint(seen, new int[] {7, 8}, 0.5, next, false, states), 0.25, 100);
        Batch batch = buffer.sample(1, Rng.of(1));
        assertArrayEquals(new double[] {1, 2, 0.25, 100, 3, 4, 0.25, 100}, Near.numbers(batch.observations()));
        assertArrayEquals(new double[] {5, 6, 0.25, 100, 7, 8, 0.25, 100}, Near.numbers(batch.nextObservations()));
        assertArrayEquals(new long[] {2, 4}, batch.observations().shape());
        assertArrayEquals(new int[] {7, 8}, batch.actions());
        assertArrayEquals(new double[] {9}, Near.numbers(batch.states()));
        assertArrayEquals(new double[] {10}, Near.numbers(batch.nextStates()));
        assertArrayEquals(new double[] {0.5}, Near.numbers(batch.rewards()));
        assertArrayEquals(new double[] {1}, Near.numbers(batch.continuing()));
    }

    /** Observations of all agents lie as they were given; several transitions must not run into each other. */
    @Test
    void jointTransitionsWithoutFingerprintsComeOutInPlace() {
        ReplayBuffer buffer =
                ReplayBuffer.of(Precision.SINGLE, 3, ReplayShape.of(2, 2).withState(1));
        for (int n = 0; n < 5; n++) {
            double[][] seen = {{n, n + .1}, {n + .2, n + .3}};
            double[][] next = {{-n, -n - .1}, {-n - .2, -n - .3}};
            double[][] states = {{20 + n}, {30 + n}};
            buffer.add(Steps.joint(seen, new int[] {n, 10 + n}, n, next, n == 4, states));
        }
        Batch batch = buffer.sample(3, Rng.of(1));
        for (int b = 0; b < 3; b++) {
            int n = (int) batch.rewards().getDouble(b);
            for (int i = 0; i < 4; i++) {
                int row = 2 * b + i / 2;
                assertEquals(n + i / 10., batch.observations().getDouble(row, i % 2), 1e-6);
                assertEquals(-n - i / 10., batch.nextObservations().getDouble(row, i % 2), 1e-6);
            }
            assertEquals(10 + n, batch.actions()[2 * b + 1]);
            assertEquals(20 + n, batch.states().getInt(b, 0));
            assertEquals(30 + n, batch.nextStates().getInt(b, 0));
            assertEquals(n == 4 ? 0 : 1, batch.continuing().getInt(b, 0));
        }
    }

    @Test
    void wrongUseIsRefused() {
        ReplayBuffer buffer = ReplayBuffer.of(10, 2);
        add(buffer, 0);
        double[] two = new double[2];
        refused("1 to 1 of the transitions", () -> buffer.sample(2, Rng.of(1)));
        refused("1 to 1 of the transitions", () -> buffer.sample(0, Rng.of(1)));
        refused(
                "observations have 2 numbers, but one has 3",
                () -> buffer.add(Steps.one(new double[3], 0, 0, two, false)));
        refused("next observations have 2", () -> buffer.add(Steps.one(two, 0, 0, new double[1], false)));
        refused("fingerprints have 0", () -> buffer.add(Steps.one(two, 0, 0, two, false), 0.1));
        refused("reward is a finite number", () -> buffer.add(Steps.one(two, 0, Double.NaN, two, false)));
        refused("observation holds NaN", () -> buffer.add(Steps.one(new double[] {0, Double.NaN}, 0, 0, two, false)));
        double[][] pair = {two, two};
        refused("of 1 agents, but got 2, 2 and 2", () -> buffer.add(Steps.joint(pair, new int[2], 0, pair, false)));
        refused("positive sizes", () -> ReplayBuffer.of(0, 2));
        refused("lower the capacity", () -> ReplayBuffer.of(1_000_000_000, 2));
        assertEquals(1, buffer.size(), "what was refused is not there");
    }

    private static void refused(String part, Executable wrong) {
        String message = assertThrows(IllegalArgumentException.class, wrong).getMessage();
        assertTrue(message.contains(part), message);
    }
}
