package marl.replay;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import marl.nn.Near;
import marl.nn.Precision;
import marl.nn.Tape;
import marl.nn.Tensor;
import marl.random.Rng;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Legal-action masks through the replay buffer. */
class MasksTest {
    private static void add(ReplayBuffer buffer, int agents, double mark, boolean terminated, boolean[]... nextLegal) {
        add(buffer, new boolean[0][], agents, mark, terminated, nextLegal);
    }

    private static void add(
            ReplayBuffer buffer,
            boolean[][] legal,
            int agents,
            double mark,
            boolean terminated,
            boolean[]... nextLegal) {
        double[][] seen = new double[agents][1];
        seen[0][0] = mark;
        buffer.add(Steps.masked(Steps.joint(seen, new int[agents], mark, seen, terminated), legal, nextLegal));
    }

    private static void same(boolean free, double added) {
        assertEquals(free ? 0 : Masks.FORBIDDEN, added);
    }

    /**
     * Up to 4 agents with 40 actions, so that a mask takes several words; each transition is told by its reward. Nothing
     * was forbidden before number 6, nor after numbers 7 and 8, the last of which ended the game.
     */
    @Property(tries = 100)
    void whatWasForbiddenComesOutForbidden(
            @ForAll @IntRange(min = 1, max = 4) int agents,
            @ForAll @IntRange(min = 1, max = 40) int actions,
            @ForAll long seed) {
        ReplayBuffer buffer =
                ReplayBuffer.of(Precision.DOUBLE, 5, ReplayShape.of(agents, 1).withMasks(actions));
        Rng rng = Rng.of(seed);
        boolean[][][][] legal = new boolean[2][9][agents][actions];
        for (int n = 0; n < 9; n++) {
            for (int side = 0; side < 2; side++) {
                for (boolean[] own : legal[side][n]) {
                    for (int a = 0; a < actions; a++) {
                        own[a] = n == 6 + side || rng.bernoulli(0.7);
                    }
                    own[rng.below(actions)] = true;
                }
            }
            add(buffer, legal[0][n], agents, n, n == 8, legal[1][n]);
        }
        Batch batch = buffer.sample(5, rng);
        boolean any = false;
        boolean anyNext = false;
        for (int b = 0; b < 5; b++) {
            int n = batch.rewards().getInt(b, 0);
            for (int i = 0; i < agents; i++) {
                for (int a = 0; a < actions; a++) {
                    boolean free = legal[0][n][i][a];
                    boolean freeNext = n == 8 || legal[1][n][i][a];
                    any |= !free;
                    anyNext |= !freeNext;
                    same(free, batch.forbidden().getDouble(b * agents + i, a));
                    same(free, batch.forbidden(i).getDouble(b, a));
                    same(freeNext, batch.nextForbidden().getDouble(b * agents + i, a));
                    same(freeNext, batch.nextForbidden(i).getDouble(b, a));
                }
            }
        }
        assertEquals(any, batch.restricted());
        assertEquals(anyNext, batch.nextRestricted());
    }

    @Test
    void aBestValueIsThenTheBestLegalOne() {
        ReplayBuffer buffer =
                ReplayBuffer.of(Precision.SINGLE, 2, ReplayShape.of(1, 1).withMasks(3));
        add(buffer, 1, 1, false, new boolean[] {true, false, true});
        Tape tape = Tape.of(Precision.SINGLE);
        Batch batch = buffer.sample(1, Rng.of(1));
        Tensor values = tape.input(new double[][] {{1, 5, 3}}).plus(batch.nextForbidden());
        assertEquals(3, values.max().item());
        assertArrayEquals(new int[] {2}, values.argmax());
    }

    @Test
    void aBufferWithoutMasksHasNothingToSayAboutThem() {
        ReplayBuffer buffer = ReplayBuffer.of(3, 1);
        buffer.add(Steps.one(new double[1], 0, 0, new double[1], false));
        Batch batch = buffer.sample(1, Rng.of(1));
        assertFalse(batch.restricted() || batch.nextRestricted());
        assertEquals(1, batch.filledRows());
        assertArrayEquals(new double[] {1}, Near.numbers(batch.filled()));
        String message =
                assertThrows(IllegalStateException.class, batch::nextForbidden).getMessage();
        assertTrue(message.contains("withMasks"), message);
    }

    @Test
    void aRowThatWasForbiddenOnceIsCleanWhenItIsWrittenAgain() {
        ReplayBuffer buffer =
                ReplayBuffer.of(Precision.SINGLE, 1, ReplayShape.of(1, 1).withMasks(2));
        boolean[] one = {true, false};
        boolean[] both = {true, true};
        add(buffer, new boolean[][] {one}, 1, 1, false, one);
        assertTrue(buffer.sample(1, Rng.of(1)).restricted());
        assertTrue(buffer.sample(1, Rng.of(1)).nextRestricted());
        add(buffer, new boolean[][] {both}, 1, 2, false, both);
        Batch batch = buffer.sample(1, Rng.of(1));
        assertFalse(batch.restricted() || batch.nextRestricted());
        assertArrayEquals(new double[2], Near.numbers(batch.forbidden()));
        assertArrayEquals(new double[2], Near.numbers(batch.nextForbidden()));
    }

    @Test
    void wrongMasksAreRefusedAndNothingIsKept() {
        ReplayBuffer buffer =
                ReplayBuffer.of(Precision.SINGLE, 3, ReplayShape.of(2, 1).withMasks(2));
        boolean[] both = {true, true};
        refused("each of 2 actions of 2 agents", () -> add(buffer, 2, 1, false, both));
        refused("each of 2 actions of 2 agents", () -> add(buffer, 2, 1, false, both, new boolean[3]));
        refused("Agent 1 has no legal action next", () -> add(buffer, 2, 1, false, both, new boolean[2]));
        boolean[][] nothing = {new boolean[2], both};
        refused("Agent 0 has no legal action, though it acted", () -> add(buffer, nothing, 2, 1, false, both, both));
        refused(
                "positive sizes",
                () -> ReplayBuffer.of(Precision.SINGLE, 3, ReplayShape.of(2, 1).withMasks(-1)));
        assertEquals(0, buffer.size());
        add(buffer, 2, 1, true, both, new boolean[2]);
        assertEquals(1, buffer.size(), "after the end nobody needs a legal action");
    }

    private static void refused(String part, Executable wrong) {
        String message = assertThrows(IllegalArgumentException.class, wrong).getMessage();
        assertTrue(message.contains(part), message);
    }
}
