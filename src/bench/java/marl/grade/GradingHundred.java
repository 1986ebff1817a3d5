package marl.grade;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import marl.grade.intake.ReadSubmission;
import marl.grade.mark.GradedSubmission;
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

/** A hundred solved notebooks of lesson 06, two at a time. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
public class GradingHundred {
    private GradingBench bench;

    @Setup
    public void setUp() {
        bench = new GradingBench();
    }

    @Benchmark
    public double ours() throws InterruptedException, ExecutionException {
        ExecutorService two = Executors.newFixedThreadPool(2);
        List<Future<GradedSubmission>> running = new ArrayList<>();
        for (int k = 0; k < 100; k++) {
            ReadSubmission readSubmission = bench.solved("student-" + k);
            running.add(two.submit(() -> bench.grader.grade(readSubmission)));
        }
        double points = 0;
        for (Future<GradedSubmission> one : running) {
            points += one.get().points();
        }
        two.shutdown();
        if (points != 1_600) {
            throw new IllegalStateException("solved notebooks earned " + points + " of 1600 points");
        }
        return points;
    }

    @TearDown
    public void tearDown() {
        bench.close();
    }
}
