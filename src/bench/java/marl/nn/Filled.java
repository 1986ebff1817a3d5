package marl.nn;

import java.util.Arrays;
import marl.agent.JointTransition;
import marl.random.Rng;
import marl.replay.ReplayBuffer;
import marl.replay.ReplayShape;

/** Replay buffers full of random transitions. */
final class Filled {
    private static final int CAPACITY = 10_000;

    private Filled() {}

    static ReplayBuffer buffer(Precision precision, int agents, int observation, int actions, int state) {
        ReplayBuffer buffer = ReplayBuffer.of(
                precision, CAPACITY, ReplayShape.of(agents, observation).withState(state));
        boolean[][] all = {};
        Rng rng = Rng.of(9);
        for (int i = 0; i < CAPACITY; i++) {
            int[] taken = new int[agents];
            for (int a = 0; a < agents; a++) {
                taken[a] = rng.below(actions);
            }
            double reward = rng.gaussian();
            boolean ended = rng.bernoulli(0.02);
            double[][] seen = each(agents, observation, rng);
            double[][] next = each(agents, observation, rng);
            double[] now = numbers(state, rng);
            double[] then = numbers(state, rng);
            buffer.add(new JointTransition(now, seen, all, taken, reward, then, next, all, ended, false));
        }
        return buffer;
    }

    private static double[][] each(int agents, int observation, Rng rng) {
        double[][] each = new double[agents][];
        Arrays.setAll(each, agent -> numbers(observation, rng));
        return each;
    }

    static double[] numbers(int n, Rng rng) {
        double[] numbers = new double[n];
        for (int i = 0; i < n; i++) {
            numbers[i] = rng.gaussian();
        }
        return numbers;
    }
}
