package marl.game;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import marl.random.Rng;
import org.junit.jupiter.api.Test;

class NoisyGameTest {
    /** The mean tables are the plain games, exactly: all payoffs are small whole numbers. */
    @Test
    void onAverageTheyAreThePlainGames() {
        List<NoisyGame> noisy = List.of(
                NoisyGame.partlyStochasticClimbing(),
                NoisyGame.fullyStochasticClimbing(),
                NoisyGame.partlyStochasticPenalty(-10),
                NoisyGame.fullyStochasticPenalty(-10));
        List<MatrixGame> plain = List.of(Games.climbing(), Games.climbing(), Games.penalty(-10), Games.penalty(-10));
        for (int g = 0; g < noisy.size(); g++) {
            for (int player = 0; player < 2; player++) {
                for (int row = 0; row < 3; row++) {
                    assertArrayEquals(
                            plain.get(g).payoffMatrix(player)[row],
                            noisy.get(g).mean().payoffMatrix(player)[row],
                            noisy.get(g).name());
                }
            }
        }
    }

    /** In every noisy cell both payoffs come, each half of the time, and both players get the same. */
    @Test
    void theCoinIsFairInEveryCell() {
        NoisyGame game = NoisyGame.fullyStochasticClimbing();
        Rng chance = Rng.of(3);
        int n = 4_000;
        for (int cell = 0; cell < 9; cell++) {
            int row = cell / 3;
            int col = cell % 3;
            double mean = game.payoffs(row, col)[0];
            int above = 0;
            double distance = Double.NaN;
            for (int i = 0; i < n; i++) {
                double[] paid = game.play(chance, row, col);
                assertEquals(paid[0], paid[1]);
                assertEquals(i == 0 ? Math.abs(paid[0] - mean) : distance, Math.abs(paid[0] - mean));
                distance = Math.abs(paid[0] - mean);
                above += paid[0] > mean ? 1 : 0;
            }
            assertTrue(distance > 0);
            // Nine shares; 4.5 standard errors of a fair coin each.
            assertEquals(0.5, above / (double) n, 4.5 * 0.5 / Math.sqrt(n));
        }
        assertTrue(game.stochastic() && game.inOneHand().stochastic());
    }

    /** What misleads a learner that believes the best it has seen: the luckiest payoff is at b, not at the best action. */
    @Test
    void theLuckiestPayoffIsNotAtTheBestAction() {
        assertEquals(14, luckiest(NoisyGame.partlyStochasticClimbing(), 1));
        assertEquals(11, luckiest(NoisyGame.partlyStochasticClimbing(), 0));
        assertEquals(14, luckiest(NoisyGame.fullyStochasticClimbing(), 1));
        assertEquals(12, luckiest(NoisyGame.fullyStochasticClimbing(), 0));
        assertEquals(14, luckiest(NoisyGame.partlyStochasticPenalty(-10), 1));
        assertEquals(10, luckiest(NoisyGame.partlyStochasticPenalty(-10), 0));
        assertEquals(8, luckiest(NoisyGame.fullyStochasticPenalty(-10), 1), "harmless noise, for contrast");
        assertEquals(16, luckiest(NoisyGame.fullyStochasticPenalty(-10), 0));
    }

    private static double luckiest(NoisyGame game, int row) {
        Rng chance = Rng.of(1);
        double best = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < 300; i++) {
            best = Math.max(best, game.play(chance, row, i % 3)[0]);
        }
        return best;
    }

    @Test
    void refusesGamesThatDoNotFit() {
        MatrixGame climbing = Games.climbing();
        MatrixGame dilemma = Games.prisonersDilemma();
        assertThrows(IllegalArgumentException.class, () -> NoisyGame.of("x", climbing, dilemma));
        assertThrows(IllegalArgumentException.class, () -> NoisyGame.of(" ", climbing, climbing));
    }

    @Test
    void oneHandPicksTheJointActionAndIsPaidTheMean() {
        StageGame hand = Games.prisonersDilemma().inOneHand();
        assertEquals(1, hand.players());
        assertEquals(4, hand.actions(0));
        assertArrayEquals(new double[] {3}, hand.payoffs(0));
        assertArrayEquals(new double[] {2.5}, hand.payoffs(1));
        assertArrayEquals(new double[] {1}, hand.play(Rng.of(0), 3));
        assertThrows(IllegalArgumentException.class, () -> hand.payoffs(4));
        StageGame crowd = CoverGame.of(20, 20);
        assertThrows(IllegalArgumentException.class, crowd::inOneHand);
        double[][] zero = new double[2][3];
        StageGame wide = MatrixGame.bimatrix(
                        "2 x 3", new String[] {"a", "b"}, new String[] {"x", "y", "z"}, zero, new double[][] {
                            {0, 0, 2}, {4, 6, 8}
                        })
                .inOneHand();
        for (int a = 2; a < 6; a++) {
            assertEquals(a - 1, wide.payoffs(a)[0], "the last player's action changes fastest");
        }
    }
}
