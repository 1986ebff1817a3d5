package marl.exercise;

/** The exercises of lesson 12, the iterated prisoner's dilemma. */
public final class Lesson12 {

    /** What two strategies are worth, without playing. */
    public static final Exercise<Value> VALUE =
            Exercise.of("12-1", "Worth without playing", 4, Value.class, "marl.game.MemoryOneValue");

    /** How long the shadow of the future must be. */
    public static final Exercise<Threshold> THRESHOLD =
            Exercise.of("12-2", "The shadow of the future", 2, Threshold.class, "marl.game.MemoryOneValue");

    /** A strategy of one's own. */
    public static final Exercise<Entry> ENTRY =
            Exercise.of("12-3", "Enter the tournament", 4, Entry.class, "marl.game.Entrant");

    /** Two learners with a memory of one round. */
    public static final Exercise<NewPair> PAIR =
            Exercise.of("12-4", "Two learners", 4, NewPair.class, "marl.agent.QLearner", "marl.agent.QTable");

    private Lesson12() {}

    /** Contract of 12-1. */
    @FunctionalInterface
    public interface Value {
        /**
         * What the first player earns per round on average, {@code (1 - gamma)} times the expected discounted sum.
         *
         * @param first the first player's probabilities of cooperating, at the start and after CC, CD, DC, DD, its own move
         *     named first
         * @param second the second player's, its own move named first too
         * @param payoffs what the first player is paid after CC, CD, DC, DD
         * @param gamma the discount, at least 0 and below 1
         * @return the mean payoff of a round
         */
        double perRound(double[] first, double[] second, double[] payoffs, double gamma);
    }

    /** Contract of 12-2. */
    @FunctionalInterface
    public interface Threshold {
        /**
         * The discount from which on two grim players have no reason to defect. Grim cooperates until the other defects, and
         * defects from then on.
         *
         * @param temptation what defecting against a cooperator pays
         * @param reward what mutual cooperation pays, less than the temptation
         * @param punishment what mutual defection pays, less than the reward
         * @return the smallest such discount
         */
        double grim(double temptation, double reward, double punishment);
    }

    /** Contract of 12-3. */
    @FunctionalInterface
    public interface Entry {
        /**
         * The next move.
         *
         * @param own your own moves so far, 0 for cooperating, 1 for defecting, the latest last; not to be changed
         * @param other the other's moves so far, equally many
         * @return 0 or 1
         */
        int move(int[] own, int[] other);
    }

    /** Contract of 12-4. */
    @FunctionalInterface
    public interface NewPair {
        /**
         * A fresh pair of learners that know nothing yet.
         *
         * @return the pair
         */
        Pair make();
    }

    /** A pair of learners. The check plays the rounds; the answer remembers, acts and learns. */
    public interface Pair {
        /**
         * The situation of a player after a round, seen with its own eyes: 0 for CC, 1 for CD, 2 for DC, 3 for DD, the own
         * move first. At the start the check uses situation 4.
         *
         * @param player 0 or 1
         * @param joint what players 0 and 1 did, 0 for cooperating, 1 for defecting
         * @return the situation
         */
        int situation(int player, int[] joint);

        /**
         * A move: with probability epsilon any of the two, otherwise the one with the larger value, ties at random.
         *
         * @param player 0 or 1
         * @param situation its situation, 0 to 4
         * @param epsilon the exploration rate
         * @param seed of all chance of this move
         * @return 0 or 1
         */
        int act(int player, int situation, double epsilon, long seed);

        /**
         * Learns from a round by Q-learning with step size 0.05 and discount 0.95; all values start at 0. There is no end:
         * every round bootstraps.
         *
         * @param player 0 or 1
         * @param situation its situation before the round
         * @param move what it did
         * @param paid what it was paid
         * @param next its situation after the round
         */
        void learn(int player, int situation, int move, double paid, int next);

        /**
         * The values of both moves.
         *
         * @param player 0 or 1
         * @param situation 0 to 4
         * @return the value of cooperating and of defecting
         */
        double[] values(int player, int situation);
    }
}
