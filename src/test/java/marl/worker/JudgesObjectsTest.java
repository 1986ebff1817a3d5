package marl.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import marl.exercise.AnswerFailed;
import marl.exercise.CounterExample;
import marl.exercise.Lesson04;
import marl.exercise.Lesson06;
import org.junit.jupiter.api.Test;

/** Objects of the judge, a mixer or a team, that an answer calls over the link. */
class JudgesObjectsTest {

    private static Lesson06.Mixer mixer(Total total) {
        return new Lesson06.Mixer() {
            @Override
            public int agents() {
                return 1;
            }

            @Override
            public int stateSize() {
                return 0;
            }

            @Override
            public double total(double[] values, double[] state) {
                return total.of(values);
            }
        };
    }

    @Test
    void theJudgesObjectsCanBeCalledFromTheAnswer() throws Exception {
        Lesson04.Difference answer = (team, actions, agent, other) -> {
            double all = team.reward(actions);
            int[] changed = actions.clone();
            changed[agent] = other;
            return all - team.reward(changed);
        };
        try (Ends ends = new Ends(answer)) {
            Lesson04.Difference remote = ends.answer("04-1", Lesson04.Difference.class);
            assertEquals(6, remote.difference(a -> a[0] + 3 * a[1], new int[] {1, 2}, 1, 0));
        }
    }

    @Test
    void theJudgesObjectsCanBeCalledFromSeveralThreadsOfTheAnswer() throws Exception {
        Lesson06.Nudges answer = (mixer, trials, size, seed) -> IntStream.range(0, trials)
                .parallel()
                .mapToDouble(k -> mixer.total(new double[] {k}, new double[0]))
                .sum();
        try (Ends ends = new Ends(answer)) {
            double sum = ends.answer("06-1", Lesson06.Nudges.class).share(mixer(v -> v[0]), 500, 0, 0);
            assertEquals(500 * 499 / 2.0, sum);
        }
    }

    @Test
    void whatTheJudgesObjectThrowsReachesTheJudgeAsItself() throws Exception {
        Lesson06.Nudges answer = (mixer, trials, size, seed) -> mixer.total(new double[7], new double[0]);
        try (Ends ends = new Ends(answer)) {
            Lesson06.Nudges remote = ends.answer("06-1", Lesson06.Nudges.class);
            Lesson06.Mixer strict = mixer(v -> {
                throw new CounterExample("two values", "two", "" + v.length);
            });
            assertThrows(CounterExample.class, () -> remote.share(strict, 1, 1, 1));
            assertEquals(7, remote.share(mixer(v -> v.length), 1, 1, 1), "the link goes on after it");
        }
    }

    @Test
    void whatAnAnswerCaughtIsForgotten() throws Exception {
        Lesson06.Nudges answer = (mixer, trials, size, seed) -> {
            try {
                return mixer.total(new double[7], new double[0]);
            } catch (RuntimeException caught) {
                throw new IllegalStateException("my own fault");
            }
        };
        try (Ends ends = new Ends(answer)) {
            Lesson06.Nudges remote = ends.answer("06-1", Lesson06.Nudges.class);
            Lesson06.Mixer strict = mixer(v -> {
                throw new CounterExample("two values", "two", "" + v.length);
            });
            AnswerFailed failed = assertThrows(AnswerFailed.class, () -> remote.share(strict, 1, 1, 1));
            assertEquals("Your code threw IllegalStateException: my own fault", failed.getMessage());
        }
    }

    @Test
    void anAnswerThatAsksForTheImpossibleIsToBlame() throws Exception {
        Lesson06.Nudges answer = (mixer, trials, size, seed) -> mixer.total(new double[0], new double[0]);
        try (Ends ends = new Ends(answer)) {
            Lesson06.Nudges remote = ends.answer("06-1", Lesson06.Nudges.class);
            AnswerFailed failed = assertThrows(AnswerFailed.class, () -> remote.share(mixer(v -> v[3]), 1, 1, 1));
            assertTrue(failed.getMessage().contains("asked for something impossible"), failed.getMessage());
        }
    }

    @Test
    void aThreadThatOutlivesItsCallIsRefused() throws Exception {
        List<Throwable> refused = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        Lesson06.Nudges answer = (mixer, trials, size, seed) -> {
            Thread late = new Thread(() -> {
                try {
                    Thread.sleep(100);
                    mixer.total(new double[1], new double[0]);
                } catch (Exception thrown) {
                    refused.add(thrown);
                }
            });
            late.start();
            threads.add(late);
            return 0;
        };
        try (Ends ends = new Ends(answer)) {
            Lesson06.Nudges remote = ends.answer("06-1", Lesson06.Nudges.class);
            remote.share(mixer(v -> 1), 1, 1, 1);
            threads.get(0).join();
            assertInstanceOf(IllegalStateException.class, refused.get(0));
            assertEquals(0, remote.share(mixer(v -> 1), 1, 1, 1));
        }
    }

    private interface Total {
        double of(double[] values);
    }
}
