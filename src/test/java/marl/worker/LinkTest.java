package marl.worker;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import marl.exercise.AnswerFailed;
import marl.exercise.Ask;
import marl.exercise.ClimbingPairs;
import marl.exercise.Lesson00;
import marl.exercise.Lesson01;
import marl.exercise.Lesson03;
import marl.exercise.Lesson06;
import marl.exercise.Lesson10;
import marl.exercise.Lesson12;
import marl.exercise.Remote;
import org.junit.jupiter.api.Test;

class LinkTest {

    @Test
    void aCallCarriesNumbersArraysAndTextsBothWays() throws Exception {
        try (Ends ends = new Ends((Lesson00.RunningMean) (mean, count, reward) -> mean + count + reward)) {
            assertEquals(6.5, ends.answer("00-1", Lesson00.RunningMean.class).update(1.5, 2, 3));
        }
        Lesson01.SettingOf setting = (row, column) -> "größer: " + Arrays.deepToString(row) + column[1][0];
        try (Ends ends = new Ends(setting)) {
            String text = ends.answer("01-1", Lesson01.SettingOf.class)
                    .setting(new double[][] {{1, Double.NaN}, {}}, new double[][] {{}, {-0.0}});
            assertEquals("größer: [[1.0, NaN], []]-0.0", text);
        }
    }

    @Test
    void whatAnAnswerDoesToAnArrayIsDoneToTheCallers() throws Exception {
        Lesson01.NashConv answer = (row, column, x, y) -> {
            row[1] = new double[] {7, 8, 9};
            column[0][0] = -1;
            return x[0];
        };
        try (Ends ends = new Ends(answer)) {
            double[][] row = {{1}, {2}};
            double[][] column = {{3}, {4}};
            double[] kept = column[0];
            ends.answer("01-3", Lesson01.NashConv.class).nashConv(row, column, new double[] {5}, new double[] {6});
            assertArrayEquals(new double[] {7, 8, 9}, row[1]);
            assertArrayEquals(new double[] {-1}, kept, "the same array, changed in place");
        }
    }

    @Test
    void exceptionsArriveInWordsAndTheStubIsKnown() throws Exception {
        Lesson01.RockEquilibrium broken = win -> {
            throw new IllegalStateException("no idea");
        };
        try (Ends ends = new Ends(broken)) {
            Lesson01.RockEquilibrium remote = ends.answer("01-4", Lesson01.RockEquilibrium.class);
            AnswerFailed failed = assertThrows(AnswerFailed.class, () -> remote.equilibrium(2));
            assertEquals("Your code threw IllegalStateException: no idea", failed.getMessage());
            assertFalse(failed.stub());
        }
        Lesson01.RockEquilibrium stub = win -> {
            throw new UnsupportedOperationException("01-4 is not solved yet");
        };
        try (Ends ends = new Ends(stub)) {
            Lesson01.RockEquilibrium remote = ends.answer("01-4", Lesson01.RockEquilibrium.class);
            assertTrue(assertThrows(AnswerFailed.class, () -> remote.equilibrium(2))
                    .stub());
        }
    }

    @Test
    void nullIsRefusedWhereverItIs() throws Exception {
        try (Ends ends = new Ends((Lesson01.RockEquilibrium) win -> null)) {
            Lesson01.RockEquilibrium remote = ends.answer("01-4", Lesson01.RockEquilibrium.class);
            assertTrue(assertThrows(AnswerFailed.class, () -> remote.equilibrium(2))
                    .getMessage()
                    .contains("null"));
        }
        try (Ends ends = new Ends((Lesson06.Table) () -> new double[][] {{1}, null})) {
            Lesson06.Table remote = ends.answer("06-4", Lesson06.Table.class);
            assertThrows(AnswerFailed.class, remote::table);
        }
    }

