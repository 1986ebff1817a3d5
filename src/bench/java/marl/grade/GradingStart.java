package marl.grade;

import java.util.Set;
import java.util.concurrent.TimeUnit;
import marl.grade.sandbox.Worker;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** A worker from nothing to the moment before its first JShell evaluation. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 1, time = 1)
@Measurement(iterations = 3, time = 2)
public class GradingStart {
    private GradingBench bench;

    @Setup
    public void setUp() {
        bench = new GradingBench();
    }

    @Benchmark
    public boolean ours() {
        try (Worker worker = bench.workers.start(Set.of(), false)) {
            return worker.isAlive();
        }
    }

    @TearDown
    public void tearDown() {
        bench.close();
    }
}
