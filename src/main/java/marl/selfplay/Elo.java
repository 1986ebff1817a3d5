package marl.selfplay;

import java.util.Arrays;

/**
 * Elo's ratings (Elo 1978): one number for each player, such that a difference of 400 points means odds of ten to one. After
 * each game both ratings move by {@code K (score - expected)}, in opposite directions, with {@code expected = 1 / (1 +
 * 10^((other - own) / 400))}.
 *
 * <p>Awkward, and worth knowing: the same games in another order give other ratings; {@link #maximumLikelihood} does not
 * care. And one number for each cannot say that A beats B beats C beats A: such a trio is rated equal, whoever can be
 * exploited how badly. See {@link PayoffRating}. Changes as games are recorded.
 */
public final class Elo {
    private static final double SPREAD = 400;

    private final double[] ratings;
    private final double k;

    /**
     * All players at 1500.
     *
     * @param players how many, at least 2
     * @param k the largest step, positive; 16 to 32 is usual
     * @throws IllegalArgumentException if one of them is out of range
     */
    public Elo(int players, double k) {
        if (players < 2 || !(k > 0 && k < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "Ratings need at least two players and a positive K, but got " + players + " and " + k + ".");
        }
        this.ratings = new double[players];
        this.k = k;
        Arrays.fill(ratings, 1_500);
    }

    /** The share of points that a rating promises against another. */
    public static double expected(double rating, double other) {
        return 1 / (1 + Math.pow(10, (other - rating) / SPREAD));
    }

    /**
     * Records a game.
     *
     * @param player who played
     * @param opponent against whom
     * @param score the player's points: 1, a half or 0, or a mean of such from 0 to 1
     * @return these ratings
     * @throws IllegalArgumentException if there are no such two players or the score is out of range
     */
    public Elo record(int player, int opponent, double score) {
        if (player == opponent
                || Math.min(player, opponent) < 0
                || Math.max(player, opponent) >= ratings.length
                || !(score >= 0 && score <= 1)) {
            throw new IllegalArgumentException("A game is between two of the players 0 to " + (ratings.length - 1)
                    + " and scores from 0 to 1, but got " + player + ", " + opponent + " and " + score + ".");
        }
        double step = k * (score - expected(ratings[player], ratings[opponent]));
        ratings[player] += step;
        ratings[opponent] -= step;
        return this;
    }

    /** A player's rating. */
    public double rating(int player) {
        return ratings[player];
    }

    /** All ratings, a new array. */
    public double[] ratings() {
        return ratings.clone();
    }

    /**
     * The ratings under which the scores were most likely (Bradley and Terry 1952), with mean 0, whatever the order of the
     * games; found by Zermelo's iteration (Hunter 2004, section 2).
     *
     * @param scores the points that the row's player took from the column's in all, [player][other]; the diagonal does not
     *     count
     * @throws IllegalArgumentException if the table is not square or has fewer than two players, a number is negative or
     *     not finite, or there is no largest likelihood, because some of the players never lost a point to the others
     */
    public static double[] maximumLikelihood(double[][] scores) {
        int n = scores.length;
        if (n < 2) {
            throw new IllegalArgumentException("Ratings need at least two players, but got " + n + ".");
        }
        for (double[] row : scores) {
            if (row.length != n || Arrays.stream(row).anyMatch(s -> !(s >= 0 && s < Double.POSITIVE_INFINITY))) {
                throw new IllegalArgumentException(
                        "Scores are a square table of finite numbers from 0 on, one row for each player.");
            }
        }
        requireFinite(scores);
        double[] strength = new double[n];
        Arrays.fill(strength, 1);
        double change = 1;
        for (int round = 0; round < 1_000_000 && change > 1e-14; round++) {
            change = 0;
            for (int i = 0; i < n; i++) {
                double points = 0;
                double weight = 0;
                for (int j = 0; j < n; j++) {
                    if (j != i) {
                        points += scores[i][j];
                        weight += (scores[i][j] + scores[j][i]) / (strength[i] + strength[j]);
                    }
                }
                double next = points / weight;
                change = Math.max(change, Math.abs(Math.log(next / strength[i])));
                strength[i] = next;
            }
        }
        double[] ratings =
                Arrays.stream(strength).map(s -> SPREAD * Math.log10(s)).toArray();
        double mean = Arrays.stream(ratings).average().orElse(0);
        return Arrays.stream(ratings).map(r -> r - mean).toArray();
    }

    /** From each player every other must be reached by losses; otherwise somebody's best rating is infinite (Ford 1957). */
    private static void requireFinite(double[][] scores) {
        int n = scores.length;
        boolean[][] lost = new boolean[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                lost[i][j] = i == j || scores[j][i] > 0;
            }
        }
        for (int via = 0; via < n; via++) {
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    lost[i][j] |= lost[i][via] && lost[via][j];
                }
            }
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                if (!lost[i][j]) {
                    throw new IllegalArgumentException("Player " + i
                            + " has lost no point, directly or through others, to"
                            + " player " + j + ", so no finite ratings are the likeliest; record more games or half a"
                            + " point for each.");
                }
            }
        }
    }

    @Override
    public String toString() {
        return "Elo" + Arrays.toString(Arrays.stream(ratings).map(Math::rint).toArray());
    }
}
