package marl.game;

import java.util.ArrayList;
import java.util.List;
import marl.random.Require;
import marl.random.Rng;

/**
 * A game whose payoffs are drawn by a coin: in each round one of two tables is paid, both with probability 1/2, and the
 * players do not see which. Immutable.
 *
 * <p>Noise is what breaks distributed Q-learning: it believes the best it has ever been paid, and luck looks like skill.
 */
public final class NoisyGame implements StageGame {
    private static final String[] ABC = {"a", "b", "c"};

    private final String name;
    private final MatrixGame heads;
    private final MatrixGame tails;

    private NoisyGame(String name, MatrixGame heads, MatrixGame tails) {
        this.name = Require.text(name, "game");
        this.heads = heads;
        this.tails = tails;
    }

    /**
     * A coin decides between two games.
     *
     * @throws IllegalArgumentException unless they have the same players and actions
     */
    public static NoisyGame of(String name, MatrixGame heads, MatrixGame tails) {
        boolean fits = heads.players() == tails.players();
        for (int p = 0; fits && p < heads.players(); p++) {
            fits = heads.actionNames(p).equals(tails.actionNames(p));
        }
        if (!fits) {
            throw new IllegalArgumentException("'" + heads.name() + "' and '" + tails.name()
                    + "' must have the same players and actions to be mixed by a coin.");
        }
        return new NoisyGame(name, heads, tails);
    }

    /**
     * The climbing game in which (b, b) pays 14 or 0 instead of 7 (Kapetanakis and Kudenko 2002): the luckiest payoff, 14,
     * is no longer at the best joint action.
     */
    public static NoisyGame partlyStochasticClimbing() {
        return team("Climbing, partly stochastic", Games.climbing(), 14, 0);
    }

    /**
     * The climbing game in which every joint action pays one of two amounts (Kapetanakis and Kudenko 2002, transposed like
     * {@link Games#climbing}): 10/12, 5/-65, 5/-5; 5/-65, 14/0, 5/-5; 8/-8, 12/0, 7/3. The means are the climbing game.
     */
    public static NoisyGame fullyStochasticClimbing() {
        return of(
                "Climbing, fully stochastic",
                table("Climbing, heads", new double[][] {{10, 5, 5}, {5, 14, 5}, {8, 12, 7}}),
                table("Climbing, tails", new double[][] {{12, -65, -5}, {-65, 0, -5}, {-8, 0, 3}}));
    }

    /**
     * The penalty game in which (b, b) pays 14 or -10 instead of 2. Ours, made like the climbing game's: the luckiest
     * payoff is at the safe joint action.
     */
    public static NoisyGame partlyStochasticPenalty(double k) {
        return team("Penalty, partly stochastic", Games.penalty(k), 14, -10);
    }

    /** The penalty game in which every payoff is 6 more or 6 less, so that luck at (b, b) stays below 10. Ours. */
    public static NoisyGame fullyStochasticPenalty(double k) {
        MatrixGame game = Games.penalty(k);
        return of("Penalty, fully stochastic", shifted(game, 6), shifted(game, -6));
    }

    /** What is paid on average, as a table: its equilibria and best responses are this game's. */
    public MatrixGame mean() {
        List<String[]> names = new ArrayList<>();
        for (int p = 0; p < players(); p++) {
            names.add(heads.actionNames(p).toArray(String[]::new));
        }
        return MatrixGame.of(name + ", on average", names, this::payoffs);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int players() {
        return heads.players();
    }

    @Override
    public int actions(int player) {
        return heads.actions(player);
    }

    @Override
    public double[] payoffs(int... joint) {
        double[] mean = heads.payoffs(joint);
        double[] other = tails.payoffs(joint);
        for (int p = 0; p < mean.length; p++) {
            mean[p] = (mean[p] + other[p]) / 2;
        }
        return mean;
    }

    @Override
    public double[] play(Rng chance, int... joint) {
        return (chance.bits() < 0 ? heads : tails).payoffs(joint);
    }

    @Override
    public boolean stochastic() {
        return true;
    }

    @Override
    public String toString() {
        return name + "\nheads: " + heads + "\ntails: " + tails;
    }

    private static NoisyGame team(String name, MatrixGame game, double high, double low) {
        double[][] heads = game.payoffMatrix(0);
        double[][] tails = game.payoffMatrix(0);
        heads[1][1] = high;
        tails[1][1] = low;
        return of(name, table(game.name() + ", heads", heads), table(game.name() + ", tails", tails));
    }

    private static MatrixGame shifted(MatrixGame game, double shift) {
        double[][] table = game.payoffMatrix(0);
        for (double[] row : table) {
            for (int c = 0; c < row.length; c++) {
                row[c] += shift;
            }
        }
        return table(game.name() + (shift > 0 ? ", heads" : ", tails"), table);
    }

    private static MatrixGame table(String name, double[][] payoffs) {
        return MatrixGame.team(name, ABC, ABC, payoffs);
    }
}
