package marl.exercise;

/** The exercises of lesson 03, independent learners. */
public final class Lesson03 {

    /** What a learner that does not see its partner can learn. */
    public static final Exercise<RowMeans> ROW_MEANS =
            Exercise.of("03-1", "What an independent learner sees", 2, RowMeans.class, "marl.game.MatrixGame");

    /** The penalty at which the safe row looks as good as the others. */
    public static final Exercise<Tie> TIE = Exercise.of("03-2", "Where the rows tie", 2, Tie.class);

    /** Good news at one rate, bad news at another. */
    public static final Exercise<Hysteretic> HYSTERETIC =
            Exercise.of("03-3", "Optimism", 4, Hysteretic.class, "marl.agent.QLearner");

    /** A published learner, mended: what it sees, when it explores, what it learns, how it chooses. */
    public static final Exercise<DriftLearners> MENDED = Exercise.of(
            "03-4", "Mend the published learner", 6, DriftLearners.class, "marl.agent.QLearner", "marl.agent.QTable");

    /** What a deep learner's value moves towards. */
    public static final Exercise<DoubleTarget> DOUBLE_Q =
            Exercise.of("03-5", "The target of double Q", 3, DoubleTarget.class, "marl.deep.DqnLearner");

    private Lesson03() {}

    /** Contract of 03-1. */
    @FunctionalInterface
    public interface RowMeans {
        /**
         * The mean payoff of each own action when the partner chooses uniformly at random.
         *
         * @param payoff {@code payoff[own][partner's]}
         * @return one number for each own action
         */
        double[] rowMeans(double[][] payoff);
    }

    /** Contract of 03-2. */
    @FunctionalInterface
    public interface Tie {
        /**
         * In the penalty game {@code {{corner, 0, k}, {0, middle, 0}, {k, 0, corner}}} an independent learner compares
         * row means.
         *
         * @param corner what the two good pairs pay
         * @param middle what the safe pair pays
         * @return the k at which all three rows look equally good
         */
        double tie(double corner, double middle);
    }

    /** Contract of 03-3. */
    @FunctionalInterface
    public interface Hysteretic {
        /**
         * The hysteretic update of a value (Matignon et al. 2007).
         *
         * @param q the value so far
         * @param target what the last step suggests
         * @param alpha the rate for good news, when the target is above the value
         * @param beta the smaller rate for bad news
         * @return the new value
         */
        double hysteretic(double q, double target, double alpha, double beta);
    }

    /** Contract of 03-4: makes fresh learners. */
    @FunctionalInterface
    public interface DriftLearners {
        /**
         * A learner that has seen nothing yet.
         *
         * @return a new one at every call
         */
        DriftLearner make();
    }

    /** One learner of the team-drift task: four numbers observed, four efforts to choose from. */
    public interface DriftLearner {
        /**
         * An episode starts.
         *
         * @param episode counted from 0
         */
        void startEpisode(int episode);

        /**
         * Chooses an effort epsilon-greedily; epsilon falls by episode from 1 in episode 0 by 0.01 an episode to 0.02.
         *
         * @param observation four numbers, of which only the first matters
         * @param seed of all chance in this choice
         * @return 0 to 3
         */
        int act(double[] observation, long seed);

        /**
         * Learns from a step with step size 0.1 and discount 0.99.
         *
         * @param observation what was seen
         * @param action what was done
         * @param reward what was paid
         * @param next what is seen now
         * @param terminated whether the world ended
         * @param truncated whether only the clock ran out
         */
        void learn(
                double[] observation, int action, double reward, double[] next, boolean terminated, boolean truncated);
    }

    /** Contract of 03-5. */
    @FunctionalInterface
    public interface DoubleTarget {
        /**
         * The target of a deep Q-learner with a target network and double Q (van Hasselt et al. 2016, eq. 4).
         *
         * @param reward what the step paid
         * @param gamma the discount
         * @param next the network's values of all actions after the step, not to be changed
         * @param nextOlder the target network's, not to be changed
         * @param ended whether the world ended with the step
         * @param clock whether only the clock ran out
         * @return what the value of the action taken should go to
         */
        double target(double reward, double gamma, double[] next, double[] nextOlder, boolean ended, boolean clock);
    }
}
