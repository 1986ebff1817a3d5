package marl.exercise;

/** The exercises of lesson 10, self-play. */
public final class Lesson10 {

    /** How much a perfect opponent would win. */
    public static final Exercise<Exploit> EXPLOIT =
            Exercise.of("10-1", "Exploitability", 3, Exploit.class, "marl.game.NashConv", "marl.game.BestResponse");

    /** Going in circles. */
    public static final Exercise<Circle> CIRCLE =
            Exercise.of("10-2", "In circles", 2, Circle.class, "marl.game.BestResponse");

    /** Former selves. */
    public static final Exercise<NewPool> POOL =
            Exercise.of("10-3", "A pool of former selves", 3, NewPool.class, "marl.selfplay.OpponentPool");

    /** One step of policy gradient. */
    public static final Exercise<Step> STEP =
            Exercise.of("10-4", "One step of policy gradient", 4, Step.class, "marl.agent.SoftmaxLearner");

    private Lesson10() {}

    /** Contract of 10-1. */
    @FunctionalInterface
    public interface Exploit {
        /**
         * The exploitability of two mixed strategies in a zero-sum game: half of what the two players together could gain by
         * each switching to a best response.
         *
         * @param payoff what the row player wins and the column player loses, [row][column]
         * @param row the row player's probabilities
         * @param column the column player's
         * @return at least 0; 0 at an equilibrium
         */
        double exploitability(double[][] payoff, double[] row, double[] column);
    }

    /** Contract of 10-2. */
    @FunctionalInterface
    public interface Circle {
        /**
         * Self-play by best response: each version plays the best answer to the version before it.
         *
         * @param payoff what an action (row) wins against an action (column), for both players alike
         * @param first what the first version plays
         * @param versions how many versions there are, the first included
         * @return what each version plays; of equally good answers the one with the lowest number
         */
        int[] play(double[][] payoff, int first, int versions);
    }

    /** Contract of 10-3. */
    @FunctionalInterface
    public interface NewPool {
        /**
         * An empty pool.
         *
         * @param capacity how many snapshots it keeps, at least 1
         * @param latest the probability of playing the latest self
         * @return the pool
         */
        Pool make(int capacity, double latest);
    }

    /** A pool of former selves, known by numbers. */
    public interface Pool {
        /**
         * Adds a snapshot. A full pool forgets its oldest.
         *
         * @param snapshot its number
         */
        void add(int snapshot);

        /**
         * How many it holds.
         *
         * @return the number
         */
        int size();

        /**
         * Picks an opponent.
         *
         * @param first a number from 0 (included) to 1 (not included): the latest self plays if it is below the probability
         *     of that, or if the pool is empty
         * @param second another one, which picks among the snapshots: the n kept share [0, 1) in equal parts, the oldest
         *     first
         * @return -1 for the latest self, or the number of a snapshot
         */
        int pick(double first, double second);
    }

    /** Contract of 10-4. */
    @FunctionalInterface
    public interface Step {
        /**
         * One step of policy gradient for a softmax policy p_j = exp(t_j) / sum of exp(t_k): every logit moves by the rate
         * times {@code reward * (1 if j is the action, else 0, minus p_j)}, plus the rate times the entropy bonus times
         * {@code -p_j (ln p_j + H)}, where H is the policy's entropy, the sum of {@code -p_k ln p_k}.
         *
         * @param logits t, not to be changed
         * @param action what was played
         * @param reward what it won
         * @param rate the step size
         * @param bonus the entropy bonus, 0 for none
         * @return the new logits
         */
        double[] step(double[] logits, int action, double reward, double rate, double bonus);
    }
}
