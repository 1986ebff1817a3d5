package marl.game;

/**
 * The value and optimal strategies of a two-player zero-sum game.
 *
 * <p>By the minimax theorem (von Neumann 1928) the most the row player can guarantee equals the least the column player
 * can hold it to. A saddle point in pure actions is taken when there is one; otherwise two linear programs are solved
 * with ojAlgo. Optimal strategies need not be unique: one pair is returned.
 *
 * @param value what the row player is paid on average, in units of payoff
 * @param profile an optimal strategy for each of the two players
 */
public record ZeroSum(double value, MixedProfile profile) {
    /**
     * Solves a two-player game with constant sum; the column player earns the constant minus {@link #value}.
     *
     * @throws IllegalArgumentException if there are not two players, or the payoffs do not add up to one constant
     */
    public static ZeroSum solve(MatrixGame game) {
        GameArguments.twoPlayers(game, "A zero-sum solution");
        double sum = game.payoff(0, 0, 0) + game.payoff(1, 0, 0);
        for (int r = 0; r < game.actions(0); r++) {
            for (int c = 0; c < game.actions(1); c++) {
                if (Math.abs(game.payoff(0, r, c) + game.payoff(1, r, c) - sum) > game.tolerance()) {
                    throw new IllegalArgumentException(
                            "'" + game.name()
                                    + "' is not zero-sum, so it has no minimax value; SupportEnumeration finds its equilibria.");
                }
            }
        }
        return solve(game.payoffMatrix(0));
    }

    /**
     * Solves the game in which the column player pays the row player {@code payoffs[row][column]}.
     *
     * @throws IllegalArgumentException if the table is empty, ragged or not finite
     * @throws IllegalStateException if the linear program fails, or misses the optimum by more than 1e-9 of the
     *     payoffs' size
     */
    public static ZeroSum solve(double[][] payoffs) {
        double scale = GameArguments.finiteTable(payoffs);
        int columns = payoffs[0].length;
        int saddle = saddle(payoffs);
        double[] row = saddle >= 0 ? MixedStrategy.pure(payoffs.length, saddle / columns) : Minimax.rows(payoffs);
        double[] column = saddle >= 0 ? MixedStrategy.pure(columns, saddle % columns) : Minimax.columns(payoffs);
        double guaranteed = guaranteed(payoffs, row);
        double conceded = conceded(payoffs, column);
        if (conceded - guaranteed > 1e-9 * Math.max(1, scale)) {
            throw new IllegalStateException("The linear program left a gap of " + (conceded - guaranteed)
                    + "; rescale payoffs that differ by many orders of magnitude.");
        }
        return new ZeroSum((guaranteed + conceded) / 2, MixedProfile.of(row, column));
    }

    /** The row player's optimal strategy, as a copy. */
    public double[] row() {
        return profile.strategy(0);
    }

    /** The column player's optimal strategy, as a copy. */
    public double[] column() {
        return profile.strategy(1);
    }

    /** For example {@code value 0 with (0.25, 0.5, 0.25) x (0.25, 0.5, 0.25)}. */
    @Override
    public String toString() {
        return "value " + GameText.number(value) + " with " + profile;
    }

    /** The index row * columns + column of the first entry that is least in its row and most in its column, or -1. */
    private static int saddle(double[][] payoffs) {
        for (int r = 0; r < payoffs.length; r++) {
            for (int c = 0; c < payoffs[r].length; c++) {
                boolean saddle = true;
                for (double entry : payoffs[r]) {
                    saddle &= entry >= payoffs[r][c];
                }
                for (double[] other : payoffs) {
                    saddle &= other[c] <= payoffs[r][c];
                }
                if (saddle) {
                    return r * payoffs[r].length + c;
                }
            }
        }
        return -1;
    }

    private static double guaranteed(double[][] payoffs, double[] row) {
        double least = Double.POSITIVE_INFINITY;
        for (int c = 0; c < payoffs[0].length; c++) {
            double paid = 0;
            for (int r = 0; r < row.length; r++) {
                paid += row[r] * payoffs[r][c];
            }
            least = Math.min(least, paid);
        }
        return least;
    }

    private static double conceded(double[][] payoffs, double[] column) {
        double most = Double.NEGATIVE_INFINITY;
        for (double[] own : payoffs) {
            double paid = 0;
            for (int c = 0; c < column.length; c++) {
                paid += own[c] * column[c];
            }
            most = Math.max(most, paid);
        }
        return most;
    }
}
