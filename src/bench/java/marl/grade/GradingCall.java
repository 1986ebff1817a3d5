package marl.grade;

import java.util.Set;
import java.util.concurrent.TimeUnit;
import marl.exercise.Lesson12;
import marl.exercise.Remote;
import marl.grade.sandbox.Worker;
import marl.worker.Preparation;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Stepping an agent through the pipe: two hundred and fifty-six moves of 12-3, one by one or in messages of 32. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 4, time = 1)
public class GradingCall {
    private static final int MOVES = 256;
    private static final int[] SEEN = {0, 1, 1, 0};

    @Param({"single", "by32"})
    private String how = "single";

    private GradingBench bench;
    private Worker worker;
    private Lesson12.Entry entry;

    @Setup
    public void setUp() {
        bench = new GradingBench();
        worker = bench.workers.start(Set.of(), false);
        String[] imports = {"import marl.exercise.*;"};
        String[] none = {};
        String answer = "int myMove(int[] own, int[] other) { return own.length == 0 ? 0 : other[own.length - 1]; }";
        String check = "Check.that(Lesson12.ENTRY, (own, other) -> myMove(own, other))";
        String contract = Lesson12.Entry.class.getName();
        entry = worker.prepare(
                new Preparation("12-3", contract, imports, answer, check, none, none), Lesson12.Entry.class);
    }

    @Benchmark
    @OperationsPerInvocation(MOVES)
    public int ours() {
        int sum = 0;
        if (how.equals("single")) {
            for (int k = 0; k < MOVES; k++) {
                sum += entry.move(SEEN, SEEN);
            }
        } else {
            for (int k = 0; k < MOVES; k += 32) {
                Object[] moves = ((Remote) entry).together(() -> {
                    for (int n = 0; n < 32; n++) {
                        entry.move(SEEN, SEEN);
                    }
                });
                sum += (int) moves[31];
            }
        }
        return sum;
    }

    @TearDown
    public void tearDown() {
        worker.close();
        bench.close();
    }
}
