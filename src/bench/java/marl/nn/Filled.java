package marl.nn;

import marl.random.Rng;
import marl.replay.ReplayBuffer;
import marl.replay.ReplayStep;

/** Replay buffers full of random transitions. */
final class Filled {
    private static final int CAPACITY = 10_000;

    private Filled() {}

    static ReplayBuffer buffer(Precision precision, int agents, int observation, int actions, int state) {
        ReplayBuffer buffer = ReplayBuffer.of(precision, CAPACITY, agents, observation, state, 0);
        Rng rng = Rng.of(9);
        for (int i = 0; i < CAPACITY; i++) {
            int[] taken = new int[agents];
            for (int a = 0; a < agents; a++) {
                taken[a] = rng.below(actions);
            }
            double reward = rng.gaussian();
            boolean ended = rng.bernoulli(0.02);
            double[] seen = numbers(agents * observation, rng);
            double[] next = numbers(agents * observation, rng);
            buffer.add(ReplayStep.of(seen, taken, reward, next, ended)
                    .withStates(numbers(state, rng), numbers(state, rng)));
        }
        return buffer;
    }

    static double[] numbers(int n, Rng rng) {
        double[] numbers = new double[n];
        for (int i = 0; i < n; i++) {
            numbers[i] = rng.gaussian();
        }
        return numbers;
    }
}
