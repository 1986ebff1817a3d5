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
 * PPO on spread with three agents: one update on a minibatch of 1,200 of 4,800 rows, a shared actor 21-64-64-5 and a shared critic
 * 21-64-64-1, tanh, Adam, gradients clipped. Beside it its floor, the products of both networks.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class PpoUpdate {
    @Param({"1 thread", "2 threads"})
    public String threads;

    private ActorCritic learner;
    private Hands hands;
    private int minibatch;
    private final List<Products> products =
            List.of(new Products(1_200, 21, 64, 64, 5), new Products(1_200, 21, 64, 64, 1));

    @Setup
    public void make() {
        hands = new Hands(Integer.parseInt(threads.substring(0, 1)));
        learner = ActorCritic.of(ParticleGame.spread(3)).seed(1).build();
        learner.collect(hands);
    }

    @TearDown
    public void close() {
        hands.close();
    }

    @Benchmark
    public void ours() {
        learner.update(minibatch++ % 4, hands);
    }

    @Benchmark
    @Fork(1)
    public void floor() {
        for (Products p : products) {
            p.forward();
            p.back();
        }
    }
}
