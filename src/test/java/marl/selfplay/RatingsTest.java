package marl.selfplay;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import marl.game.Games;
import marl.game.MatrixGame;
import marl.game.NashConv;
import marl.game.ZeroSum;
import marl.random.Rng;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class RatingsTest {
    private static final MatrixGame RPS = Games.rockPaperScissors();

    /** Three players of rock, paper, scissors, each a little better than the next, in a circle. */
    private static final double[][] TRIO = {
        {1 / 3.0 + .40, 1 / 3.0 - .20, 1 / 3.0 - .20},
        {1 / 3.0 - .10, 1 / 3.0 + .20, 1 / 3.0 - .10},
        {1 / 3.0 - .30, 1 / 3.0, 1 / 3.0 + .30}
    };

    private static double[][] payoffs(double[][] players) {
        double[][] payoffs = new double[players.length][players.length];
        for (int i = 0; i < players.length; i++) {
            for (int j = 0; j < players.length; j++) {
                payoffs[i][j] = RPS.expectedPayoff(0, players[i], players[j]);
            }
        }
        return payoffs;
    }

    @Test
    void aCyclicTrioIsRatedEqualThoughOneIsTwiceAsExploitable() {
        double[][] payoffs = payoffs(TRIO);
        double edge = payoffs[1][0];
        assertTrue(edge > 0.05);
        assertEquals(edge, payoffs[2][1], 1e-12);
        assertEquals(edge, payoffs[0][2], 1e-12);
        double[][] scores = new double[3][3];
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                scores[i][j] = 100 * (1 + payoffs[i][j]) / 2;
            }
        }
        assertArrayEquals(new double[3], Elo.maximumLikelihood(scores), 1e-9);
        PayoffRating rating = PayoffRating.of(payoffs);
        assertArrayEquals(new double[3], rating.means(), 1e-12);
        assertArrayEquals(new double[3], rating.nash(), 1e-8);
        double[] exploitability = Arrays.stream(TRIO)
                .mapToDouble(p -> NashConv.exploitability(RPS, p, p))
                .toArray();
        // The best answers by hand: paper 0.4 + 0.2, scissors 0.2 + 0.1, rock 0.3 - 0.
        assertArrayEquals(new double[] {0.6, 0.3, 0.3}, exploitability, 1e-12);
    }

    @Test
    void oneGameMovesBothByTheSameAmount() {
        Elo elo = new Elo(3, 32).record(0, 1, 1);
        assertArrayEquals(new double[] {1516, 1484, 1500}, elo.ratings());
        elo.record(2, 0, 0.5);
        double expected = 1 / (1 + Math.pow(10, 16 / 400.0));
        assertEquals(1500 + 32 * (0.5 - expected), elo.rating(2), 1e-12);
        assertEquals(4500, Arrays.stream(elo.ratings()).sum(), 1e-9);
        assertEquals(10 / 11.0, Elo.expected(1900, 1500), 1e-12);
    }

    @Test
    void theOrderOfTheSameGamesMatters() {
        Elo one = new Elo(2, 32).record(0, 1, 1).record(0, 1, 0);
        Elo other = new Elo(2, 32).record(0, 1, 0).record(0, 1, 1);
        assertTrue(one.rating(0) < 1500 && other.rating(0) > 1500);
    }

    /** Scores exactly as ratings promise give these ratings back, whatever the numbers of games. */
    @Property(tries = 100)
    void theLikeliestRatingsAreThoseThatTheScoresCameFrom(@ForAll long seed) {
        Rng rng = Rng.of(seed);
        int n = 2 + rng.below(5);
        double[] ratings = new double[n];
        Arrays.setAll(ratings, i -> rng.uniform(-300, 300));
        double mean = Arrays.stream(ratings).average().orElse(0);
        double[][] scores = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                double games = 1 + rng.below(50);
                scores[i][j] = games * Elo.expected(ratings[i], ratings[j]);
                scores[j][i] = games - scores[i][j];
            }
        }
        double[] found = Elo.maximumLikelihood(scores);
        for (int i = 0; i < n; i++) {
            assertEquals(ratings[i] - mean, found[i], 1e-6);
        }
    }

    @Test
    void ratingsThatWouldBeInfiniteAreRefused() {
        assertTrue(assertThrows(
                        IllegalArgumentException.class, () -> Elo.maximumLikelihood(new double[][] {{0, 5}, {0, 0}}))
                .getMessage()
                .contains("Player 0 has lost no point"));
        assertThrows(IllegalArgumentException.class, () -> Elo.maximumLikelihood(new double[][] {{0, 5}, {1}}));
        assertThrows(IllegalArgumentException.class, () -> Elo.maximumLikelihood(new double[][] {{0, -1}, {1, 0}}));
        assertThrows(IllegalArgumentException.class, () -> Elo.maximumLikelihood(new double[][] {{0}}));
        assertThrows(IllegalArgumentException.class, () -> new Elo(1, 32));
        assertThrows(IllegalArgumentException.class, () -> new Elo(2, 0));
        Elo elo = new Elo(2, 32);
        assertThrows(IllegalArgumentException.class, () -> elo.record(0, 0, 1));
        assertThrows(IllegalArgumentException.class, () -> elo.record(0, 2, 1));
        assertThrows(IllegalArgumentException.class, () -> elo.record(0, 1, 1.5));
    }

    /** A copy of rock changes nobody's Nash average, but the means; copies share the weight of the one they copy. */
    @Test
    void copiesChangeMeansButNotNashAverages() {
        double[][] table = {{0, -1, 1, 0}, {1, 0, -1, 1}, {-1, 1, 0, -1}, {0, -1, 1, 0}};
        PayoffRating rating = PayoffRating.of(table);
        assertArrayEquals(new double[] {1 / 6.0, 1 / 3.0, 1 / 3.0, 1 / 6.0}, rating.weights(), 1e-8);
        assertArrayEquals(new double[4], rating.nash(), 1e-8);
        assertArrayEquals(new double[] {0, 0.25, -0.25, 0}, rating.means(), 1e-12);
    }

    @Test
    void whoBeatsEverybodyIsAllThatCounts() {
        PayoffRating ladder = PayoffRating.of(new double[][] {{0, 1, 2}, {-1, 0, 1}, {-2, -1, 0}});
        assertArrayEquals(new double[] {1, 0, 0}, ladder.weights(), 1e-8);
        assertArrayEquals(new double[] {0, -1, -2}, ladder.nash(), 1e-8);
        assertArrayEquals(
                new double[] {0.25, 0.25, 0.25, 0.25},
                PayoffRating.of(new double[4][4]).weights(),
                1e-12);
    }

    /** Random tables have one equilibrium, with which the linear program must agree. */
    @Property(tries = 60)
    void theWeightsAreTheEquilibrium(@ForAll long seed) {
        Rng rng = Rng.of(seed);
        int n = 1 + rng.below(8);
        double[][] table = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                table[i][j] = rng.gaussian() * 10;
                table[j][i] = -table[i][j];
            }
        }
        PayoffRating rating = PayoffRating.of(table);
        double[] exact = ZeroSum.solve(table).row();
        for (double average : rating.nash()) {
            assertTrue(average < 1e-6, "nobody does better than the equilibrium, but one earns " + average);
        }
        // Weights are as sensitive as the table is close to one with several equilibria.
        assertArrayEquals(exact, rating.weights(), 1e-3);
    }

    @Test
    void tablesThatAreNotZeroSumAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> PayoffRating.of(new double[][] {{0, 1}, {1, 0}}));
        assertThrows(IllegalArgumentException.class, () -> PayoffRating.of(new double[][] {{0, 1}}));
        assertThrows(
                IllegalArgumentException.class,
                () -> PayoffRating.of(new double[][] {{0, Double.NaN}, {Double.NaN, 0}}));
        assertThrows(IllegalArgumentException.class, () -> PayoffRating.of(new double[0][]));
        assertFalse(PayoffRating.of(new double[1][1]).toString().contains("@"));
    }
}
