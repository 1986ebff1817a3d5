package marl.deep;

import java.util.List;
import java.util.function.Consumer;
import marl.agent.Schedule;

/**
 * The settings of a deep Q-learner (Mnih et al. 2015). Made from {@link #standard()} or {@link #published()} by the
 * {@code with...} methods; every one of the differences between the two can be switched on its own.
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
        boolean clockIsTheEnd) {

    /** Checks the numbers. */
    public DqnSettings {
        hidden = List.copyOf(hidden);
        require(hidden.stream().allMatch(n -> n > 0), "hidden layers have at least one unit, not " + hidden);
        require(learningRate > 0, "a learning rate is above 0, not " + learningRate);
        require(gamma >= 0 && gamma <= 1, "a discount lies between 0 and 1, not " + gamma);
        require(batch > 0 && every > 0 && targetEvery >= 0, "batch and update interval are at least 1");
        require(capacity >= batch, "a buffer of " + capacity + " cannot give a batch of " + batch + ": enlarge it");
        require(clipNorm > 0, "a gradient is clipped at a positive length, not " + clipNorm);
    }

    private static void require(boolean holds, String sentence) {
        if (!holds) {
            throw new IllegalArgumentException(sentence);
        }
    }

    /**
     * What works: target network, double Q, Huber loss, clipping, exploration that falls linearly.
     *
     * @return settings with two hidden layers of 128, Adam 1e-3, gamma 0.99, batch 64, buffer 50,000, epsilon 1 to 0.05
     *     over 2,000 steps
     */
    public static DqnSettings standard() {
        return new DqnSettings(
                List.of(128, 128),
                1e-3,
                0.99,
                Schedule.linear(1, 0.05, 2_000),
                64,
                50_000,
                1,
                100,
                true,
                true,
                10,
                false);
    }

    /**
     * The learner of a published tutorial, faults included: it explores for ever, chases its own network, squares its
     * errors and takes the clock for the end.
     *
     * @return settings with the same sizes as {@link #standard()}
     */
    public static DqnSettings published() {
        return standard()
                .withEpsilon(Schedule.constant(1))
                .withTargetEvery(0)
                .withDoubleQ(false)
                .withLoss(false, Double.POSITIVE_INFINITY)
                .withClockAsEnd(true);
    }

    /** The same with another exploration rate, at each of the learner's own steps. */
    public DqnSettings withEpsilon(Schedule perStep) {
        return with(draft -> draft.epsilon = perStep);
    }

    /** The same with another discount. */
    public DqnSettings withGamma(double discount) {
        return with(draft -> draft.gamma = discount);
    }

    /** The same with another learning rate. */
    public DqnSettings withLearningRate(double rate) {
        return with(draft -> draft.learningRate = rate);
    }

    /** The same with other hidden layers. */
    public DqnSettings withHidden(Integer... sizes) {
        return with(draft -> draft.hidden = List.of(sizes));
    }

    /** The same with another batch and buffer, and another number of steps between updates. */
    public DqnSettings withReplay(int batchSize, int bufferCapacity, int stepsBetweenUpdates) {
        return with(draft -> {
            draft.batch = batchSize;
            draft.capacity = bufferCapacity;
            draft.every = stepsBetweenUpdates;
        });
    }

    /** The same with a target network that is copied every so many updates; 0 for none. */
    public DqnSettings withTargetEvery(int updates) {
        return with(draft -> draft.targetEvery = updates);
    }

    /** The same with or without double Q. */
    public DqnSettings withDoubleQ(boolean on) {
        return with(draft -> draft.doubleQ = on);
    }

    /** The same with Huber's loss or with squared errors, and gradients clipped at a length (infinite for none). */
    public DqnSettings withLoss(boolean huberLoss, double longestGradient) {
        return with(draft -> {
            draft.huber = huberLoss;
            draft.clipNorm = longestGradient;
        });
    }

    /** The same with the clock taken for the end of the world, or not. */
    public DqnSettings withClockAsEnd(boolean on) {
        return with(draft -> draft.clockIsTheEnd = on);
    }

    private DqnSettings with(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return draft.settings();
    }

    /** The settings while one of them changes. */
    private static final class Draft {
        private List<Integer> hidden;
        private double learningRate;
        private double gamma;
        private Schedule epsilon;
        private int batch;
        private int capacity;
        private int every;
        private int targetEvery;
        private boolean doubleQ;
        private boolean huber;
        private double clipNorm;
        private boolean clockIsTheEnd;

        Draft(DqnSettings from) {
            hidden = from.hidden;
            learningRate = from.learningRate;
            gamma = from.gamma;
            epsilon = from.epsilon;
            batch = from.batch;
            capacity = from.capacity;
            every = from.every;
            targetEvery = from.targetEvery;
            doubleQ = from.doubleQ;
            huber = from.huber;
            clipNorm = from.clipNorm;
            clockIsTheEnd = from.clockIsTheEnd;
        }

        DqnSettings settings() {
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
                    clockIsTheEnd);
        }
    }
}
