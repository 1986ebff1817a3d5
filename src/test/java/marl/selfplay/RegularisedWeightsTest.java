package marl.selfplay;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import marl.game.Games;
import marl.game.MatrixGame;
import marl.game.NashConv;
import org.junit.jupiter.api.Test;

class RegularisedWeightsTest {
    private static final MatrixGame RPS = Games.rockPaperScissors();
    private static final double[] ROW = {0.5, 0.3, 0.2};
    private static final double[] COLUMN = {0.2, 0.5, 0.3};

    private static RegularisedWeights rps(double tau) {
        return new RegularisedWeights(RPS, 0.05, tau, ROW, COLUMN);
    }

    /** Printed to three decimals by an independent program. */
    @Test
    void withoutEntropyTheLastIterateLeavesAndTheAverageStays() {
        RegularisedWeights plain = rps(0).run(5_000);
        assertArrayEquals(new double[] {.966, .015, .019}, plain.last().strategy(0), 5e-4);
        assertArrayEquals(new double[] {.330, .338, .332}, plain.average().strategy(0), 5e-4);
        assertEquals(5_000, plain.steps());
        assertTrue(NashConv.exploitability(RPS, plain.last().strategies()) > 0.5);
        assertTrue(NashConv.exploitability(RPS, plain.average().strategies()) < 0.01);
    }

    /** The distance to the fixed point shrinks by about 1 - eta tau a step, so after 5,000 steps it is about 1e-11. */
    @Test
    void withEntropyTheLastIterateComesToRest() {
        double[] last = rps(0.1).run(5_000).last().strategy(0);
        assertArrayEquals(new double[] {1 / 3.0, 1 / 3.0, 1 / 3.0}, last, 1e-9);
    }

    /** In a game whose equilibrium is not uniform it rests at the logit equilibrium, which is another point. */
    @Test
    void itRestsAtTheLogitEquilibrium() {
        MatrixGame game = Games.rockWin2();
        double tau = 0.2;
        double[][] rest = new RegularisedWeights(game, 0.05, tau, ROW, COLUMN)
                .run(20_000)
                .last()
                .strategies();
        double[] earned = game.deviationPayoffs(0, rest);
        double sum = 0;
        for (double u : earned) {
            sum += Math.exp(u / tau);
        }
        for (int a = 0; a < 3; a++) {
            assertEquals(Math.exp(earned[a] / tau) / sum, rest[0][a], 1e-9);
        }
        assertTrue(Math.abs(rest[0][1] - 0.5) > 0.01, "not the equilibrium of the game itself");
    }

    /** One step by hand in a game of two: x'(0) = x(0)^(1 - 0.1) e^(0.5 u0) over the sum. */
    @Test
    void aStepByHand() {
        MatrixGame pennies = Games.matchingPennies();
        double[] row = {0.6, 0.4};
        double[] column = {0.7, 0.3};
        RegularisedWeights one = new RegularisedWeights(pennies, 0.5, 0.2, row, column).run(1);
        double up = Math.pow(0.6, 0.9) * Math.exp(0.5 * 0.4);
        double down = Math.pow(0.4, 0.9) * Math.exp(0.5 * -0.4);
        assertEquals(up / (up + down), one.last().strategy(0)[0], 1e-15);
        double left = Math.pow(0.7, 0.9) * Math.exp(0.5 * -0.2);
        double right = Math.pow(0.3, 0.9) * Math.exp(0.5 * 0.2);
        assertEquals(left / (left + right), one.last().strategy(1)[0], 1e-15);
        assertArrayEquals(row, one.average().strategy(0), 1e-15);
    }

    @Test
    void refusesWhatMakesNoSense() {
        assertThrows(IllegalArgumentException.class, () -> new RegularisedWeights(RPS, 0, 0, ROW, COLUMN));
        assertThrows(IllegalArgumentException.class, () -> new RegularisedWeights(RPS, 0.5, 3, ROW, COLUMN));
        assertThrows(IllegalArgumentException.class, () -> new RegularisedWeights(RPS, 0.5, -1, ROW, COLUMN));
        assertThrows(
                IllegalArgumentException.class,
                () -> new RegularisedWeights(RPS, 0.5, 0, new double[] {1, 0, 0}, COLUMN));
        assertThrows(
                IllegalArgumentException.class,
                () -> new RegularisedWeights(RPS, 0.5, 0, ROW, new double[] {0.5, 0.5}));
        assertThrows(IllegalArgumentException.class, () -> rps(0).run(-1));
    }
}
