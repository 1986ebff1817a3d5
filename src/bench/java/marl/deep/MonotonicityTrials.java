package marl.deep;

import java.util.concurrent.TimeUnit;
import marl.nn.Precision;
import marl.random.Rng;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * 5,000 trials of monotonicity, one at a time in the fixed order or in one batch: a mixer of 3 agents with state 8, 32
 * hidden units and ReLU.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class MonotonicityTrials {
    @Param({"single", "batch"})
    public String trials;

    private QmixMixer mixer;
    private long seed;

    @Setup
    public void make() {
        mixer = QmixMixer.of(MixerSettings.tutorial(32), 3, 8, Precision.SINGLE, Rng.of(1));
    }

    @Benchmark
    public Monotonicity.Nudges ours() {
        seed++;
        return trials.equals("batch")
                ? Monotonicity.batch(mixer, 5_000, 0.01, seed)
                : Monotonicity.nudges(mixer, 5_000, 0.01, seed);
    }
}
