package marl.nn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import marl.agent.Transition;
import marl.random.Rng;
import marl.replay.Batch;
import marl.replay.ReplayBuffer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.factory.Nd4j;

/** Whole training steps: the same bits on any thread and beside collections of garbage, and next to no garbage. */
class TrainingTest {
    @BeforeAll
    static void loadOnThisThread() {
        Nd4j.getBackend();
    }

    /** A small deep Q-learner on random transitions. */
    private static final class Learner {
        private static final boolean[] ALL = {};

        private final Mlp net;
        private final Mlp target;
        private final Optimiser adam;
        private final ReplayBuffer buffer = ReplayBuffer.of(500, 6);
        private final Rng rng;

        Learner(long seed) {
            rng = Rng.of(seed);
            net = Mlp.relu(rng, 6, 64, 64, 3);
            target = net.copy();
            adam = Optimiser.adam(1e-3, net).clipNorm(10);
            for (int i = 0; i < 600; i++) {
                double[] seen = numbers();
                int action = rng.below(3);
                double reward = rng.gaussian();
                double[] next = numbers();
                buffer.add(new Transition(seen, action, reward, next, ALL, rng.bernoulli(0.1), false));
            }
        }

        private double[] numbers() {
            double[] numbers = new double[6];
            for (int i = 0; i < 6; i++) {
                numbers[i] = rng.gaussian();
            }
            return numbers;
        }

        double update() {
            Batch batch = buffer.sample(32, rng);
            double loss = adam.minimise(tape -> {
                Tensor values = net.apply(tape, batch.observations()).gather(batch.actions());
                Tensor next = target.apply(tape, batch.nextObservations()).max();
                return Losses.huber(
                        values, next.times(batch.continuing()).times(0.99).plus(batch.rewards()));
            });
            target.moveTowards(net, 0.01);
            return loss;
        }

        double[] train(int updates) {
            for (int i = 0; i < updates; i++) {
                update();
            }
            return Near.numbers(net.parameters().get(0).values());
        }
    }

    @Test
    void twoThreadsGiveTheBitsOfOne() throws InterruptedException {
        double[][] alone = {new Learner(1).train(300), new Learner(2).train(300)};
        double[][] together = new double[2][];
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            int seed = i + 1;
            Thread thread = new Thread(() -> together[seed - 1] = new Learner(seed).train(300));
            threads.add(thread);
            thread.start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertArrayEquals(alone[0], together[0], 0);
        assertArrayEquals(alone[1], together[1], 0);
    }

    /** ND4J frees the memory of arrays that nobody holds; ours must be held. */
    @Test
    void collectingGarbageChangesNoBit() {
        double[] quiet = new Learner(3).train(100);
        Learner learner = new Learner(3);
        for (int i = 0; i < 10; i++) {
            learner.train(10);
            System.gc();
            for (int k = 0; k < 200; k++) {
                Nd4j.ones(64, 64); // takes memory that was freed by mistake
            }
        }
        assertArrayEquals(quiet, learner.train(0), 0);
    }

    /** Measured 2.6 kB for an update and 0 for acting; the bounds leave room for other compilers. */
    @Test
    void anUpdateMakesNextToNoGarbage() {
        Learner learner = new Learner(4);
        learner.train(3000);
        double perUpdate = allocated(() -> learner.train(1000)) / 1000.0;
        assertTrue(perUpdate < 8000, perUpdate + " bytes for an update");
        double[] observation = learner.numbers();
        double[] values = new double[3];
        double perAction = allocated(() -> {
                    for (int i = 0; i < 1000; i++) {
                        learner.net.values(observation, values);
                    }
                })
                / 1000.0;
        assertTrue(perAction < 50, perAction + " bytes for an action");
    }

    private static long allocated(Runnable work) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        work.run();
        return threads.getCurrentThreadAllocatedBytes() - before;
    }
}
