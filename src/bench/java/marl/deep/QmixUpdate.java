package marl.deep;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import marl.agent.JointTransition;
import marl.nn.Products;
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
 * One whole update of QMIX: 3 agents, observations of 18, 5 actions, networks with hidden layers of 64 and 64, one each or
 * one for all (with ids), state 54, mixing 32, hypernetworks with a hidden layer of 32, target networks, a replay of
 * 10,000 transitions to draw from, Adam, gradients clipped. Double Q is off and the mixer's weights are made by two-layer
 * hypernetworks, as in the measured reference. Beside it its floor, the matrix products alone.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class QmixUpdate {
    private static final int AGENTS = 3;
    private static final int OBSERVATION = 18;
    private static final int ACTIONS = 5;
    private static final int STATE = 54;
    private static final int MIXING = 32;
    private static final int CAPACITY = 10_000;

    @Param({"32", "128"})
    public int batch;

    @Param({"false", "true"})
    public boolean sharing;

    private TeamCore core;
    private final List<Products> products = new ArrayList<>();

    @Setup
    public void make() {
        TeamQLearner team = TeamQLearner.qmix(
                        new BenchGame(AGENTS, OBSERVATION, ACTIONS, STATE),
                        MixerSettings.paper(MIXING).withHyper(MIXING))
                .hidden(64, 64)
                .adam(5e-4)
                .gamma(0.99)
                .epsilon(1)
                .transitions(CAPACITY, batch, Integer.MAX_VALUE)
                .doubleQ(false)
                .sharing(sharing)
                .seed(1)
                .build();
        Rng rng = Rng.of(9);
        for (int i = 0; i < CAPACITY; i++) team.learn(transition(rng));
        core = team.core();
        if (sharing) products.add(new Products(batch * AGENTS, OBSERVATION + AGENTS, 64, 64, ACTIONS));
        for (int i = 0; !sharing && i < AGENTS; i++) products.add(new Products(batch, OBSERVATION, 64, 64, ACTIONS));
        products.add(new Products(batch, STATE, MIXING, AGENTS * MIXING));
        products.add(new Products(batch, STATE, MIXING));
        products.add(new Products(batch, STATE, MIXING, MIXING));
        products.add(new Products(batch, STATE, MIXING, 1));
    }

    private static JointTransition transition(Rng rng) {
        double[][] seen = new double[AGENTS][];
        double[][] next = new double[AGENTS][];
        int[] actions = new int[AGENTS];
        boolean[][] legal = new boolean[AGENTS][ACTIONS];
        for (int i = 0; i < AGENTS; i++) {
            seen[i] = numbers(OBSERVATION, rng);
            next[i] = numbers(OBSERVATION, rng);
            actions[i] = rng.below(ACTIONS);
            Arrays.fill(legal[i], true);
        }
        boolean ended = rng.bernoulli(0.02);
        return new JointTransition(
                numbers(STATE, rng), seen, actions, rng.gaussian(), numbers(STATE, rng), next, legal, ended, false);
    }

    private static double[] numbers(int n, Rng rng) {
        double[] numbers = new double[n];
        for (int i = 0; i < n; i++) numbers[i] = rng.gaussian();
        return numbers;
    }

    @Benchmark
    public double ours() {
        return core.update();
    }

    @Benchmark
    public void floor() {
        for (Products p : products) {
            p.forward();
            p.forward();
            p.back();
        }
    }
}
