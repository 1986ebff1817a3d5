package marl.selfplay;

import java.util.Arrays;

/**
 * Ratings read off the whole table of who beats whom, instead of one number for each from a stream of games. The mean
 * payoff counts all opponents alike, so it can be raised by entering more weak ones. Nash averaging (Balduzzi et al. 2018)
 * weighs the opponents by the equilibrium of the game "pick a player", of several the one of largest entropy: copies of a
 * player change nothing, and those who never matter count for nothing.
 *
 * <p>Weights and ratings are good to about 1e-8 of the largest payoff. Immutable.
 */
public final class PayoffRating {
    private final double[][] payoffs;
    private final double[] weights;

    private PayoffRating(double[][] payoffs, double[] weights) {
        this.payoffs = payoffs;
        this.weights = weights;
    }

    /**
     * Rates players.
     *
     * @param payoffs what the row's player is paid against the column's on average, such as wins minus losses per game,
     *     [player][other]; the column's is paid the negative
     * @throws IllegalArgumentException if the table is not square, not finite or not antisymmetric within 1e-9 of its
     *     largest entry
     */
    public static PayoffRating of(double[][] payoffs) {
        int n = payoffs.length;
        double largest = 0;
        boolean sound = n > 0;
        for (double[] row : payoffs) {
            sound &= row.length == n;
            for (double x : row) {
                sound &= Double.isFinite(x);
                largest = Math.max(largest, Math.abs(x));
            }
        }
        double[][] scaled = new double[n][n];
        for (int i = 0; i < n && sound; i++) {
            for (int j = 0; j < n; j++) {
                sound &= Math.abs(payoffs[i][j] + payoffs[j][i]) <= 1e-9 * largest;
                scaled[i][j] = largest == 0 ? 0 : (payoffs[i][j] - payoffs[j][i]) / 2 / largest;
            }
        }
        if (!sound) {
            throw new IllegalArgumentException(
                    "Payoffs are a square table of finite numbers in which the other gets the"
                            + " negative; give wins minus losses, or scores minus a half.");
        }
        return new PayoffRating(
                Arrays.stream(payoffs).map(double[]::clone).toArray(double[][]::new), LogitEquilibrium.of(scaled));
    }

    /** How much each opponent counts in {@link #nash}: a distribution over the players, a new array. */
    public double[] weights() {
        return weights.clone();
    }

    /** The mean payoff of each player over all players, itself included at 0; a new array. */
    public double[] means() {
        return Arrays.stream(payoffs)
                .mapToDouble(row -> Arrays.stream(row).average().orElse(0))
                .toArray();
    }

    /** What each player is paid against the weighted players: at most 0, and 0 for those who matter; a new array. */
    public double[] nash() {
        return Arrays.stream(payoffs)
                .mapToDouble(row -> {
                    double mean = 0;
                    for (int j = 0; j < row.length; j++) {
                        mean += row[j] * weights[j];
                    }
                    return mean;
                })
                .toArray();
    }

    @Override
    public String toString() {
        return "means " + Arrays.toString(means()) + ", Nash averages " + Arrays.toString(nash());
    }
}
