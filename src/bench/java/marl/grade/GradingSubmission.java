package marl.grade;

import java.util.concurrent.TimeUnit;
import marl.grade.intake.ReadSubmission;
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

/** One solved notebook of lesson 06: five exercises, thirteen parts. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 1, time = 2)
@Measurement(iterations = 3, time = 3)
public class GradingSubmission {
    private GradingBench bench;
    private ReadSubmission readSubmission;

    @Setup
    public void setUp() {
        bench = new GradingBench();
        readSubmission = bench.solved("anna");
    }

    @Benchmark
    public double ours() {
        return bench.grader.grade(readSubmission).points();
    }

    @TearDown
    public void tearDown() {
        bench.close();
    }
}
