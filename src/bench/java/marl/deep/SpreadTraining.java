package marl.deep;

import java.util.concurrent.TimeUnit;
import marl.env.ParticleGame;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Independent PPO on spread with three agents, playing and learning on both cores: the time for one step of one world. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class SpreadTraining {
    private static final int STEPS = 64 * 25;

    private ActorCritic learner;

    @Setup
    public void make() {
        learner = ActorCritic.of(ParticleGame.spread(3)).threads(2).seed(1).build();
    }

    @Benchmark
    @OperationsPerInvocation(STEPS)
    public double ours() {
        return learner.iterate();
    }
}