    @Test
    void tooMuchIsRefusedInTheWorkerAndTheLinkGoesOn() throws Exception {
        Lesson01.RockEquilibrium answer = win -> new double[win > 1 ? 2_000_000 : 3];
        try (Ends ends = new Ends(answer)) {
            Lesson01.RockEquilibrium remote = ends.answer("01-4", Lesson01.RockEquilibrium.class);
            assertTrue(assertThrows(AnswerFailed.class, () -> remote.equilibrium(2))
                    .getMessage()
                    .contains("million bytes"));
            assertEquals(3, remote.equilibrium(1).length);
        }
    }

    @Test
    void objectsThatAnAnswerMakesCanBeCalled() throws Exception {
        Lesson10.NewPool answer = (capacity, latest) -> new Lesson10.Pool() {
            private final List<Integer> kept = new ArrayList<>();

            @Override
            public void add(int snapshot) {
                kept.add(snapshot);
            }

            @Override
            public int size() {
                return kept.size();
            }

            @Override
            public int pick(double first, double second) {
                return kept.get((int) second);
            }
        };
        try (Ends ends = new Ends(answer)) {
            Lesson10.NewPool remote = ends.answer("10-3", Lesson10.NewPool.class);
            Lesson10.Pool one = remote.make(3, 0.5);
            Lesson10.Pool other = remote.make(3, 0.5);
            one.add(4);
            one.add(5);
            other.add(6);
            assertEquals(2, one.size());
            assertEquals(1, other.size());
            assertEquals(5, one.pick(0, 1));
            assertFalse(one.equals(other));
            assertEquals(one, one);
        }
    }

    @Test
    void manyCallsInOneMessageGiveTheSameAsOneByOne() throws Exception {
        Lesson12.Entry answer = (own, other) -> 10 * own.length + other[0];
        try (Ends ends = new Ends(answer)) {
            Lesson12.Entry remote = ends.answer("12-3", Lesson12.Entry.class);
            assertInstanceOf(Remote.class, remote);
            int[] expected = Ask.ints(answer, 1_000, (a, k) -> a.move(new int[k % 7], new int[] {k}));
            assertArrayEquals(expected, Ask.ints(remote, 1_000, (a, k) -> a.move(new int[k % 7], new int[] {k})));
            assertArrayEquals(new int[0], Ask.ints(remote, 0, (a, k) -> a.move(new int[1], new int[1])));
        }
    }

    @Test
    void aFailureAmongManyCallsFailsThem() throws Exception {
        Lesson12.Entry answer = (own, other) -> 1 / other[0];
        try (Ends ends = new Ends(answer)) {
            Lesson12.Entry remote = ends.answer("12-3", Lesson12.Entry.class);
            assertThrows(
                    AnswerFailed.class, () -> Ask.ints(remote, 40, (a, k) -> a.move(new int[0], new int[] {30 - k})));
            assertEquals(1, remote.move(new int[0], new int[] {1}));
        }
    }

    @Test
    void aRoutineRunsBesideTheAnswerAndGivesTheSame() throws Exception {
        Lesson03.Hysteretic answer = (q, target, alpha, beta) -> q + (target > q ? alpha : beta) * (target - q);
        ClimbingPairs training =
                new ClimbingPairs(new double[][] {{1, 0, 0}, {0, 2, 0}, {0, 0, 3}}, 3, 50, 0.1, 0.01, 5);
        try (Ends ends = new Ends(answer)) {
            double[][][] there = Ask.run(ends.answer("03-3", Lesson03.Hysteretic.class), training)
                    .values();
            assertTrue(Arrays.deepEquals(training.run(answer).values(), there));
        }
    }

    @Test
    void anAnswerThatCannotBeMadeSaysWhy() throws Exception {
        try (Ends ends = new Ends(new AnswerFailed(false, "CompileError", "a bracket is missing"))) {
            AnswerFailed failed = assertThrows(AnswerFailed.class, () -> ends.answer("12-3", Lesson12.Entry.class));
            assertEquals("a bracket is missing", failed.getMessage());
            assertEquals("CompileError", failed.kind());
        }
    }
}
