package marl.deep;

import java.util.concurrent.TimeUnit;
import marl.env.SwitchRiddle;
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
 * DIAL on the switch riddle with three prisoners, 2,500 updates, in which every seed must come to 95 % of 540/729: the time of a whole
 * training and its exact evaluation.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 1)
@Measurement(iterations = 5)
public class RiddleDial {
    private static final double NEEDED = 0.95 * 540 / 729;

    private long seed;

    @Benchmark
    public double ours() {
        Dial dial = Dial.of(SwitchRiddle.of(3)).build(seed);
        dial.run(2_500);
        double value = dial.value();
        if (value < NEEDED) {
            throw new IllegalStateException("Seed " + seed + " is worth only " + value + ".");
        }
        seed++;
        return value;
    }
}
