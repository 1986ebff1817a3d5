package marl.replay;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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

class EpisodeReplayTest {
    private static final ReplayShape TWO = ReplayShape.of(2, 1).withState(1).withMasks(3);
    private static final boolean[][] ALL = {{true, true, true}, {true, true, true}};

    /** Step t of episode n: observations 100 n + t and minus that, state 1000 n + t, reward t, ended at the last. */
    private static void addEpisode(EpisodeReplay replay, int n, int steps) {
        for (int t = 0; t < steps; t++) {
            double now = 100 * n + t;
            double[][] seen = {{now}, {-now}};
            double[][] next = {{now + 1}, {-now - 1}};
            double[][] states = {{1000 * n + t}, {1000 * n + t + 1}};
            int[] actions = {n % 3, t % 3};
            replay.add(Steps.masked(Steps.joint(seen, actions, t, next, t == steps - 1, states), ALL, ALL));
        }
        replay.endEpisode();
    }

    @Property(tries = 200)
    void aBatchHoldsDifferentLatestEpisodesWhole(
            @ForAll @IntRange(min = 1, max = 8) int capacity,
            @ForAll @IntRange(min = 1, max = 30) int added,
            @ForAll long seed) {
        EpisodeReplay replay = EpisodeReplay.of(Precision.SINGLE, capacity, TWO);
        Rng rng = Rng.of(seed);
        int[] steps = new int[added];
        for (int n = 0; n < added; n++) {
            steps[n] = 1 + rng.below(20);
            addEpisode(replay, n, steps[n]);
        }
        assertEquals(Math.min(capacity, added), replay.size());
        int drawn = 1 + rng.below(replay.size());
        Batch batch = replay.sample(drawn, rng);
        int longest = batch.size() / drawn;
        Set<Integer> seen = new HashSet<>();
        int filled = 0;
        int most = 0;
        for (int e = 0; e < drawn; e++) {
            int n = batch.observations().getInt(2 * e * longest, 0) / 100;
            assertTrue(n >= added - replay.size() && n < added, n + " was forgotten or never added");
            assertTrue(seen.add(n), n + " was drawn twice");
            most = Math.max(most, steps[n]);
            for (int t = 0; t < longest; t++) {
                int row = e * longest + t;
                boolean there = t < steps[n];
                filled += there ? 1 : 0;
                assertEquals(there ? 1 : 0, batch.filled().getInt(row, 0));
                assertEquals(there ? 100 * n + t : 0, batch.observations(0).getInt(row, 0));
                assertEquals(there ? -100 * n - t : 0, batch.observations().getInt(2 * row + 1, 0));
                assertEquals(
                        there ? 100 * n + t + 1 : 0, batch.nextObservations(0).getInt(row, 0));
                assertEquals(there ? 1000 * n + t : 0, batch.states().getInt(row, 0));
                assertEquals(there ? 1000 * n + t + 1 : 0, batch.nextStates().getInt(row, 0));
                assertEquals(there ? t : 0, batch.rewards().getInt(row, 0));
                assertEquals(there ? n % 3 : 0, batch.actions(0)[row]);
                assertEquals(there ? t % 3 : 0, batch.actions()[2 * row + 1]);
                assertEquals(t < steps[n] - 1 ? 1 : 0, batch.continuing().getInt(row, 0));
            }
        }
        assertEquals(most, longest, "padded to the longest of those drawn");
        assertEquals(filled, batch.filledRows());
        assertFalse(batch.restricted() || batch.nextRestricted());
    }

    @Test
    void theEpisodeUnderWayIsNotDrawnAndCanBeDropped() {
        EpisodeReplay replay = EpisodeReplay.of(Precision.SINGLE, 2, TWO);
        addEpisode(replay, 1, 2);
        addEpisode(replay, 2, 2);
        double[] one = {0};
        double[][] sevens = {{7}, {7}};
        replay.add(Steps.joint(sevens, new int[2], 0, sevens, false, one, one));
        assertEquals(2, replay.size());
        for (int draw = 0; draw < 20; draw++) {
            Batch batch = replay.sample(2, Rng.of(draw));
            assertEquals(4, batch.size(), "nothing of the third episode");
            assertEquals(
                    300,
                    batch.observations(0).getInt(0, 0) + batch.observations(0).getInt(2, 0));
        }
        replay.dropEpisode();
        addEpisode(replay, 3, 1);
        assertEquals(3, replay.sample(2, Rng.of(1)).filledRows(), "the dropped step does not come back");
    }

    @Test
    void theSameSeedDrawsTheSameEpisodes() {
        EpisodeReplay replay = EpisodeReplay.of(Precision.SINGLE, 50, TWO);
        for (int n = 0; n < 70; n++) {
            addEpisode(replay, n, 3);
        }
        double[] first = Near.numbers(replay.sample(8, Rng.of(5)).states());
        assertArrayEquals(first, Near.numbers(replay.sample(8, Rng.of(5)).states()));
        assertFalse(java.util.Arrays.equals(
                first, Near.numbers(replay.sample(8, Rng.of(6)).states())));
    }

    @Test
    void wrongUseIsRefused() {
        EpisodeReplay replay = EpisodeReplay.of(Precision.SINGLE, 3, TWO);
        assertThrows(IllegalStateException.class, replay::endEpisode);
        refused("1 to 0 of the episodes", () -> replay.sample(1, Rng.of(1)));
        addEpisode(replay, 1, 2);
        refused("1 to 1 of the episodes", () -> replay.sample(2, Rng.of(1)));
        refused("at least one episode", () -> EpisodeReplay.of(Precision.SINGLE, 0, TWO));
        double[] one = {0};
        refused(
                "states have 1 numbers, but one has 2",
                () -> replay.add(
                        Steps.joint(new double[2][1], new int[2], 0, new double[2][1], false, new double[2], one)));
    }

    private static void refused(String part, Executable wrong) {
        String message = assertThrows(IllegalArgumentException.class, wrong).getMessage();
        assertTrue(message.contains(part), message);
    }
}
