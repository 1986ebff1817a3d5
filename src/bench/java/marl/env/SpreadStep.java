package marl.env;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import marl.random.Rng;
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
import org.openjdk.jmh.annotations.Warmup;

/**
 * One joint step of spread with three agents, resets among them: a world alone, with its contract's fresh arrays, or 64 worlds in
 * flat arrays, all of them together.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class SpreadStep {
    private static final int STEPS = 25;

    /** A world alone, or worlds side by side. */
    @Param({"alone", "64 worlds"})
    public String worlds;

    private final int[][] actions = new int[STEPS][];
    private int count;
    private ParticleGame game;
    private GameBatch batch;
    private long seed;

    @Setup
    public void make() {
        count = worlds.equals("alone") ? 1 : 64;
        Rng rng = Rng.of(1);
        for (int t = 0; t < STEPS; t++) {
            actions[t] = new int[3 * count];
            Arrays.setAll(actions[t], i -> rng.below(5));
        }
        game = ParticleGame.spread(3);
        batch = GameBatch.of(game, 0, count);
        batch.reset(1);
    }

    /** All steps of an episode, a world's. */
    @Benchmark
    @OperationsPerInvocation(STEPS)
    public double ours() {
        double sum = 0;
        if (count == 1) {
            game.reset(seed++);
            for (int[] joint : actions) {
                sum += game.step(JointAction.of(joint)).rewards()[0];
            }
        } else {
            for (int[] joint : actions) {
                batch.step(joint);
                sum += batch.rewards()[0];
            }
        }
        return sum;
    }
}
