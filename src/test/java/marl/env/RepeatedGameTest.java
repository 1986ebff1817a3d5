package marl.env;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import marl.game.Games;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RepeatedGameTest {
    private static final RepeatedGame DILEMMA = RepeatedGame.of(Games.prisonersDilemma());

    @Nested
    class WithHorizon extends MarkovGameContract {
        @Override
        protected MarkovGame game() {
            return DILEMMA.horizon(50);
        }

        @Override
        protected boolean stochastic() {
            return false;
        }
    }

    @Nested
    class EndingByChance extends MarkovGameContract {
        @Override
        protected MarkovGame game() {
            return DILEMMA.continuation(0.9).horizon(300);
        }

        @Override
        protected boolean stochastic() {
            return true;
        }
    }

    @Nested
    class OfThreePlayers extends MarkovGameContract {
        @Override
        protected MarkovGame game() {
            return RepeatedGame.of(Games.publicGoods(3, 20, 1.6)).horizon(20);
        }

        @Override
        protected boolean stochastic() {
            return false;
        }
    }

    @Test
    void eachPlayerSeesTheLastRoundFromItsOwnSide() {
        RepeatedGame game = DILEMMA.horizon(10);
        assertArrayEquals(new double[][] {{4}, {4}}, game.reset(0));
        Step step = game.step(JointAction.of(0, 1));
        assertArrayEquals(new double[][] {{1}, {2}}, step.observations(), "CD for one is DC for the other");
        assertArrayEquals(new double[] {0, 5}, step.rewards());
        assertArrayEquals(new double[] {1}, game.state());
        step = game.step(JointAction.of(1, 1));
        assertArrayEquals(new double[][] {{3}, {3}}, step.observations());
        assertArrayEquals(new double[] {1, 1}, step.rewards());
        assertEquals(5, game.index().size());
        assertEquals(4, game.start());
    }

    @Test
    void threePlayersCountThemselvesFirstAndThenInOrder() {
        RepeatedGame game = RepeatedGame.of(Games.publicGoods(3, 20, 1.6)).horizon(5);
        game.reset(0);
        double[][] seen = game.step(JointAction.of(0, 0, 1)).observations();
        // Two actions each: 0 0 1 for the first, 0 0 1 for the second (own, first, third), 1 0 0 for the third.
        assertArrayEquals(new double[][] {{1}, {1}, {4}}, seen);
    }

    @Test
    void unequalNumbersOfActionsKeepIndicesApart() {
        double[][] zero = new double[2][3];
        RepeatedGame game = RepeatedGame.of(marl.game.MatrixGame.bimatrix(
                        "two by three", new String[] {"a", "b"}, new String[] {"x", "y", "z"}, zero, zero))
                .horizon(9);
        game.reset(0);
        double[][] seen = game.step(JointAction.of(1, 2)).observations();
        assertArrayEquals(new double[][] {{5}, {5}}, seen);
        seen = game.step(JointAction.of(0, 2)).observations();
        assertArrayEquals(new double[][] {{2}, {4}}, seen, "own * 3 + other, and own * 2 + other");
        assertEquals(List.of("x a", "x b", "y a", "y b", "z a", "z b", "start"), game.observationNames(1));
    }

    @Test
    void aHorizonTruncatesAndChanceTerminates() {
        RepeatedGame fixed = DILEMMA.horizon(2);
        fixed.reset(0);
        assertFalse(fixed.step(JointAction.of(0, 0)).over());
        Step last = fixed.step(JointAction.of(0, 0));
        assertTrue(last.truncated() && !last.terminated());
        RepeatedGame once = DILEMMA.continuation(0);
        once.reset(0);
        Step only = once.step(JointAction.of(0, 0));
        assertTrue(only.terminated() && !only.truncated());
    }

    @Test
    void continuationGivesGeometricLengths() {
        RepeatedGame game = DILEMMA.continuation(0.9);
        int n = 20_000;
        long rounds = 0;
        for (int seed = 0; seed < n; seed++) {
            game.reset(seed);
            boolean over = false;
            while (!over) {
                over = game.step(JointAction.of(0, 0)).over();
                rounds++;
            }
        }
        // Mean 1 / (1 - 0.9) = 10, standard deviation sqrt(0.9) / 0.1 = 9.49; four standard errors.
        assertEquals(10, rounds / (double) n, 4 * 9.49 / Math.sqrt(n));
    }

    @Test
    void refusesToPlayWithoutAnEndAndNonsense() {
        assertThrows(IllegalStateException.class, () -> DILEMMA.copy().reset(0));
        assertThrows(IllegalArgumentException.class, () -> DILEMMA.horizon(0));
        assertThrows(IllegalArgumentException.class, () -> DILEMMA.continuation(1));
        assertThrows(IllegalArgumentException.class, () -> DILEMMA.continuation(-0.1));
    }

    /** 40,000 moves: four standard errors of a share of 0.2 are 0.008. */
    @Test
    void noiseTurnsMovesAndPlayersSeeWhatCameOut() {
        RepeatedGame noisy =
                RepeatedGame.of(Games.prisonersDilemma()).horizon(20_000).noise(0.2);
        noisy.reset(3);
        int slips = 0;
        for (int t = 0; t < 20_000; t++) {
            Step step = noisy.step(JointAction.of(0, 1));
            int cell = (int) step.observations()[0][0];
            slips += (cell / 2 == 1 ? 1 : 0) + (cell % 2 == 0 ? 1 : 0);
            assertEquals(Games.prisonersDilemma().payoff(0, cell / 2, cell % 2), step.rewards()[0]);
            assertEquals(2 * (cell % 2) + cell / 2, step.observations()[1][0], "the other sees it from its own side");
        }
        assertEquals(0.2, slips / 40_000.0, 0.008);
        assertThrows(
                IllegalArgumentException.class,
                () -> RepeatedGame.of(Games.prisonersDilemma()).noise(1.5));
    }
}
