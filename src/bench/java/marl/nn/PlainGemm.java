package marl.nn;

import java.util.concurrent.TimeUnit;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One product of a 64 x 128 by a 128 x 128 matrix: by pointer to OpenBLAS, and through ND4J. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class PlainGemm {
    private final Kernels kernels = Precision.SINGLE.kernels();
    private final Storage x = kernels.create(64, 128);
    private final Storage w = kernels.create(128, 128);
    private final Storage y = kernels.create(64, 128);
    private final INDArray result = Nd4j.create(DataType.FLOAT, new long[] {64, 128}, 'f');

    @Benchmark
    public void pointer() {
        kernels.matmul(false, x, false, w, 0, y);
    }

    @Benchmark
    public INDArray gemm() {
        return Nd4j.gemm(x.array(), w.array(), result, false, false, 1, 0);
    }
}
