package marl.deep;

import java.util.List;
import java.util.concurrent.TimeUnit;
import marl.env.ParticleGame;
import marl.nn.Products;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * MADDPG on spread with two agents and five controls: one update of both, each with an actor 12-64-64-5 and a critic 34-64-64-1, on
 * a batch of 256; drawing it, four steps of Adam and four moves of targets included. Beside it its floor, the products of the
 * networks: forward through all, back to all weights, and back through the critics to the actions.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class MaddpgUpdate {
    @Param({"1 thread", "2 threads"})
    public String threads;

    private Maddpg learner;
    private Hands hands;
    private final List<Products> actors = List.of(actor(), actor());
    private final List<Products> critics = List.of(critic(), critic());

    private static Products actor() {
        return new Products(256, 12, 64, 64, 5);
    }

    private static Products critic() {
        return new Products(256, 34, 64, 64, 1);
    }

    @Setup
    public void make() {
        hands = new Hands(Integer.parseInt(threads.substring(0, 1)));
        learner = Maddpg.of(ParticleGame.spread(2).continuous())
                .warmUp(10_000)
                .seed(1)
                .build();
        learner.train(9_000);
    }

    @TearDown
    public void close() {
        hands.close();
    }

    @Benchmark
    public void ours() {
        learner.update(hands);
    }

    @Benchmark
    @Fork(1)
    public void floor() {
        for (Products p : actors) {
            p.forward();
            p.forward();
            p.back();
        }
        for (Products p : critics) {
            p.forward();
            p.forward();
            p.back();
            p.forward();
            p.toInputs();
        }
    }
}
