package marl.game;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SupportEnumerationTest {
    @Test
    void rockPaperScissorsWithATwist() {
        assertEquals(
                "[(0.25, 0.5, 0.25) x (0.25, 0.5, 0.25)]",
                SupportEnumeration.of(Games.rockWin2()).toString());
        double[] third = MixedStrategy.uniform(3);
        List<MixedProfile> plain = SupportEnumeration.of(Games.rockPaperScissors());
        assertEquals(1, plain.size());
        assertTrue(plain.get(0).isNear(MixedProfile.of(third, third), 1e-12));
        assertFalse(SupportEnumeration.isDegenerate(Games.rockPaperScissors()));
    }

    @Test
    void coordinationOnNSidesHasOneEquilibriumPerSubset() {
        for (int n = 1; n <= 6; n++) {
            double[][] identity = new double[n][n];
            for (int i = 0; i < n; i++) {
                identity[i][i] = 1;
            }
            MatrixGame game = MatrixGame.team("sides", RandomGames.names(n), RandomGames.names(n), identity);
            assertEquals((1 << n) - 1, SupportEnumeration.of(game).size());
        }
    }

    @Test
    void vonStengelsGameHasSeventyFive() {
        // Von Stengel, "New maximal numbers of equilibria in bimatrix games" (1999): 6 x 6 with 75 equilibria.
        double[][] row = {
            {9504, -660, 19976, -20526, 1776, -8976},
            {-111771, 31680, -130944, 168124, -8514, 52764},
            {397584, -113850, 451176, -586476, 29216, -178761},
            {171204, -45936, 208626, -263076, 14124, -84436},
            {1303104, -453420, 1227336, -1718376, 72336, -461736},
            {737154, -227040, 774576, -1039236, 48081, -300036}
        };
        double[][] columnByItsOwnActions = {
            {72336, -461736, 1227336, -1718376, 1303104, -453420},
            {48081, -300036, 774576, -1039236, 737154, -227040},
            {29216, -178761, 451176, -586476, 397584, -113850},
            {14124, -84436, 208626, -263076, 171204, -45936},
            {1776, -8976, 19976, -20526, 9504, -660},
            {-8514, 52764, -130944, 168124, -111771, 31680}
        };
        double[][] column = new double[6][6];
        for (int r = 0; r < 6; r++) {
            for (int c = 0; c < 6; c++) {
                column[r][c] = columnByItsOwnActions[c][r];
            }
        }
        MatrixGame game = MatrixGame.bimatrix("75", RandomGames.names(6), RandomGames.names(6), row, column);
        assertEquals(75, SupportEnumeration.of(game).size());
    }

    @Test
    void aDegenerateGameGivesTheCornersOfItsComponents() {
        // A threat game: the column player is indifferent once the row player moves to top.
        MatrixGame game = MatrixGame.bimatrix(
                "threat",
                new String[] {"top", "bottom"},
                new String[] {"left", "right"},
                new double[][] {{1, 1}, {0, 2}},
                new double[][] {{2, 2}, {1, 3}});
        assertTrue(SupportEnumeration.isDegenerate(game));
        // (top, left) up to (top, half left) is a segment with unequal supports; (bottom, right) stands alone.
        assertEquals(
                "[(1, 0) x (1, 0), (1, 0) x (0.5, 0.5), (0, 1) x (0, 1)]",
                SupportEnumeration.of(game).toString());
    }

    @Test
    void inAFlatGameThePureProfilesAreTheCorners() {
        MatrixGame flat = MatrixGame.team("flat", RandomGames.names(2), RandomGames.names(3), new double[2][3]);
        assertEquals(6, SupportEnumeration.of(flat).size());
    }

    @Property(tries = 500)
    void everyOneIsAnEquilibriumAndThereIsAtLeastOne(@ForAll("games") MatrixGame game) {
        List<MixedProfile> all = SupportEnumeration.of(game);
        assertFalse(all.isEmpty());
        // Systems of at most 5 x 5 with entries up to 6: far inside 1e-9.
        for (MixedProfile one : all) {
            assertTrue(NashConv.of(game, one) < 1e-9, one::toString);
        }
        assertEquals(
                PureEquilibria.of(game).size(),
                all.stream().filter(MixedProfile::isPure).count());
        for (int i = 0; i < all.size(); i++) {
            for (int j = 0; j < i; j++) {
                assertFalse(all.get(i).isNear(all.get(j), 1e-7));
            }
        }
    }

    @Property(tries = 500)
    void thereIsAnOddNumberUnlessTheGameIsDegenerate(@ForAll("games") MatrixGame game) {
        Assume.that(!SupportEnumeration.isDegenerate(game));
        assertEquals(1, SupportEnumeration.of(game).size() % 2);
    }

    @Property(tries = 200)
    void positiveAffineChangesOfPayoffKeepThem(
            @ForAll("games") MatrixGame game, @ForAll @IntRange(min = 1, max = 9) int factor, @ForAll byte shift) {
        double[][] row = game.payoffMatrix(0);
        for (double[] line : row) {
            for (int c = 0; c < line.length; c++) {
                line[c] = factor * line[c] + shift;
            }
        }
        MatrixGame changed = MatrixGame.bimatrix(
                "changed",
                RandomGames.names(game.actions(0)),
                RandomGames.names(game.actions(1)),
                row,
                game.payoffMatrix(1));
        List<MixedProfile> before = SupportEnumeration.of(game);
        List<MixedProfile> after = SupportEnumeration.of(changed);
        assertEquals(before.size(), after.size());
        for (int i = 0; i < before.size(); i++) {
            assertTrue(before.get(i).isNear(after.get(i), 1e-9));
        }
    }

    @Test
    void aPayoffOfOneCountsBesideABillion() {
        for (double s : new double[] {1e3, 1e6, 1e9}) {
            List<MixedProfile> all = SupportEnumeration.of(MatrixGame.team("uneven", new double[][] {{s, 0}, {0, 1}}));
            assertEquals(3, all.size());
            double[] first = {1, 0};
            double[] second = {0, 1};
            double[] both = {1 / (1 + s), s / (1 + s)};
            assertEquals(MixedProfile.of(first, first), all.get(0));
            assertEquals(MixedProfile.of(second, second), all.get(1));
            assertTrue(
                    all.get(2).isNear(MixedProfile.of(both, both), 1e-15),
                    () -> all.get(2).toString());
        }
    }

    @Property(tries = 500)
    void everyPureEquilibriumIsAmongThemAtEveryScale(
            @ForAll("games") MatrixGame game,
            @ForAll @IntRange(min = -9, max = 9) int rowScale,
            @ForAll @IntRange(min = -9, max = 9) int columnScale,
            @ForAll @IntRange(min = 0, max = 9) int firstCell) {
        double[][] row = scaled(game.payoffMatrix(0), rowScale, firstCell);
        double[][] column = scaled(game.payoffMatrix(1), columnScale, firstCell);
        List<MixedProfile> all = SupportEnumeration.of(MatrixGame.bimatrix(
                "scaled", RandomGames.names(row.length), RandomGames.names(row[0].length), row, column));
        int pure = 0;
        for (int r = 0; r < row.length; r++) {
            for (int c = 0; c < row[r].length; c++) {
                MixedProfile corner =
                        MixedProfile.of(MixedStrategy.pure(row.length, r), MixedStrategy.pure(row[r].length, c));
                assertEquals(isStable(row, column, r, c), all.contains(corner), corner::toString);
                pure += all.contains(corner) ? 1 : 0;
            }
        }
        assertEquals(pure, all.stream().filter(MixedProfile::isPure).count());
        assertEquals(all.size(), new HashSet<>(all).size());
    }

    private static double[][] scaled(double[][] table, int scale, int firstCell) {
        for (double[] line : table) {
            for (int c = 0; c < line.length; c++) {
                line[c] *= Math.pow(10, scale);
            }
        }
        table[0][0] *= Math.pow(10, firstCell);
        return table;
    }

    /** Nobody can be paid more by changing alone, compared without any tolerance. */
    private static boolean isStable(double[][] row, double[][] column, int r, int c) {
        boolean stable = true;
        for (double[] other : row) {
            stable &= other[c] <= row[r][c];
        }
        for (double other : column[r]) {
            stable &= other <= column[r][c];
        }
        return stable;
    }

    @Test
    void gamesItCannotTryAreRefused() {
        MatrixGame goods = Games.publicGoods(3, 20, 1.6);
        assertThrows(IllegalArgumentException.class, () -> SupportEnumeration.of(goods));
        MatrixGame large = MatrixGame.team("large", RandomGames.names(12), RandomGames.names(12), new double[12][12]);
        String said = assertThrows(IllegalArgumentException.class, () -> SupportEnumeration.of(large))
                .getMessage();
        assertTrue(said.contains("12x12") && said.contains("dominated"), said);
    }

    @Provide
    Arbitrary<MatrixGame> games() {
        return RandomGames.bimatrix(4, 6);
    }
}
