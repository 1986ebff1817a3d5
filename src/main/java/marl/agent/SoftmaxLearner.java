package marl.agent;

import java.util.Arrays;
import java.util.OptionalDouble;
import marl.random.Require;
import marl.random.Rng;

/**
 * A softmax policy over the actions of a game without states, learning by policy gradient: REINFORCE without a baseline
 * (Williams 1992). With {@code p_j = exp(t_j) / sum_k exp(t_k)}, after action a paid r every logit moves by {@code t_j +=
 * rate * (r (1[j = a] - p_j) + bonus * dH/dt_j)}, where H is the policy's entropy and {@code dH/dt_j = -p_j (ln p_j + H)}.
 *
 * <p>It keeps the <b>time average</b> of the policies it has played: in zero-sum games that is what comes to rest, if
 * anything does, while the policy itself goes on cycling. Starts uniform. A round makes no garbage. Not thread-safe.
 *
 * <p>Awkward: it has no greedy form. {@link #greedy} is the policy itself, frozen: drawing is its strategy, not its
 * exploration.
 */
public final class SoftmaxLearner implements StorableLearner {
    private final double rate;
    private final double entropyBonus;
    private final double[] logits;
    private final double[] policy;
    private final double[] sums;
    private long rounds;

    private SoftmaxLearner(int actions, double rate, double entropyBonus) {
        this.rate = rate;
        this.entropyBonus = entropyBonus;
        this.logits = new double[actions];
        this.policy = new double[actions];
        this.sums = new double[actions];
        refresh();
    }

    /**
     * Begins the settings of a learner; the rate must be given.
     *
     * @param actions how many it has
     * @throws IllegalArgumentException if there is none
     */
    public static Builder of(int actions) {
        Require.that(actions >= 1, "A softmax learner needs at least one action, but got " + actions + ".");
        return new Builder(actions);
    }

    private void refresh() {
        double max = Double.NEGATIVE_INFINITY;
        for (double t : logits) {
            max = Math.max(max, t);
        }
        double sum = 0;
        for (int j = 0; j < policy.length; j++) {
            policy[j] = Math.exp(logits[j] - max);
            sum += policy[j];
        }
        for (int j = 0; j < policy.length; j++) {
            policy[j] /= sum;
        }
    }

    @Override
    public void startEpisode(long episode) {
        // The rate is the same for ever.
    }

    @Override
    public int act(double[] observation, boolean[] legal, Rng rng) {
        MixedPolicy.requireAllLegal(legal, policy.length);
        return act(rng);
    }

    /** Draws an action. */
    public int act(Rng rng) {
        return MixedPolicy.draw(policy, rng);
    }

    @Override
    public void learn(Transition t) {
        learn(t.action(), t.reward());
    }

    /** Learns from one round: what it did and what it was paid. */
    public void learn(int action, double reward) {
        double entropy = entropyBonus > 0 ? entropy() : 0;
        for (int j = 0; j < logits.length; j++) {
            sums[j] += policy[j];
            double slope = reward * ((j == action ? 1 : 0) - policy[j]);
            if (entropyBonus > 0 && policy[j] > 0) {
                slope -= entropyBonus * policy[j] * (Math.log(policy[j]) + entropy);
            }
            logits[j] += rate * slope;
        }
        rounds++;
        refresh();
    }

    /** The entropy of the policy in nats. */
    public double entropy() {
        double entropy = 0;
        for (double p : policy) {
            entropy -= p > 0 ? p * Math.log(p) : 0;
        }
        return entropy;
    }

    /** The probability of each action now, a new array. */
    public double[] probabilities() {
        return policy.clone();
    }

    /** The mean of the policies of all rounds so far, a new array; the policy itself before the first. */
    public double[] averageProbabilities() {
        double[] mean = policy.clone();
        for (int j = 0; j < mean.length && rounds > 0; j++) {
            mean[j] = sums[j] / rounds;
        }
        return mean;
    }

    /** The time average as a policy, frozen. */
    public MixedPolicy average() {
        return MixedPolicy.of(averageProbabilities());
    }

    /** The policy as it is now, frozen; it still draws. */
    @Override
    public MixedPolicy greedy() {
        return MixedPolicy.of(policy);
    }

    @Override
    public MixedPolicy frozen(double... numbers) {
        requireLength(numbers.length, policy.length);
        return MixedPolicy.of(numbers);
    }

    /** The logits, the sums of all policies, and the number of rounds. */
    @Override
    public double[] memory() {
        int n = logits.length;
        double[] memory = Arrays.copyOf(logits, 2 * n + 1);
        System.arraycopy(sums, 0, memory, n, n);
        memory[2 * n] = rounds;
        return memory;
    }

    @Override
    public void restore(double... memory) {
        int n = logits.length;
        requireLength(memory.length, 2 * n + 1);
        System.arraycopy(memory, 0, logits, 0, n);
        System.arraycopy(memory, n, sums, 0, n);
        rounds = (long) memory[2 * n];
        refresh();
    }

    private static void requireLength(int given, int needed) {
        if (given != needed) {
            throw new IllegalArgumentException("This learner takes " + needed + " numbers here, but got " + given
                    + "; make it as the one that was stored.");
        }
    }

    @Override
    public String toString() {
        return "SoftmaxLearner" + Arrays.toString(policy);
    }

    /** Collects settings by name; the rate has no default. */
    public static final class Builder {
        private final int actions;
        private OptionalDouble rate = OptionalDouble.empty();
        private double entropyBonus;

        private Builder(int actions) {
            this.actions = actions;
        }

        /**
         * The step size.
         *
         * @throws IllegalArgumentException unless it is positive and finite
         */
        public Builder rate(double value) {
            Require.that(value > 0 && value < Double.POSITIVE_INFINITY, "A rate is positive, but got " + value + ".");
            rate = OptionalDouble.of(value);
            return this;
        }

        /**
         * The weight of the policy's entropy in nats, in units of reward; 0 unless said.
         *
         * @throws IllegalArgumentException if it is negative
         */
        public Builder entropyBonus(double value) {
            Require.that(value >= 0, "An entropy bonus is 0 or more, but got " + value + ".");
            entropyBonus = value;
            return this;
        }

        /**
         * A learner.
         *
         * @throws IllegalStateException if the rate was not given
         */
        public SoftmaxLearner build() {
            Require.given("a softmax learner", new String[] {"rate"}, rate.isPresent());
            return new SoftmaxLearner(actions, rate.getAsDouble(), entropyBonus);
        }
    }
}
