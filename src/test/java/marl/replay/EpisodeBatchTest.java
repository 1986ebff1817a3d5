package marl.replay;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import marl.agent.JointTransition;
import marl.nn.Precision;
import marl.random.Rng;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Episodes with time slowest: every number is where it says, against a loop over rows. */
class EpisodeBatchTest {
    private static final int AGENTS = 2;

    /** Agent i sees 100 e + t + i / 10 in step t of episode e, and the same of t + 1 next. */
    private static EpisodeReplay filled(int... lengths) {
        EpisodeReplay replay = EpisodeReplay.of(Precision.DOUBLE, lengths.length, ReplayShape.of(AGENTS, 1));
        for (int e = 0; e < lengths.length; e++) {
            for (int t = 0; t < lengths[e]; t++) {
                replay.add(new JointTransition(
                        new double[0],
                        seen(e, t),
                        new boolean[0][],
                        new int[] {t % 3, t % 2},
                        100 * (e + 1) + t,
                        new double[0],
                        seen(e, t + 1),
                        new boolean[0][],
                        t == lengths[e] - 1,
                        false));
            }
            replay.endEpisode();
        }
        return replay;
    }

    private static double[][] seen(int e, int t) {
        return new double[][] {{100 * (e + 1) + t}, {100 * (e + 1) + t + 0.5}};
    }

    @Property(tries = 60)
    void piecesHoldWhatWasLivedThroughInOrder(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 6) int length, @ForAll @IntRange(max = 3) int burnIn) {
        int[] lengths = {3, 1, 5};
        EpisodeReplay replay = filled(lengths);
        Rng rng = Rng.of(seed);
        for (int draw = 0; draw < 3; draw++) {
            EpisodeBatch batch = replay.pieces(3, length, burnIn, rng);
            int n = batch.episodes();
            int filled = 0;
            for (int e = 0; e < n; e++) {
                int steps = batch.lengths()[e];
                int first = (int) batch.steps().rewards().getDouble(e);
                int from = first % 100;
                int whole = lengths[first / 100 - 1];
                assertEquals(Math.min(length, whole), steps);
                assertTrue(from + steps <= whole, "within its episode");
                for (int t = 0; t <= batch.longest(); t++) {
                    for (int i = 0; i < AGENTS; i++) {
                        double expected = t <= steps ? first + t + 0.5 * i : 0;
                        assertEquals(expected, batch.sequences().getDouble((t * n + e) * AGENTS + i));
                        assertEquals(expected, batch.sequences(i).getDouble(t * n + e));
                    }
                    if (t < batch.longest()) {
                        assertEquals(t < steps ? 1 : 0, batch.steps().filled().getDouble(t * n + e));
                        int action = t < steps ? (from + t) % 3 : 0;
                        assertEquals(action, batch.steps().actions()[(t * n + e) * AGENTS]);
                    }
                }
                filled += steps;
                int before = batch.burnInLengths()[e];
                assertEquals(Math.min(burnIn, from), before);
                for (int t = 0; t < burnIn; t++) {
                    double expected = t < before ? first - before + t : 0;
                    assertEquals(expected, batch.burnIn().getDouble((t * n + e) * AGENTS));
                }
            }
            assertEquals(filled, batch.steps().filledRows());
        }
    }

    @Test
    void wholeEpisodesAreDrawnAsWithoutTimeInFront() {
        EpisodeReplay replay = filled(3, 1, 5, 2);
        EpisodeBatch batch = replay.sequences(2, Rng.of(5));
        double[] first = {
            batch.steps().rewards().getDouble(0), batch.steps().rewards().getDouble(1)
        };
        Batch plain = replay.sample(2, Rng.of(5));
        int longest = plain.size() / 2;
        assertArrayEquals(
                new double[] {plain.rewards().getDouble(0), plain.rewards().getDouble(longest)}, first);
        assertEquals(longest, batch.longest());
    }

    @Test
    void whatCannotBeDrawnIsOneSentence() {
        EpisodeReplay replay = filled(3, 1);
        refused("1 to 2", () -> replay.sequences(3, Rng.of(1)));
        refused("1 to 2", () -> replay.pieces(0, 1, 0, Rng.of(1)));
        refused("at least one step", () -> replay.pieces(1, 0, 0, Rng.of(1)));
        refused("burn-in of 0 or more", () -> replay.pieces(1, 1, -1, Rng.of(1)));
    }

    private static void refused(String part, org.junit.jupiter.api.function.Executable what) {
        String message = assertThrows(IllegalArgumentException.class, what).getMessage();
        assertTrue(message.contains(part) && message.endsWith("."), message);
    }
}
