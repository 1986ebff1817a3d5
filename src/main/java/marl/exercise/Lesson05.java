package marl.exercise;

/** The exercises of lesson 05, training together and acting alone. */
public final class Lesson05 {

    /** Why one hand for all agents does not scale. */
    public static final Exercise<Count> COUNT = Exercise.of("05-1", "Count the joint actions", 1, Count.class);

    /** The best that a sum of two values can do. */
    public static final Exercise<SumFit> SUM_FIT =
            Exercise.of("05-2", "The best sum", 4, SumFit.class, "marl.game.JointFit", "marl.agent.VdnTables");

    /** What VDN moves towards. */
    public static final Exercise<Target> TARGET =
            Exercise.of("05-3", "VDN's target", 4, Target.class, "marl.agent.VdnTables");

    /** Going through all joint actions. */
    public static final Exercise<Best> BEST =
            Exercise.of("05-4", "Do local choices add up?", 4, Best.class, "marl.game.Igm");

    /** What a sum believes of two rooms. */
    public static final Exercise<Rooms> ROOMS =
            Exercise.of("05-5", "Which room?", 2, Rooms.class, "marl.game.JointFit", "marl.agent.VdnTables");

    private Lesson05() {}

    /** Contract of 05-1. */
    @FunctionalInterface
    public interface Count {
        /**
         * How many joint actions a team has.
         *
         * @param actions how many actions each agent has, one number for each agent; not to be changed
         * @return the number of joint actions; it fits into a long
         */
        long count(int[] actions);
    }

    /** Contract of 05-2. */
    @FunctionalInterface
    public interface SumFit {
        /**
         * The table a_r + b_c that is closest to a payoff table in the sum of squared differences.
         *
         * @param table [row][column], of any shape; not to be changed
         * @return the fitted table, of the same shape
         */
        double[][] fit(double[][] table);
    }

    /** Contract of 05-3. */
    @FunctionalInterface
    public interface Target {
        /**
         * The target of VDN's total after one step. No array is to be changed.
         *
         * @param reward what the team was paid
         * @param gamma the discount
         * @param nextValues the values of each agent's actions after the step by the live networks, [agent][action]
         * @param nextTargetValues the same by the target networks, [agent][action]
         * @param nextLegal which of the actions each agent may take, [agent][action]
         * @param terminated whether the world ended with the step
         * @return the target
         */
        double target(
                double reward,
                double gamma,
                double[][] nextValues,
                double[][] nextTargetValues,
                boolean[][] nextLegal,
                boolean terminated);
    }

    /** A joint value: one number for each joint action. */
    @FunctionalInterface
    public interface Total {
        /**
         * The value of a joint action.
         *
         * @param actions one action for each agent
         * @return its value
         */
        double of(int[] actions);
    }

    /** Contract of 05-4. */
    @FunctionalInterface
    public interface Best {
        /**
         * Whether agents who each take a best action of their own always take a best joint action together: every joint
         * action in which each agent's own value is the largest it has must have the largest total of all.
         *
         * @param values each agent's own values, [agent][action]; agents may have different numbers of actions
         * @param total the joint value
         * @return whether it holds; ties count, and numbers are compared exactly
         */
        boolean holds(double[][] values, Total total);
    }

    /** Contract of 05-5. */
    @FunctionalInterface
    public interface Rooms {
        /**
         * What a team that adds up its values believes of the two rooms, when it has seen all joint actions in both
         * equally often.
         *
         * @param roomA what the joint actions pay in room A, [first agent][second agent]
         * @param roomB the same for room B
         * @param gamma the discount between choosing a room and being paid there
         * @return the believed value of choosing A and of choosing B
         */
        double[] rooms(double[][] roomA, double[][] roomB, double gamma);
    }
}
