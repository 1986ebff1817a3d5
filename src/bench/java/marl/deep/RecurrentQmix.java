package marl.deep;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import marl.agent.JointTransition;
import marl.random.Rng;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One whole update of QMIX with recurrent agents at EPyMARL's sizes: 32 episodes of 25 steps, 3 agents that share a network,
 * observations of 18 with last action and id (26), 5 actions, a layer and a memory of 64, state 54, mixing 32, hypernetworks
 * with a hidden layer of 64, double Q, target networks, RMSProp, gradients clipped; the draw from the replay is part of it.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class RecurrentQmix {
    private static final int AGENTS = 3;
    private static final int OBSERVATION = 18;
    private static final int ACTIONS = 5;
    private static final int STATE = 54;
    private static final int STEPS = 25;
    private static final int BATCH = 32;

    private TeamCore core;

    @Setup
    public void make() {
        TeamQLearner learner = TeamQLearner.of(new BenchGame(AGENTS, OBSERVATION, ACTIONS, STATE))
                .qmix(MixerSettings.paper(32).withHyper(64))
                .hidden(64)
                .memory(64)
                .lastAction(true)
                .gamma(0.99)
                .epsilon(1)
                .episodes(1_000, BATCH)
                .seed(1)
                .build();
        core = learner.core();
        Rng rng = Rng.of(9);
        for (int e = 0; e < 2 * BATCH; e++) {
            episode(learner, rng);
        }
    }

    private static void episode(TeamQLearner learner, Rng rng) {
        double[][] seen = observations(rng);
        double[] state = numbers(STATE, rng);
        boolean[][] legal = new boolean[AGENTS][ACTIONS];
        for (boolean[] own : legal) {
            Arrays.fill(own, true);
        }
        for (int t = 0; t < STEPS; t++) {
            int[] actions = new int[AGENTS];
            Arrays.setAll(actions, i -> rng.below(ACTIONS));
            double[][] next = observations(rng);
            double[] nextState = numbers(STATE, rng);
            learner.learn(new JointTransition(
                    state, seen, legal, actions, rng.gaussian(), nextState, next, legal, false, t == STEPS - 1));
            seen = next;
            state = nextState;
        }
    }

    private static double[][] observations(Rng rng) {
        double[][] seen = new double[AGENTS][];
        Arrays.setAll(seen, i -> numbers(OBSERVATION, rng));
        return seen;
    }

    private static double[] numbers(int n, Rng rng) {
        double[] numbers = new double[n];
        Arrays.setAll(numbers, i -> rng.gaussian());
        return numbers;
    }

    @Benchmark
    public double ours() {
        return core.update();
    }
}
