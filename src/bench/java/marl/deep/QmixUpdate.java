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
 * One whole update of QMIX: 3 agents, observations of 18, 5 actions, networks with a hidden layer of 64, one each or one
 * for all (with ids), state 54, mixing 32, hypernetworks with a hidden layer of 32, target networks, a replay of 10,000
 * transitions to draw from, Adam, gradients clipped. Double Q is off, as in the measured reference; one row has networks
 * with two hidden layers, as PyMARL's have. Beside each its floor, the matrix products alone.
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

    /** Transitions in a batch, a network for each agent or one for all, and the networks' hidden layers. */
    @Param({"32 separate 64", "128 separate 64", "32 shared 64", "128 shared 64", "128 shared 64-64"})
    public String team;

    private TeamCore core;
    private final List<Products> products = new ArrayList<>();

    @Setup
    public void make() {
        String[] words = team.split(" ");
        int batch = Integer.parseInt(words[0]);
        boolean sharing = words[1].equals("shared");
        int[] layers =
                Arrays.stream(words[2].split("-")).mapToInt(Integer::parseInt).toArray();
        TeamQLearner learner = TeamQLearner.of(new BenchGame(AGENTS, OBSERVATION, ACTIONS, STATE))
                .qmix(MixerSettings.paper(MIXING).withHyper(MIXING))
                .hidden(layers)
                .adam(5e-4)
                .gamma(0.99)
                .epsilon(1)
                .transitions(CAPACITY, batch, Integer.MAX_VALUE)
                .doubleQ(false)
                .sharing(sharing)
                .seed(1)
                .build();
        Rng rng = Rng.of(9);
        for (int i = 0; i < CAPACITY; i++) {
            learner.learn(transition(rng));
        }
        core = learner.core();
        int[] sizes = new int[layers.length + 2];
        System.arraycopy(layers, 0, sizes, 1, layers.length);
        sizes[0] = sharing ? OBSERVATION + AGENTS : OBSERVATION;
        sizes[sizes.length - 1] = ACTIONS;
        int rows = sharing ? batch * AGENTS : batch;
        for (int i = 0; i < (sharing ? 1 : AGENTS); i++) {
            products.add(new Products(rows, sizes));
        }
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
                numbers(STATE, rng),
                seen,
                legal,
                actions,
                rng.gaussian(),
                numbers(STATE, rng),
                next,
                legal,
                ended,
                false);
    }

    private static double[] numbers(int n, Rng rng) {
        double[] numbers = new double[n];
        for (int i = 0; i < n; i++) {
            numbers[i] = rng.gaussian();
        }
        return numbers;
    }

    @Benchmark
    public double ours() {
        return core.update();
    }

    @Benchmark
    @Fork(1)
    public void floor() {
        for (Products p : products) {
            p.forward();
            p.forward();
            p.back();
        }
    }
}
