package marl.selfplay;

import java.util.concurrent.TimeUnit;
import marl.agent.SoftmaxLearner;
import marl.game.Games;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A softmax learner in rock, paper, scissors against itself and a pool of former selves: 20,000 policy-gradient steps. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class RpsSelfPlay {
    private long seed;

    @Benchmark
    public double[] ours() {
        SoftmaxLearner learner = SoftmaxLearner.of(3).rate(0.05).build();
        SelfPlay.of(Games.rockPaperScissors(), learner)
                .sampler(Sampler.mostlyLatest(0.8))
                .pool(200, Drop.OLDEST)
                .snapshotEvery(100)
                .seed(seed++)
                .run(20_000);
        return learner.averageProbabilities();
    }
}
