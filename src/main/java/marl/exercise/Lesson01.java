package marl.exercise;

/** The exercises of lesson 01, games. */
public final class Lesson01 {

    private static final String MATRIX_GAME = "marl.game.MatrixGame";

    /** Cooperative, competitive or mixed. */
    public static final Exercise<SettingOf> SETTING =
            Exercise.of("01-1", "Which setting is it?", 2, SettingOf.class, MATRIX_GAME);

    /** The answers to an opponent that no other answer beats. */
    public static final Exercise<BestResponses> BEST_RESPONSE =
            Exercise.of("01-2", "Best responses", 4, BestResponses.class, "marl.game.BestResponse", MATRIX_GAME);

    /** How much the players could gain by changing their minds. */
    public static final Exercise<NashConv> NASH_CONV = Exercise.of(
            "01-3", "NashConv", 4, NashConv.class, "marl.game.NashConv", "marl.game.BestResponse", MATRIX_GAME);

    /** A mixed equilibrium found by hand. */
    public static final Exercise<RockEquilibrium> ROCK_EQUILIBRIUM = Exercise.of(
            "01-4",
            "When rock wins more",
            3,
            RockEquilibrium.class,
            "marl.game.ZeroSum",
            "marl.game.Minimax",
            "marl.game.SupportEnumeration");

    private Lesson01() {}

    /** Contract of 01-1. */
    @FunctionalInterface
    public interface SettingOf {
        /**
         * Names the setting of a two-player game.
         *
         * @param row the row player's payoffs, a row for each action
         * @param column the column player's payoffs, same shape
         * @return {@code "cooperative"}, {@code "competitive"} or {@code "mixed"}
         */
        String setting(double[][] row, double[][] column);
    }

    /** Contract of 01-2. */
    @FunctionalInterface
    public interface BestResponses {
        /**
         * All pure best responses to a mixed strategy.
         *
         * @param payoff the player's own payoffs: {@code payoff[own action][opponent's action]}
         * @param opponent the opponent's probabilities
         * @return the actions whose expected payoff is within 1e-9 of the best, in ascending order
         */
        int[] bestResponses(double[][] payoff, double[] opponent);
    }

    /** Contract of 01-3. */
    @FunctionalInterface
    public interface NashConv {
        /**
         * The sum over both players of what a best response would gain.
         *
         * @param row the row player's payoffs, {@code row[i][j]}
         * @param column the column player's payoffs, {@code column[i][j]}
         * @param x the row player's probabilities
         * @param y the column player's probabilities
         * @return 0 at an equilibrium, more elsewhere
         */
        double nashConv(double[][] row, double[][] column, double[] x, double[] y);
    }

    /** Contract of 01-4. */
    @FunctionalInterface
    public interface RockEquilibrium {
        /**
         * The equilibrium of rock-paper-scissors in which rock's win against scissors pays {@code win} (and costs
         * scissors as much), all other wins 1.
         *
         * @param win above 0
         * @return the probabilities of rock, paper, scissors
         */
        double[] equilibrium(double win);
    }
}
