package marl.game;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class MatrixGameTest {
    private static final String[] AB = {"a", "b"};
    private static final String[] XYZ = {"x", "y", "z"};

    private final MatrixGame wide = MatrixGame.bimatrix(
            "wide", AB, XYZ, new double[][] {{1, 2, 3}, {4, 5, 6}}, new double[][] {{10, 20, 30}, {40, 50, 60}});

    @Test
    void aTeamsTableNamesItsActionsByItself() {
        MatrixGame game = MatrixGame.team("t", new double[][] {{1, 2, 3}, {4, 5, 6}});
        assertEquals(6, game.payoff(0, 1, 2));
        assertEquals(6, game.payoff(1, 1, 2));
        assertTrue(game.toString().contains("c"), game.toString());
        assertTrue(refusal(() -> MatrixGame.team("t", new double[27][1])).contains("alphabet"));
        assertTrue(refusal(() -> MatrixGame.team("t", new double[][] {{1}, {1, 2}}))
                .contains("2x1"));
    }

    @Test
    void bimatrixKeepsBothTablesApart() {
        assertEquals(2, wide.players());
        assertEquals(2, wide.actions(0));
        assertEquals(3, wide.actions(1));
        assertEquals(List.of("x", "y", "z"), wide.actionNames(1));
        assertEquals(6, wide.payoff(0, 1, 2));
        assertEquals(30, wide.payoff(1, new int[] {0, 2}));
        assertArrayEquals(new double[] {4, 40}, wide.payoffs(1, 0));
        assertArrayEquals(new double[][] {{10, 20, 30}, {40, 50, 60}}, wide.payoffMatrix(1));
    }

    @Test
    void symmetricPaysTheColumnPlayerTheTranspose() {
        MatrixGame game = MatrixGame.symmetric("s", AB, new double[][] {{1, 2}, {3, 4}});
        assertArrayEquals(new double[][] {{1, 3}, {2, 4}}, game.payoffMatrix(1));
    }

    @Test
    void theTablesOfTheCallerAreCopied() {
        double[][] table = {{1, 2}, {3, 4}};
        MatrixGame game = MatrixGame.team("t", AB, AB, table);
        table[0][0] = 99;
        game.payoffMatrix(0)[1][1] = 99;
        game.payoffs(1, 0)[0] = 99;
        assertArrayEquals(new double[][] {{1, 2}, {3, 4}}, game.payoffMatrix(0));
    }

    @Test
    void jointActionsCountWithTheLastPlayerFastest() {
        MatrixGame game = MatrixGame.of("three", List.of(AB, XYZ, AB), joint ->
                new double[] {100 * joint[0] + 10 * joint[1] + joint[2], 0, -1});
        assertEquals(12, game.jointActions());
        assertArrayEquals(new int[] {1, 2, 0}, game.joint(10));
        for (int cell = 0; cell < 12; cell++) {
            int[] joint = game.joint(cell);
            assertEquals(100 * joint[0] + 10 * joint[1] + joint[2], game.payoff(0, joint));
        }
    }

    @Test
    void settingsFollowThePayoffs() {
        assertEquals(Setting.COOPERATIVE, Games.climbing().setting());
        assertEquals(Setting.COMPETITIVE, Games.rockPaperScissors().setting());
        assertEquals(Setting.MIXED, Games.prisonersDilemma().setting());
        MatrixGame constantSum = MatrixGame.bimatrix(
                "split ten", AB, AB, new double[][] {{1, 7}, {4, 10}}, new double[][] {{9, 3}, {6, 0}});
        assertEquals(Setting.COMPETITIVE, constantSum.setting());
        MatrixGame flat = MatrixGame.team("flat", AB, AB, new double[][] {{1, 1}, {1, 1}});
        assertEquals(Setting.COOPERATIVE, flat.setting());
    }

    @Test
    void textTableLinesUp() {
        assertEquals("""
                Prisoner's dilemma (row player's payoff, column player's payoff)
                           cooperate  defect
                cooperate       3, 3    0, 5
                defect          5, 0    1, 1""", Games.prisonersDilemma().toString());
        assertEquals("""
                Climbing (what both are paid)
                     a    b  c
                a   11  -30  0
                b  -30    7  0
                c    0    6  5""", Games.climbing().toString());
        String goods = Games.publicGoods(3, 20, 1.5).toString();
        assertTrue(goods.contains("contribute  contribute        keep  ->  20  20  40"), goods);
        assertTrue(Games.publicGoods(8, 20, 1.5).toString().endsWith("... and 192 more joint actions"));
    }

    @Property(tries = 300)
    void deviationPayoffsAreTheSumOverTheOthersActions(@ForAll("games") MatrixGame game, @ForAll long seed) {
        double[][] mixed = RandomGames.profile(game, seed);
        for (int player = 0; player < game.players(); player++) {
            double[] expected = new double[game.actions(player)];
            for (int own = 0; own < expected.length; own++) {
                double[][] fixed = mixed.clone();
                fixed[player] = MixedStrategy.pure(expected.length, own);
                expected[own] = recursive(game, player, fixed, new int[0], 1);
            }
            // Sums of at most 81 products of size at most 9.
            assertArrayEquals(expected, game.deviationPayoffs(player, mixed), 1e-12);
            assertEquals(recursive(game, player, mixed, new int[0], 1), game.expectedPayoff(player, mixed), 1e-12);
        }
    }

    /** The definition of an expectation, one player at a time. */
    private static double recursive(MatrixGame game, int player, double[][] mixed, int[] start, double probability) {
        if (start.length == mixed.length) {
            return probability * game.payoff(player, start);
        }
        double sum = 0;
        for (int a = 0; a < mixed[start.length].length; a++) {
            int[] next = Arrays.copyOf(start, start.length + 1);
            next[start.length] = a;
            sum += recursive(game, player, mixed, next, probability * mixed[start.length][a]);
        }
        return sum;
    }

    @Test
    void meanPayoffsOfTheClimbingGame() {
        assertArrayEquals(
                new double[] {-19 / 3., -23 / 3., 11 / 3.}, Games.climbing().meanPayoffs(0), 1e-12);
    }

    @Test
    void wrongIndicesAreNamed() {
        assertEquals("Player 1 has no action 3; the actions are numbered 0 to 2.", refusal(() -> wide.payoff(0, 0, 3)));
        assertEquals("Player 0 has no action 2; the actions are numbered 0 to 1.", refusal(() -> wide.payoff(0, 2, 0)));
        assertEquals(
                "Player 0 has no action -1; the actions are numbered 0 to 1.", refusal(() -> wide.payoff(0, -1, 2)));
        assertEquals("There is no player 2; players are numbered 0 to 1.", refusal(() -> wide.payoff(2, 0, 0)));
        assertEquals(
                "A joint action needs one action for each of the 2 players, but 3 were given.",
                refusal(() -> wide.payoffs(0, 0, 0)));
        assertEquals(
                "A joint action needs one action for each of the 3 players, but 2 were given.",
                refusal(() -> Games.publicGoods(3, 1, 2).payoff(0, 1, 1)));
    }

    @Test
    void unfitPayoffsAreRefused() {
        double[][] ragged = {{1, 2}, {3}};
        assertTrue(refusal(() -> MatrixGame.team("t", AB, AB, ragged)).contains("2x2 table"));
        double[][] hole = {{1, 2}, {3, Double.NaN}};
        assertEquals(
                "Payoffs must be finite numbers, but the joint action [1, 1] pays NaN.",
                refusal(() -> MatrixGame.team("t", AB, AB, hole)));
        assertTrue(refusal(() -> MatrixGame.of("short", List.of(AB, AB), joint -> new double[1]))
                .contains("2 payoffs, one per player"));
        assertTrue(refusal(() -> MatrixGame.of("huge", java.util.Collections.nCopies(40, AB), joint -> new double[40]))
                .contains("too many for a table"));
    }

    @Test
    void unfitNamesAreRefused() {
        String[] twins = {"a", "a"};
        double[][] table = {{1, 2}, {3, 4}};
        assertTrue(refusal(() -> MatrixGame.team("t", twins, AB, table)).contains("must differ"));
        assertTrue(refusal(() -> MatrixGame.team(" ", AB, AB, table)).contains("a name"));
        assertTrue(refusal(() -> MatrixGame.of("none", List.of(), joint -> new double[0]))
                .contains("at least one player"));
        assertTrue(refusal(() -> MatrixGame.team("t", AB, new String[0], new double[2][0]))
                .contains("at least one action"));
    }

    @Test
    void unfitStrategiesAreRefused() {
        double[] fair = {0.5, 0.5};
        double[] third = MixedStrategy.uniform(3);
        assertTrue(refusal(() -> wide.expectedPayoff(0, fair)).contains("one mixed strategy for each of the 2"));
        assertTrue(refusal(() -> wide.expectedPayoff(0, fair, fair)).contains("needs 3 probabilities"));
        assertTrue(refusal(() -> wide.deviationPayoffs(0, new double[] {0.5, 0.6}, third))
                .contains("sums to 1"));
        assertTrue(refusal(() -> wide.deviationPayoffs(0, new double[] {1.5, -0.5}, third))
                .contains("negative"));
        assertTrue(refusal(() -> wide.deviationPayoffs(0, new double[] {Double.NaN, 1}, third))
                .contains("NaN"));
        assertTrue(refusal(() -> Games.publicGoods(3, 1, 2).payoffMatrix(0)).contains("two-player game"));
    }

    private static String refusal(org.junit.jupiter.api.function.Executable call) {
        return assertThrows(IllegalArgumentException.class, call).getMessage();
    }

    @Provide
    Arbitrary<MatrixGame> games() {
        return RandomGames.ofManyPlayers(9);
    }
}
