package marl.nn;

import java.util.Map;
import java.util.concurrent.TimeUnit;
import marl.random.Rng;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
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
 * What ND4J's own differentiation takes for parts of what {@link DqnUpdate} does as a whole, on a graph that is built
 * once: the gradient of the squared error (no target network, no Adam, no sampling), and the values of one observation.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class SameDiffDqn {
    @Param({"18-128-128-5", "4-128-128-2"})
    public String net;

    private final SameDiff graph = SameDiff.create();
    private Map<String, INDArray> batch;
    private Map<String, INDArray> one;
    private String[] weights;

    @Setup
    public void make() {
        int[] sizes = Sizes.of(net);
        int last = sizes.length - 1;
        Mlp start = Mlp.relu(Rng.of(1), sizes);
        weights = new String[2 * last];
        SDVariable x = graph.placeHolder("x", DataType.FLOAT, -1, sizes[0]);
        SDVariable y = x;
        for (int i = 0; i < last; i++) {
            weights[2 * i] = "w" + i;
            weights[2 * i + 1] = "b" + i;
            SDVariable w = graph.var("w" + i, start.weight(i).transpose().dup('c'));
            SDVariable b = graph.var("b" + i, start.bias(i).dup());
            y = y.mmul(w).add(b);
            if (i + 1 < last) {
                y = graph.nn.relu(y, 0);
            }
        }
        SDVariable values = graph.identity("values", y);
        SDVariable chosen = graph.placeHolder("chosen", DataType.FLOAT, -1, sizes[last]);
        SDVariable targets = graph.placeHolder("targets", DataType.FLOAT, -1, 1);
        SDVariable error = graph.sum(values.mul(chosen), true, 1).sub(targets);
        graph.mean("loss", graph.math.square(error));
        graph.setLossVariables("loss");
        INDArray marks = Nd4j.zeros(DataType.FLOAT, DqnUpdate.BATCH, sizes[last]);
        for (int r = 0; r < DqnUpdate.BATCH; r++) {
            marks.putScalar(r, r % sizes[last], 1);
        }
        INDArray many = Nd4j.rand(DataType.FLOAT, DqnUpdate.BATCH, sizes[0]);
        batch = Map.of("x", many, "chosen", marks, "targets", Nd4j.rand(DataType.FLOAT, DqnUpdate.BATCH, 1));
        one = Map.of("x", Nd4j.rand(DataType.FLOAT, 1, sizes[0]));
    }

    @Benchmark
    public Map<String, INDArray> gradient() {
        return graph.calculateGradients(batch, weights);
    }

    @Benchmark
    public INDArray oneObservation() {
        return graph.outputSingle(one, "values");
    }
}
