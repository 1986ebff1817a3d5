package marl.nn;

import java.util.concurrent.TimeUnit;
import marl.random.Rng;
import marl.replay.Batch;
import marl.replay.ReplayBuffer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One whole update of a deep Q-network, batch 64: sampling, target network, squared error, gradient, Adam. Beside it
 * its floor, the eight large matrix products alone, and the same update in plain ND4J in double.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class DqnUpdate {
    static final int BATCH = 64;

    @Param({"18-128-128-5", "4-128-128-2"})
    public String net;

    private Learner fused;
    private Learner plain;
    private Products products;

    @Setup
    public void make() {
        fused = new Learner(Precision.SINGLE, Sizes.of(net));
        plain = new Learner(Precision.DOUBLE, Sizes.of(net));
        products = new Products(BATCH, Sizes.of(net));
    }

    @Benchmark
    public double ours() {
        return fused.update();
    }

    @Benchmark
    public double plainDouble() {
        return plain.update();
    }

    @Benchmark
    @Fork(1)
    public void floor() {
        products.forward();
        products.forward();
        products.back();
    }

    /** A network with its target, optimiser and a full buffer. */
    static final class Learner {
        private final Mlp net;
        private final Mlp target;
        private final Optimiser adam;
        private final ReplayBuffer buffer;
        private final Rng rng = Rng.of(5);

        Learner(Precision precision, int[] sizes) {
            net = Mlp.of(Activation.RELU, precision, Rng.of(1), sizes);
            target = net.copy();
            adam = Optimiser.adam(5e-4, net);
            buffer = Filled.buffer(precision, 1, sizes[0], sizes[sizes.length - 1], 0);
        }

        double update() {
            Batch batch = buffer.sample(BATCH, rng);
            return adam.minimise(tape -> {
                Tensor values = net.apply(tape, batch.observations()).gather(batch.actions());
                Tensor targets = tape.unrecorded(() -> target.apply(tape, batch.nextObservations())
                        .max()
                        .times(batch.continuing())
                        .times(0.99)
                        .plus(batch.rewards()));
                return Losses.meanSquared(values, targets);
            });
        }
    }
}
