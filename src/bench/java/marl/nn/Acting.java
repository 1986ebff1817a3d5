package marl.nn;

import java.util.concurrent.TimeUnit;
import marl.random.Rng;
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

/** The values of one observation, and the floor: the products of a matrix and a vector alone. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class Acting {
    @Param({"18-128-128-5", "4-128-128-2"})
    public String net;

    private final Kernels kernels = Precision.SINGLE.kernels();
    private Mlp fused;
    private Mlp plain;
    private double[] observation;
    private double[] values;
    private Storage[] layers;

    @Setup
    public void make() {
        int[] sizes = Sizes.of(net);
        fused = Mlp.relu(Rng.of(1), sizes);
        plain = Mlp.of(Activation.RELU, Precision.DOUBLE, Rng.of(1), sizes);
        observation = Filled.numbers(sizes[0], Rng.of(2));
        values = new double[sizes[sizes.length - 1]];
        layers = new Storage[sizes.length];
        for (int i = 0; i < sizes.length; i++) {
            layers[i] = kernels.create(1, sizes[i]);
        }
    }

    @Benchmark
    public double[] ours() {
        fused.values(observation, values);
        return values;
    }

    @Benchmark
    public double[] plainDouble() {
        plain.values(observation, values);
        return values;
    }

    @Benchmark
    public void floor() {
        Parameters p = fused.parameters().get(0);
        for (int i = 0; i + 1 < layers.length; i++) {
            kernels.affine(layers[i], p.get(2 * i).storage(), p.get(2 * i + 1).storage(), layers[i + 1]);
        }
    }
}
