package marl.exercise;

/** The exercises of lesson 02, one learner. */
public final class Lesson02 {

    /** The rule that everything later builds on. */
    public static final Exercise<QUpdate> Q_UPDATE =
            Exercise.of("02-1", "The Q-learning update", 4, QUpdate.class, "marl.agent.QLearner", "marl.agent.Backup");

    /** What three plans against tit-for-tat are worth. */
    public static final Exercise<PlanValues> TIT_FOR_TAT =
            Exercise.of("02-2", "Three plans against tit-for-tat", 3, PlanValues.class, "marl.solve.ExactReply");

    /** A learner that runs, learns something, and is wrong in four places. */
    public static final Exercise<Mended> SILENT_BUGS =
            Exercise.of("02-3", "Find the silent bugs", 4, Mended.class, "marl.agent.QLearner", "marl.agent.QTable");

    /** Learning from remembered steps. */
    public static final Exercise<Planning> PLANNING =
            Exercise.of("02-4", "Planning with a model", 3, Planning.class, "marl.agent.DynaQ", "marl.agent.QLearner");

    private Lesson02() {}

    /** Contract of 02-1. */
    @FunctionalInterface
    public interface QUpdate {
        /**
         * The new value of one entry after one step.
         *
         * @param q the table, {@code q[state][action]}; not to be changed
         * @param state where the agent was
         * @param action what it did
         * @param reward what it got
         * @param next where it is now
         * @param terminated whether the world ended there; false when only the clock ran out
         * @param alpha the step size
         * @param gamma the discount
         * @return the new {@code q[state][action]}
         */
        double update(
                double[][] q,
                int state,
                int action,
                double reward,
                int next,
                boolean terminated,
                double alpha,
                double gamma);
    }

    /** Contract of 02-2. */
    @FunctionalInterface
    public interface PlanValues {
        /**
         * Discounted payoffs against tit-for-tat in a prisoner's dilemma, over an endless game that tit-for-tat opens by
         * cooperating.
         *
         * @param temptation what defecting alone pays
         * @param reward what both cooperating pays
         * @param punishment what both defecting pays
         * @param sucker what cooperating alone pays
         * @param gamma the discount, 0 or more and below 1
         * @return the value of always defecting; of alternating defect, cooperate, defect, ...; of always cooperating
         */
        double[] values(double temptation, double reward, double punishment, double sucker, double gamma);
    }

    /** Contract of 02-3: the three places of a Q-learner where silent bugs live. */
    public interface Mended {
        /**
         * The exploration rate: 1 in episode 0, 0.99 times the last one's in each further episode, never below 0.05.
         *
         * @param episode counted from 0
         * @param update how many updates were made so far, over all episodes
         * @return the rate
         */
        double epsilon(int episode, long update);

        /**
         * Chooses an action epsilon-greedily. The same seed gives the same choice; equally good actions share the
         * choice evenly.
         *
         * @param values the value of each action
         * @param epsilon the exploration rate
         * @param seed of all chance in this choice
         * @return the action
         */
        int act(double[] values, double epsilon, long seed);

        /**
         * What the value of the last action should be.
         *
         * @param reward what was paid
         * @param nextValues the values of the actions in the next state
         * @param terminated whether the world ended
         * @param truncated whether only the clock ran out
         * @param gamma the discount
         * @return the target of the update
         */
        double target(double reward, double[] nextValues, boolean terminated, boolean truncated, double gamma);
    }

    /** Contract of 02-4. */
    @FunctionalInterface
    public interface Planning {
        /**
         * The planning part of Dyna-Q: replays remembered steps in the order given.
         *
         * @param q the table, {@code q[state][action]}
         * @param memory for each remembered step: state, action, next state, and 1 if the world ended there, else 0
         * @param rewards the reward of each remembered step
         * @param draws which remembered step to replay, one after the other
         * @param alpha the step size
         * @param gamma the discount
         * @return a table after all the replays; {@code q} itself unchanged
         */
        double[][] plan(double[][] q, int[][] memory, double[] rewards, int[] draws, double alpha, double gamma);
    }
}
