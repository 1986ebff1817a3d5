package marl.agent;

import java.util.concurrent.TimeUnit;
import marl.env.TicTacToe;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A tabular learner against itself at tic-tac-toe: 30,000 games. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class TicTacToeSelfPlay {
    private long seed;

    @Benchmark
    public NegamaxQ ours() {
        return NegamaxQ.of(new TicTacToe())
                .alpha(0.3)
                .epsilon(Schedule.linear(1, 0.05, 30_000))
                .seed(seed++)
                .build()
                .play(30_000);
    }
}
