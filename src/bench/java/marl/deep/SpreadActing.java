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

/**
 * Playing for PPO on spread with three agents, on one thread: 192 rows (64 worlds) through actor and critic, with the draw of
 * actions, their log-probabilities, the step of all worlds and the advantages. The critic values 25 steps in one go.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class SpreadActing {
    private static final int STEPS = 25;

    private RolloutPart player;
    private Rollout rollout;
    private ActorCritic learner;
    private final ValueScale scale = new ValueScale(false);

    @Setup
    public void make() {
        ParticleGame game = ParticleGame.spread(3);
        learner = ActorCritic.of(game).seed(1).build();
        player = new RolloutPart(game, learner.settings(), learner.nets(), 0, 64);
        rollout = new Rollout(64, STEPS, 3, 21, 0, 1, 0);
    }

    @Benchmark
    @OperationsPerInvocation(STEPS)
    public void ours() {
        player.play(rollout, learner.nets(), scale, 0.99, 0.95);
    }
}
