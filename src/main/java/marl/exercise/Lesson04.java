package marl.exercise;

/** The exercises of lesson 04, credit. */
public final class Lesson04 {

    /** A reward that tells an agent what it alone brought about. */
    public static final Exercise<Difference> DIFFERENCE =
            Exercise.of("04-1", "Difference reward", 4, Difference.class, "marl.env.DifferenceReward");

    /** The same question asked of action values. */
    public static final Exercise<Advantage> ADVANTAGE =
            Exercise.of("04-2", "A counterfactual baseline", 3, Advantage.class, "marl.game.CounterfactualAdvantage");

    /** A bonus for being different, and what it does to a game. */
    public static final Exercise<Bonus> BONUS =
            Exercise.of("04-3", "The bonus that flips a game", 3, Bonus.class, "marl.game.DiversityBonus");

    /** A bonus that provably does nothing to the best policy. */
    public static final Exercise<Shaping> SHAPING =
            Exercise.of("04-4", "Potential-based shaping", 3, Shaping.class, "marl.env.PotentialShaping");

    private Lesson04() {}

    /** A team's reward as a function of what everybody does. */
    @FunctionalInterface
    public interface Team {
        /**
         * The reward of the whole team.
         *
         * @param actions one action for each agent
         * @return the reward
         */
        double reward(int[] actions);
    }

    /** Contract of 04-1. */
    @FunctionalInterface
    public interface Difference {
        /**
         * The difference reward D = G(a) - G(a with agent's action replaced by the default).
         *
         * @param team the team's reward G
         * @param actions what everybody did; not to be changed
         * @param agent whose credit is asked for, from 0
         * @param defaultAction what the agent would do in the other world
         * @return the credit
         */
        double difference(Team team, int[] actions, int agent, int defaultAction);
    }

    /** Contract of 04-2. */
    @FunctionalInterface
    public interface Advantage {
        /**
         * COMA's advantage: the value of the action taken, minus the value expected from one's own policy while the
         * others' actions stay as they were.
         *
         * @param values the team's action value for each of the agent's own actions, others fixed
         * @param policy the agent's own probabilities
         * @param action the action it took
         * @return the advantage
         */
        double advantage(double[] values, double[] policy, int action);
    }

    /** Contract of 04-3. */
    public interface Bonus {
        /**
         * The shaping bonus of a published program: 0.2 times the share of distinct actions, minus 0.1 for each
         * duplicate (agents minus distinct actions).
         *
         * @param actions one action for each agent
         * @return the bonus that every agent gets
         */
        double bonus(int[] actions);

        /**
         * A team game pays a prize when all agents choose the same action, and nothing otherwise. Below which prize does
         * the bonus make "all different" the better joint action?
         *
         * @param agents how many agents there are; each has at least as many actions
         * @return the prize at which both are equally good
         */
        double flipsBelow(int agents);
    }

    /** Contract of 04-4. */
    @FunctionalInterface
    public interface Shaping {
        /**
         * The shaping reward F = gamma * Phi(s') - Phi(s), with a potential of 0 where the world has ended.
         *
         * @param potential Phi of the state before the step
         * @param nextPotential what Phi says of the state after it, even if the world ended there
         * @param terminated whether the world ended
         * @param gamma the discount
         * @return what is added to the reward
         */
        double shaping(double potential, double nextPotential, boolean terminated, double gamma);
    }
}
