package marl.experiment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import marl.agent.DynaQ;
import marl.agent.QLearner;
import marl.agent.QSettings;
import marl.env.RepeatedGame;
import marl.game.Games;
import marl.random.Rng;
import marl.train.Episodes;
import marl.train.Training;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class SweepTest {
    private static DynaQ dyna(QSettings.Builder settings, int planningSteps, long seed) {
        return DynaQ.of(settings.build())
                .planningSteps(planningSteps)
                .seed(seed)
                .build();
    }

    @Test
    void resultsDoNotDependOnTheNumberOfThreads() {
        String one = learning(1);
        assertEquals(one, learning(2));
        assertEquals(one, learning(4));
        assertTrue(one.lines().count() > 60);
    }

    private static String learning(int threads) {
        RepeatedGame game = RepeatedGame.of(Games.prisonersDilemma()).horizon(10);
        SweepResult result = Sweep.seeds(20)
                .threads(threads)
                .over("alpha", 0.1, 0.5)
                .over("planning", 0, 2, 7)
                .run((point, seed) -> {
                    var settings = QLearner.of(game.index(), 2)
                            .alpha(point.number("alpha"))
                            .epsilon(0.1)
                            .gamma(0.9);
                    int n = point.integer("planning");
                    Episodes log = Training.of(game, dyna(settings, n, seed), dyna(settings, n, seed + 1))
                            .episodes(30)
                            .seed(seed)
                            .run();
                    // Later seeds are quicker, so that they finish out of order.
                    Thread.sleep(seed < 3 ? 3 : 0);
                    return Outcome.of("mean", log.mean(0))
                            .and("good", log.mean(0) > 15)
                            .and("steps", log.totalSteps());
                });
        return result.table().printAll();
    }

    @Test
    void rowsComeInTheOrderOfParametersThenSeeds() {
        SweepResult result = Sweep.seeds(2)
                .from(7)
                .over("n", 1, 2)
                .over("x", "a", "b")
                .run((point, seed) -> Outcome.of("label", point.text("n") + point.text("x") + seed));
        assertEquals(List.of("n", "x", "seed", "label"), result.table().columnNames());
        assertEquals(
                List.of("1a7", "1a8", "1b7", "1b8", "2a7", "2a8", "2b7", "2b8"),
                result.table().stringColumn("label").asList());
    }

    @Test
    void severalRowsForOneRunAreKeptTogether() {
        SweepResult result = Sweep.seeds(3)
                .runRows((point, seed) -> List.of(
                        Outcome.of("t", 0).and("x", seed * 1.0),
                        Outcome.of("t", 1).and("x", seed + 0.5)));
        assertArrayEquals(new double[] {0, 0.5, 1, 1.5, 2, 2.5}, result.column("x"));
        assertArrayEquals(new double[] {0.5, 1.5, 2.5}, result.where("t", 1).column("x"));
    }

    @Test
    void theFirstFailureInOrderIsNamedWhateverTheThreads() {
        for (int threads : new int[] {1, 2, 4}) {
            AtomicInteger ran = new AtomicInteger();
            RuntimeException failure = assertThrows(
                    IllegalStateException.class,
                    () -> Sweep.seeds(500).threads(threads).over("n", 5, 6).run((point, seed) -> {
                        ran.incrementAndGet();
                        if (seed >= 12) {
                            // Slow failures: were nothing cancelled, all of them would take over a second.
                            Thread.sleep(seed == 12 ? 20 : 5);
                            throw new IllegalArgumentException("boom " + seed);
                        }
                        return Outcome.of("x", 1.0);
                    }));
            assertEquals("The run with n = 5, seed 12 failed: boom 12", failure.getMessage());
            assertEquals("boom 12", failure.getCause().getMessage());
            assertTrue(ran.get() < 900, "the rest must be cancelled, but " + ran + " ran");
        }
    }

    @Test
    void anUnsolvedStubKeepsItsType() {
        RuntimeException stub = assertThrows(
                UnsupportedOperationException.class,
                () -> Sweep.seeds(4).run(seed -> {
                    throw new UnsupportedOperationException("03-2 is not solved yet");
                }));
        assertTrue(stub.getMessage().contains("03-2"));
        RuntimeException nothing =
                assertThrows(IllegalStateException.class, () -> Sweep.seeds(1).collect((p, s) -> null));
        assertTrue(nothing.getMessage().contains("null"));
        RuntimeException error = assertThrows(
                IllegalStateException.class,
                () -> Sweep.seeds(1).collect((p, s) -> {
                    throw new StackOverflowError();
                }));
        assertTrue(error.getMessage().contains("StackOverflowError"));
    }

    @Test
    void workersAreDaemonsOfTheirOwnWithTheCallersClassLoader() throws Exception {
        Thread caller = Thread.currentThread();
        ClassLoader before = caller.getContextClassLoader();
        try (URLClassLoader own = new URLClassLoader(new URL[0], before)) {
            caller.setContextClassLoader(own);
            List<Boolean> good = Sweep.seeds(8).threads(3).collect((p, s) -> {
                Thread worker = Thread.currentThread();
                return worker.isDaemon()
                        && worker.getContextClassLoader() == own
                        && worker != caller
                        && !worker.getClass().getName().contains("ForkJoin")
                        && worker.getName().startsWith("sweep");
            });
            assertFalse(good.contains(false), good.toString());
        } finally {
            caller.setContextClassLoader(before);
        }
    }

    /** The stop button: the caller gets the prompt back long before the runs would end, and no worker lives on. */
    @Test
    void anInterruptStopsPromptlyAndLeavesNoThread() throws Exception {
        RepeatedGame game = RepeatedGame.of(Games.prisonersDilemma()).horizon(1_000);
        CountDownLatch running = new CountDownLatch(2);
        ConcurrentSkipListSet<String> workers = new ConcurrentSkipListSet<>();
        AtomicReference<Throwable> thrown = new AtomicReference<>(new AssertionError("nothing was thrown"));
        Thread caller = new Thread(() -> {
            try {
                Sweep.seeds(1_000).threads(2).progress("endless").run(seed -> {
                    workers.add(Thread.currentThread().getName());
                    running.countDown();
                    var pair = QLearner.of(game.index(), 2)
                            .alpha(0.1)
                            .epsilon(0.1)
                            .gamma(0.9)
                            .team(2);
                    Training.of(game, pair).episodes(10_000_000).run();
                    return Outcome.of("x", 1.0);
                });
            } catch (Throwable e) {
                thrown.set(e);
            }
        });
        caller.start();
        running.await();
        caller.interrupt();
        caller.join(20_000); // one run alone would take minutes
        assertFalse(caller.isAlive());
        assertEquals(CancellationException.class, thrown.get().getClass());
        assertTrue(
                thrown.get().getMessage().contains("stopped by you after 0 of 1000"),
                thrown.get().getMessage());
        assertEquals(2, workers.size());
        noneIsLeft(workers::contains);
    }

    /** A pool has ended a moment before its threads have, so they are given time: a worker that hangs uses it up. */
    private static void noneIsLeft(Predicate<String> ours) throws InterruptedException {
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (ours.test(thread.getName())) {
                thread.join(20_000);
                assertFalse(thread.isAlive(), thread.getName() + " lives on");
            }
        }
    }

    @Test
    void noThreadIsLeftAfterSuccessOrFailure() throws InterruptedException {
        Sweep.seeds(8).threads(2).progress("tidy").run(seed -> Outcome.of("x", 1.0));
        assertThrows(
                IllegalStateException.class,
                () -> Sweep.seeds(8).threads(2).progress("tidy").run(seed -> {
                    throw new IllegalStateException("no");
                }));
        noneIsLeft(name -> name.startsWith("sweep tidy"));
    }

    @Test
    void curvesAreGatheredInOrder() {
        Curves curves = Sweep.seeds(5).threads(4).curves(seed ->
                new double[] {seed, Rng.of(seed).uniform()});
        assertEquals(5, curves.runs());
        assertEquals(3, curves.run(3)[0]);
        assertEquals(2, curves.mean()[0]);
        assertThrows(
                IllegalStateException.class,
                () -> Sweep.seeds(2).over("n", 1, 2).curves(seed -> new double[] {1}));
    }

    @Test
    void refusesRowsThatMakeNoTable() {
        assertThrows(IllegalArgumentException.class, () -> Outcome.of("x", 1).and("x", 2));
        assertThrows(IllegalArgumentException.class, () -> Sweep.seeds(1).run(seed -> Outcome.of("seed", 1)));
        assertThrows(
                IllegalArgumentException.class,
                () -> Sweep.seeds(2).run(seed -> seed == 0 ? Outcome.of("x", 1) : Outcome.of("y", 1)));
        RuntimeException mixed = assertThrows(
                IllegalArgumentException.class,
                () -> Sweep.seeds(2).run(seed -> seed == 0 ? Outcome.of("x", 1) : Outcome.of("x", 1.5)));
        assertTrue(mixed.getMessage().contains("Double"), mixed.getMessage());
    }

    @Test
    void refusesSweepsThatMakeNoSense() {
        assertThrows(IllegalArgumentException.class, () -> Sweep.seeds(0));
        assertThrows(IllegalArgumentException.class, () -> Sweep.seeds(1).threads(0));
        assertThrows(IllegalArgumentException.class, () -> Sweep.seeds(1).over("n", new long[0]));
        assertThrows(
                IllegalArgumentException.class,
                () -> Sweep.seeds(1).over("n", 1, 2).over("n", 3));
        assertThrows(IllegalArgumentException.class, () -> Sweep.seeds(1).over("seed", 1));
        Point point = Point.NONE.with("n", 2L).with("name", "x").with("alpha", 0.5);
        assertEquals(2, point.integer("n"));
        assertEquals("n = 2, name = x, alpha = 0.5", point.toString());
        assertThrows(IllegalArgumentException.class, () -> point.number("beta"));
        assertThrows(IllegalArgumentException.class, () -> point.number("name"));
        assertThrows(IllegalArgumentException.class, () -> point.integer("alpha"));
    }
}
