package marl.exercise;

/** The exercises of lesson 00, the toolbox. */
public final class Lesson00 {

    /** A mean that is kept up to date without keeping the rewards. */
    public static final Exercise<RunningMean> RUNNING_MEAN =
            Exercise.of("00-1", "A mean without a list", 2, RunningMean.class);

    /** The interval that every curve of this course carries. */
    public static final Exercise<Interval> INTERVAL =
            Exercise.of("00-2", "An interval for a mean", 3, Interval.class, "marl.experiment.Interval");

    /** Choosing an arm. */
    public static final Exercise<EpsilonGreedy> EPSILON_GREEDY =
            Exercise.of("00-3", "Epsilon-greedy", 4, EpsilonGreedy.class);

    private Lesson00() {}

    /** Contract of 00-1. */
    @FunctionalInterface
    public interface RunningMean {
        /**
         * The mean after one more reward.
         *
         * @param mean the mean of the rewards so far; meaningless when there were none
         * @param count how many rewards there are now, the new one included
         * @param reward the new reward
         * @return the mean of all {@code count} rewards
         */
        double update(double mean, int count, double reward);
    }

    /** Contract of 00-2. */
    @FunctionalInterface
    public interface Interval {
        /**
         * Mean and interval of independent samples.
         *
         * @param samples two or more numbers
         * @param t the factor for the wanted confidence
         * @return three numbers: mean, lower end, upper end
         */
        double[] interval(double[] samples, double t);
    }

    /** Contract of 00-3. */
    @FunctionalInterface
    public interface EpsilonGreedy {
        /**
         * Chooses an arm.
         *
         * @param values the estimated value of each arm
         * @param epsilon the probability of exploring
         * @param u a uniform number in [0, 1) that decides whether to explore
         * @param v a uniform number in [0, 1) that decides among several arms
         * @return the arm
         */
        int act(double[] values, double epsilon, double u, double v);
    }
}
