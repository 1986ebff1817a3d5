package marl.exercise;

/** The exercises of lesson 10, self-play. */
public final class Lesson10 {

    /** Going in circles. */
    public static final Exercise<Circle> CIRCLE =
            Exercise.of("10-1", "In circles", 2, Circle.class, "marl.game.BestResponse");

    /** Former selves. */
    public static final Exercise<NewPool> POOL =
            Exercise.of("10-2", "A pool of former selves", 3, NewPool.class, "marl.selfplay.OpponentPool");

    /** One step of policy gradient. */
    public static final Exercise<Step> STEP =
            Exercise.of("10-3", "One step of policy gradient", 4, Step.class, "marl.agent.SoftmaxLearner");

    /** What a move is worth where the other side moves next. */
    public static final Exercise<TurnTarget> TURN_TARGET =
            Exercise.of("10-4", "The target of a game in turns", 2, TurnTarget.class, "marl.agent.NegamaxQ");

    /** The worst that can happen to a policy. */
    public static final Exercise<Worst> WORST =
            Exercise.of("10-5", "The worst case", 3, Worst.class, "marl.selfplay.WorstCase");

    /** Ratings after a game. */
    public static final Exercise<Rating> ELO = Exercise.of("10-6", "Elo", 3, Rating.class, "marl.selfplay.Elo");

    /** Which strategies join the population. */
    public static final Exercise<Joining> JOIN = Exercise.of(
            "10-7",
            "Who joins",
            3,
            Joining.class,
            "marl.selfplay.DoubleOracle",
            "marl.selfplay.Psro",
            "marl.game.BestResponse",
            "marl.game.NashConv");

    private Lesson10() {}

    /** Contract of 10-1. */
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

    /** Contract of 10-2. */
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

    /** Contract of 10-3. */
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

    /** Contract of 10-4. */
    @FunctionalInterface
    public interface TurnTarget {
        /**
         * The target of a move in a zero-sum game in which the other side moves next.
         *
         * @param reward what the move paid whoever made it
         * @param nextValues what each move of the <em>other side</em> is worth to the other side
         * @param nextLegal which of these moves are allowed; none where the game has ended
         * @param ended whether the game has ended
         * @return what the value of the move should go to
         */
        double target(double reward, double[] nextValues, boolean[] nextLegal, boolean ended);
    }

    /** Contract of 10-5. */
    @FunctionalInterface
    public interface Worst {
        /**
         * What a policy gets in a game of turns against an opponent who knows it and never errs.
         *
         * @param after {@code after[s]} lists the situations that can follow situation s, all with larger numbers; none where
         *     the game has ended; the game starts in situation 0
         * @param chosen where the policy moves, the place in {@code after[s]} of the move that it makes; -1 where the opponent
         *     moves, and where the game has ended
         * @param result {@code result[s]} is what the policy gets where the game ends in s; it means nothing elsewhere
         * @return the worst result that can happen to the policy
         */
        double worst(int[][] after, int[] chosen, double[] result);
    }

    /** Contract of 10-6. */
    @FunctionalInterface
    public interface Rating {
        /**
         * Elo ratings after one game.
         *
         * @param ratings of all players, not to be changed
         * @param player who played
         * @param opponent against whom
         * @param score the player's points: 1, a half or 0
         * @param k the largest step
         * @return all ratings after the game, a new array
         */
        double[] rate(double[] ratings, int player, int opponent, double score, double k);
    }

    /** Contract of 10-7. */
    @FunctionalInterface
    public interface Joining {
        /**
         * One step of the double oracle in a zero-sum game: the best responses that the populations lack.
         *
         * @param payoff what the row player wins and the column player loses, [row][column]
         * @param rows the rows that the row player's population knows, by number
         * @param rowMix with what probability it plays each of them
         * @param columns the same for the column player
         * @param columnMix and its probabilities
         * @return the row that joins, and the column; -1 for a player who would gain no more than 1e-9
         */
        int[] join(double[][] payoff, int[] rows, double[] rowMix, int[] columns, double[] columnMix);
    }
}
