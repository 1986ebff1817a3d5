package marl.deep;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import marl.agent.Schedule;
import marl.nn.Precision;
import marl.random.Require;

/**
 * The settings of a deep Q-learner (Mnih et al. 2015), all of them named. Begin with {@link #standard} or
 * {@link #published}; every one of the differences between the two can be switched on its own.
 *
 * @param hidden sizes of the hidden layers, all ReLU
 * @param learningRate of Adam
 * @param gamma the discount in [0, 1]
 * @param epsilon the exploration rate at each of the learner's own steps
 * @param batch transitions in an update
 * @param capacity transitions the replay buffer keeps; a small one forgets partners who have changed
 * @param every steps between updates
 * @param targetEvery updates between copies to the target network; 0 for none, so that the network chases itself
 * @param doubleQ whether the network chooses the next action and the target network only values it (van Hasselt 2016)
 * @param huber whether errors above 1 count linearly instead of squared
 * @param clipNorm the longest gradient; infinite for no clipping
 * @param clockIsTheEnd whether a truncated step drops the bootstrap too, which is a fault
 * @param precision what the network is kept in
 */
public record DqnSettings(
        List<Integer> hidden,
        double learningRate,
        double gamma,
        Schedule epsilon,
        int batch,
        int capacity,
        int every,
        int targetEvery,
        boolean doubleQ,
        boolean huber,
        double clipNorm,
        boolean clockIsTheEnd,
        Precision precision) {

    /** Checks the numbers. */
    public DqnSettings {
        hidden = List.copyOf(hidden);
        LayerSizes.require(hidden);
        Require.that(learningRate > 0, "A learning rate is above 0, not " + learningRate + ".");
        Require.that(gamma >= 0 && gamma <= 1, "A discount lies between 0 and 1, not " + gamma + ".");
        Require.that(
                batch > 0 && every > 0,
                "Batch and update interval are at least 1, not " + batch + " and " + every + ".");
        Require.that(
                targetEvery >= 0,
                "A target network is renewed every 1 or more updates, or never with 0, not every " + targetEvery + ".");
        Require.that(
                capacity >= batch, "A buffer of " + capacity + " cannot give a batch of " + batch + ": enlarge it.");
        Require.that(clipNorm > 0, "A gradient is clipped at a positive length, not " + clipNorm + ".");
        Require.that(
                targetEvery > 0 || !doubleQ,
                "Double Q needs a target network: say targetEvery(...) with 1 or more updates, or doubleQ(false).");
    }

    /**
     * Begins with what works: two hidden layers of 128, Adam 1e-3, gamma 0.99, batch 64, buffer 50,000, a target network
     * renewed every 100 updates, double Q, Huber loss, gradients clipped at 10, epsilon from 1 to 0.05 over 2,000 steps.
     */
    public static Builder standard() {
        return new Builder();
    }

    /**
     * Begins with the learner of a published tutorial, faults included: as {@link #standard}, but it explores for ever,
     * chases its own network, squares its errors and takes the clock for the end.
     */
    public static Builder published() {
        return standard()
                .epsilon(1)
                .targetEvery(0)
                .doubleQ(false)
                .loss(false, Double.POSITIVE_INFINITY)
                .clockIsTheEnd(true);
    }

    /** Begins with these settings, to say what shall differ. */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.hidden = hidden;
        builder.precision = Optional.of(precision);
        return builder.learningRate(learningRate)
                .gamma(gamma)
                .epsilon(epsilon)
                .replay(batch, capacity, every)
                .targetEvery(targetEvery)
                .doubleQ(doubleQ)
                .loss(huber, clipNorm)
                .clockIsTheEnd(clockIsTheEnd);
    }

    /** Collects settings by name. */
    public static final class Builder {
        private List<Integer> hidden = List.of(128, 128);
        private double learningRate = 1e-3;
        private double gamma = 0.99;
        private Schedule epsilon = Schedule.linear(1, 0.05, 2_000);
        private int batch = 64;
        private int capacity = 50_000;
        private int every = 1;
        private int targetEvery = 100;
        private boolean doubleQ = true;
        private boolean huber = true;
        private double clipNorm = 10;
        private boolean clockIsTheEnd;
        private Optional<Precision> precision = Optional.empty();

        private Builder() {}

        /** Sizes of the hidden layers, all ReLU. */
        public Builder hidden(int... sizes) {
            hidden = Arrays.stream(sizes).boxed().toList();
            return this;
        }

        /** The learning rate of Adam. */
        public Builder learningRate(double rate) {
            learningRate = rate;
            return this;
        }

        /** The discount. */
        public Builder gamma(double discount) {
            gamma = discount;
            return this;
        }

        /** A constant exploration rate. */
        public Builder epsilon(double value) {
            return epsilon(Schedule.constant(value));
        }

        /** The exploration rate at each of the learner's own steps. */
        public Builder epsilon(Schedule perStep) {
            epsilon = perStep;
            return this;
        }

        /**
         * What is replayed.
         *
         * @param batchSize transitions in an update
         * @param bufferCapacity transitions kept
         * @param stepsBetweenUpdates steps from one update to the next
         */
        public Builder replay(int batchSize, int bufferCapacity, int stepsBetweenUpdates) {
            batch = batchSize;
            capacity = bufferCapacity;
            every = stepsBetweenUpdates;
            return this;
        }

        /** A target network that is copied every so many updates; 0 for none, which goes with {@code doubleQ(false)}. */
        public Builder targetEvery(int updates) {
            targetEvery = updates;
            return this;
        }

        /** Whether the network chooses the next action and the target network only values it. */
        public Builder doubleQ(boolean on) {
            doubleQ = on;
            return this;
        }

        /**
         * The loss.
         *
         * @param huberLoss whether errors above 1 count linearly instead of squared
         * @param longestGradient where gradients are clipped; infinite for no clipping
         */
        public Builder loss(boolean huberLoss, double longestGradient) {
            huber = huberLoss;
            clipNorm = longestGradient;
            return this;
        }

        /** Whether a truncated step drops the bootstrap too, which is a fault. */
        public Builder clockIsTheEnd(boolean on) {
            clockIsTheEnd = on;
            return this;
        }

        /** What the network is kept in; the fastest there is, unless said otherwise. */
        public Builder precision(Precision value) {
            precision = Optional.of(value);
            return this;
        }

        /**
         * The settings.
         *
         * @throws IllegalArgumentException if a number is out of range, or double Q has no target network
         */
        public DqnSettings build() {
            return new DqnSettings(
                    hidden,
                    learningRate,
                    gamma,
                    epsilon,
                    batch,
                    capacity,
                    every,
                    targetEvery,
                    doubleQ,
                    huber,
                    clipNorm,
                    clockIsTheEnd,
                    precision.orElseGet(Precision::best));
        }
    }
}
