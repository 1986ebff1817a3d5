package marl.game;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ZeroSumTest {
    @Test
    void rockWinsTwo() {
        ZeroSum solved = ZeroSum.solve(Games.rockWin2());
        assertEquals(0, solved.value(), 1e-12);
        assertArrayEquals(new double[] {.25, .5, .25}, solved.row(), 1e-12);
        assertArrayEquals(new double[] {.25, .5, .25}, solved.column(), 1e-12);
        assertEquals("value 0 with (0.25, 0.5, 0.25) x (0.25, 0.5, 0.25)", solved.toString());
    }

    @Test
    void twoByTwoByHand() {
        // Without a saddle the value is (ad - bc) / (a + d - b - c).
        ZeroSum solved = ZeroSum.solve(new double[][] {{3, -1}, {-2, 1}});
        assertEquals(1 / 7., solved.value(), 1e-12);
        assertArrayEquals(new double[] {3 / 7., 4 / 7.}, solved.row(), 1e-12);
        assertArrayEquals(new double[] {2 / 7., 5 / 7.}, solved.column(), 1e-12);
    }

    @Test
    void aSaddlePointIsPure() {
        ZeroSum solved = ZeroSum.solve(new double[][] {{4, 2, 5}, {1, 0, 9}});
        assertEquals("value 2 with (1, 0) x (0, 1, 0)", solved.toString());
    }

    @Test
    void aConstantSumGameIsSolvedForTheRowPlayer() {
        String[] names = {"a", "b"};
        MatrixGame game = MatrixGame.bimatrix(
                "split", names, names, new double[][] {{3, 0}, {0, 3}}, new double[][] {{1, 4}, {4, 1}});
        assertEquals(1.5, ZeroSum.solve(game).value(), 1e-12);
    }

    @Property(tries = 300)
    void theSecondPlayerSolvesTheNegativeTranspose(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 6) int rows,
            @ForAll @IntRange(min = 1, max = 6) int columns) {
        double[][] table = RandomGames.table(new Random(seed), rows, columns, 9);
        double[][] turned = new double[columns][rows];
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                turned[c][r] = -table[r][c];
            }
        }
        assertEquals(-ZeroSum.solve(table).value(), ZeroSum.solve(turned).value(), 1e-9);
    }

    @Property(tries = 300)
    void everyEquilibriumBySupportsPaysTheValue(@ForAll long seed, @ForAll @IntRange(min = 1, max = 4) int size) {
        double[][] table = RandomGames.table(new Random(seed), size, 5 - size, 9);
        MatrixGame game = MatrixGame.zeroSum("z", RandomGames.names(size), RandomGames.names(5 - size), table);
        ZeroSum solved = ZeroSum.solve(game);
        assertTrue(NashConv.of(game, solved.profile()) < 1e-9);
        for (MixedProfile one : SupportEnumeration.of(game)) {
            assertEquals(game.expectedPayoff(0, one.strategies()), solved.value(), 1e-9);
        }
    }

    @Property(tries = 100)
    void noMixtureOnAGridGuaranteesMore(@ForAll long seed) {
        double[][] table = RandomGames.table(new Random(seed), 3, 4, 9);
        double best = Double.NEGATIVE_INFINITY;
        for (double[] row : Grid.of(3, 60)) {
            double least = Double.POSITIVE_INFINITY;
            for (int c = 0; c < 4; c++) {
                least = Math.min(least, row[0] * table[0][c] + row[1] * table[1][c] + row[2] * table[2][c]);
            }
            best = Math.max(best, least);
        }
        double value = ZeroSum.solve(table).value();
        assertTrue(best <= value + 1e-9, best + " beats the value " + value);
        // The optimum is within 2/60 per probability of a grid point, and no payoff difference exceeds 18.
        assertTrue(best >= value - 18 * 2 / 60., best + " is far below the value " + value);
    }

    @Test
    void payoffsOfAnySizeAreSolvedToTheSameRelativeAccuracy() {
        for (double scale : new double[] {1e-6, 1, 1e6}) {
            double[][] table = {{0, -scale, 2 * scale}, {scale, 0, -scale}, {-2 * scale, scale, 0}};
            assertArrayEquals(new double[] {.25, .5, .25}, ZeroSum.solve(table).row(), 1e-9);
        }
    }

    @Test
    void whatHasNoMinimaxValueIsRefused() {
        String said = assertThrows(IllegalArgumentException.class, () -> ZeroSum.solve(Games.prisonersDilemma()))
                .getMessage();
        assertTrue(said.contains("not zero-sum"), said);
        assertThrows(IllegalArgumentException.class, () -> ZeroSum.solve(Games.publicGoods(3, 20, 1.6)));
        assertThrows(IllegalArgumentException.class, () -> ZeroSum.solve(new double[0][0]));
        assertThrows(IllegalArgumentException.class, () -> ZeroSum.solve(new double[][] {{1, 2}, {3}}));
        assertThrows(IllegalArgumentException.class, () -> ZeroSum.solve(new double[][] {{1, Double.NaN}}));
    }
}
