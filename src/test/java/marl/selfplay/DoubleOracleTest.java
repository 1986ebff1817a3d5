package marl.selfplay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import marl.game.Games;
import marl.game.MatrixGame;
import marl.game.MixedProfile;
import marl.game.NashConv;
import marl.game.ZeroSum;
import marl.random.Rng;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class DoubleOracleTest {
    @Test
    void rockPaperScissorsNeedsAllThree() {
        for (int first = 0; first < 3; first++) {
            DoubleOracle solved = DoubleOracle.solve(Games.rockPaperScissors(), first, first);
            List<Integer> order = List.of(first, (first + 1) % 3, (first + 2) % 3);
            assertEquals(order, solved.strategies(0), "each answers the one before");
            assertEquals(order, solved.strategies(1));
            assertEquals(3, solved.rounds().size());
            assertEquals(0, solved.value(), 1e-9);
            assertEquals(
                    List.of(1, 2, 3),
                    solved.rounds().stream().map(Psro.Round::first).toList());
            assertEquals(2, solved.rounds().get(0).gap(), 1e-12, "the NashConv of a pure strategy");
            double third = 1 / 3.0;
            assertTrue(solved.profile()
                    .isNear(
                            MixedProfile.of(new double[] {third, third, third}, new double[] {third, third, third}),
                            1e-9));
        }
    }

    /** The known value -1/18, found by looking at fewer than a fifth of the 64 strategies of each. */
    @Test
    void kuhnPokerNeedsFewOfItsStrategies() {
        MatrixGame kuhn = Kuhn.game();
        DoubleOracle solved = DoubleOracle.solve(kuhn, 0, 0);
        assertEquals(-1 / 18.0, solved.value(), 1e-9);
        assertTrue(solved.gap() < 1e-9);
        assertEquals(0, NashConv.of(kuhn, solved.profile()), 1e-9);
        assertTrue(solved.strategies(0).size() <= 12 && solved.strategies(1).size() <= 12, solved.toString());
    }

    /** Beside the linear program over the whole game; both are good to 1e-9. */
    @Property(tries = 60)
    void itFindsTheValueOfAnyZeroSumGame(@ForAll long seed) {
        Rng rng = Rng.of(seed);
        int rows = 1 + rng.below(7);
        int columns = 1 + rng.below(7);
        double[][] payoffs = new double[rows][columns];
        String[] rowNames = new String[rows];
        String[] columnNames = new String[columns];
        for (int r = 0; r < rows; r++) {
            rowNames[r] = "r" + r;
            for (int c = 0; c < columns; c++) {
                columnNames[c] = "c" + c;
                payoffs[r][c] = rng.below(2) == 0 ? rng.below(5) - 2 : rng.uniform(-3, 3);
            }
        }
        MatrixGame game = MatrixGame.zeroSum("any", rowNames, columnNames, payoffs);
        DoubleOracle solved = DoubleOracle.solve(game, rng.below(rows), rng.below(columns));
        assertEquals(ZeroSum.solve(game).value(), solved.value(), 1e-8);
        assertEquals(0, NashConv.of(game, solved.profile()), 1e-8);
        assertEquals(solved.gap(), NashConv.of(game, solved.profile()), 1e-8);
    }

    @Test
    void refusesWhatIsNotZeroSumOrNotThere() {
        assertThrows(IllegalArgumentException.class, () -> DoubleOracle.solve(Games.stagHunt(), 0, 0));
        assertThrows(IllegalArgumentException.class, () -> DoubleOracle.solve(Games.publicGoods(3, 1, 2), 0, 0));
        assertThrows(IllegalArgumentException.class, () -> DoubleOracle.solve(Games.rockPaperScissors(), 3, 0));
    }
}
