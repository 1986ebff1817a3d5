package marl.nn;

import java.util.concurrent.TimeUnit;
import marl.random.Rng;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Agents with memory over a batch of episodes, forward and backward: 26 steps of 96 rows through 26-64 (ReLU), a recurrent
 * unit of 64, and 64-5. Beside it its floor, the matrix products alone.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class RecurrentAgents {
    private static final int STEPS = 26;
    private static final int BATCH = 96;
    private static final int INPUTS = 26;
    private static final int HIDDEN = 64;
    private static final int ACTIONS = 5;

    private Mlp in;
    private Gru unit;
    private Mlp out;
    private Tape tape;
    private INDArray x;
    private INDArray start;
    private RecurrentProducts products;

    @Setup
    public void make() {
        Rng rng = Rng.of(1);
        in = Mlp.relu(rng, INPUTS, HIDDEN);
        unit = Gru.of(Precision.SINGLE, rng, HIDDEN, HIDDEN);
        out = Mlp.relu(rng, HIDDEN, ACTIONS);
        tape = Tape.of(Precision.SINGLE);
        Nd4j.getRandom().setSeed(1);
        x = Nd4j.rand(-1, 1, Nd4j.getRandom(), STEPS * BATCH, INPUTS);
        start = Nd4j.zeros(BATCH, HIDDEN);
        products = new RecurrentProducts(STEPS, BATCH, INPUTS, HIDDEN, ACTIONS);
    }

    @Benchmark
    public double ours() {
        tape.restart();
        in.parameters().get(0).zeroGradients();
        unit.parameters().get(0).zeroGradients();
        out.parameters().get(0).zeroGradients();
        Tensor features = in.activated(tape.input(x));
        Tensor loss = out.apply(unit.unroll(features, tape.input(start), STEPS)).mean();
        loss.backward();
        return loss.item();
    }

    @Benchmark
    @Fork(1)
    public void floor() {
        products.forward();
        products.back();
    }
}
