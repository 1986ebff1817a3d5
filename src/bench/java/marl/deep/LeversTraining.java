package marl.deep;

import java.util.concurrent.TimeUnit;
import marl.env.Levers;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * CommNet on the levers with 50 people, from nothing to .94 with its most likely actions: the time of a whole training with the gradient
 * of the expected reward. A seed that falls short stops the benchmark. Python's figure is for REINFORCE to the same .94, so the ratio is mostly the
 * gradient's.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 1)
@Measurement(iterations = 4)
public class LeversTraining {
    private long seed;

    @Benchmark
    public double ours() {
        Levers game = Levers.of(5, 50);
        CommNet net = CommNet.of(50, 5, 5).build(seed);
        OneStepTeam team =
                OneStepTeam.of(game, game.index(), net, 64, 3e-3, seed).expecting(ExpectedReward.levers());
        team.run(4_000);
        double earned = team.greedy(20_000, Hearing.OTHERS, 5);
        if (earned < 0.94) {
            throw new IllegalStateException("Seed " + seed + " earns only " + earned + ".");
        }
        seed++;
        return earned;
    }
}
