package marl.agent;

import marl.random.Rng;

/**
 * An algorithm to copy: values are the averages of what each action has paid (Sutton and Barto 2nd ed., equation 2.3),
 * actions are epsilon-greedy. For games without states, where every step terminates. Not thread-safe.
 */
final class SampleAverage implements Learner {
    private final double epsilon;
    private final double[] values;
    private final long[] plays;

    /**
     * A learner with all values 0.
     *
     * @param actions how many it has, at least 1
     * @param epsilon the exploration rate, in [0, 1]
     * @throws IllegalArgumentException otherwise
     */
    SampleAverage(int actions, double epsilon) {
        if (actions < 1 || !(epsilon >= 0 && epsilon <= 1)) {
            throw new IllegalArgumentException(
                    "A learner needs an action and an epsilon in [0, 1], but got " + actions + " and " + epsilon + ".");
        }
        this.epsilon = epsilon;
        values = new double[actions];
        plays = new long[actions];
    }

    @Override
    public void startEpisode(long episode) {
        // No schedule moves.
    }

    @Override
    public int act(double[] observation, boolean[] legal, Rng rng) {
        return rng.bernoulli(epsilon) ? Policy.anyLegal(legal, rng) : rng.argmax(values);
    }

    @Override
    public void learn(Transition t) {
        values[t.action()] += (t.reward() - values[t.action()]) / ++plays[t.action()];
    }

    @Override
    public Policy greedy() {
        double[] frozen = values.clone();
        return (observation, legal, rng) -> rng.argmax(frozen);
    }

    double[] values() {
        return values.clone();
    }
}
