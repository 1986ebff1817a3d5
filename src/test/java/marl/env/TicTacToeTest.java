package marl.env;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import marl.random.Rng;
import org.junit.jupiter.api.Test;

class TicTacToeTest extends TurnGameContract {
    @Override
    protected TurnGame game() {
        return new TicTacToe();
    }

    @Override
    protected boolean stochastic() {
        return false;
    }

    /** Every set of marks on every cell, judged cell by cell instead of by bits. */
    @Test
    void aRowWinsAndNothingElse() {
        int[][] rows = {{0, 1, 2}, {3, 4, 5}, {6, 7, 8}, {0, 3, 6}, {1, 4, 7}, {2, 5, 8}, {0, 4, 8}, {2, 4, 6}};
        int reached = 0;
        for (int code = 0; code < 19_683; code++) {
            StringBuilder board = new StringBuilder();
            for (int cell = 0, rest = code; cell < 9; cell++, rest /= 3) {
                board.append(".XO".charAt(rest % 3));
            }
            TicTacToe game;
            try {
                game = TicTacToe.of(board.toString());
            } catch (IllegalArgumentException e) {
                continue;
            }
            reached++;
            int expected = 0;
            for (int[] row : rows) {
                String three = "" + board.charAt(row[0]) + board.charAt(row[1]) + board.charAt(row[2]);
                expected = three.equals("XXX") ? 1 : three.equals("OOO") ? -1 : expected;
            }
            assertEquals(expected, game.returns(0), board.toString());
            assertEquals(-expected, game.returns(1), board.toString());
            assertEquals(expected != 0 || board.indexOf(".") < 0, game.over(), board.toString());
            assertEquals(board.toString(), game.toString().replace("\n", ""));
        }
        assertEquals(5_478, reached, "the known number of situations");
    }

    @Test
    void theWinnerIsPaidByTheLoser() {
        TicTacToe game = TicTacToe.of("XX. OO. ...");
        game.play(2);
        assertEquals(1, game.returns(0));
        assertEquals(-1, game.returns(1));
        assertThrows(IllegalStateException.class, () -> game.play(8));
        game.undo();
        game.play(8);
        game.play(5);
        assertEquals(1, game.returns(1));
        TicTacToe full = TicTacToe.of("XOX XOO OX.");
        full.play(8);
        assertTrue(full.over());
        assertEquals(0, full.returns(0));
    }

    @Test
    void eachSeatSeesItsOwnMarksAsOne() {
        TicTacToe game = TicTacToe.of("XO. .X. ..O");
        assertEquals(0, game.turn());
        assertArrayEquals(new double[] {1, -1, 0, 0, 1, 0, 0, 0, -1}, game.observation(0));
        assertArrayEquals(new double[] {-1, 1, 0, 0, -1, 0, 0, 0, 1}, game.observation(1));
        assertThrows(IllegalStateException.class, game::undo, "what was put down as a text cannot be taken back");
    }

    @Test
    void theIndexTellsAllObservationsApart() {
        ObservationIndex index = TicTacToe.index();
        Set<Integer> indices = new HashSet<>();
        Set<String> boards = new HashSet<>();
        Rng rng = Rng.of(4);
        int[] legal = new int[9];
        for (int g = 0; g < 500; g++) {
            TicTacToe game = new TicTacToe();
            while (!game.over()) {
                indices.add(index.of(game.observation(0)));
                boards.add(game.toString());
                game.play(legal[rng.below(game.legalActions(legal))]);
            }
        }
        assertEquals(boards.size(), indices.size());
        assertTrue(indices.stream().allMatch(i -> i >= 0 && i < index.size()));
    }

    @Test
    void boardsThatNoGameGetsToAreRefused() {
        for (String board : new String[] {
            "",
            "XO",
            "XOX XOO OX.X",
            "xo. ... ...",
            "OO. ... ...",
            "XX. ... ...",
            "XXX OOO ...",
            "XXX OO. O..",
            "OOO XX. XX."
        }) {
            String message = assertThrows(IllegalArgumentException.class, () -> TicTacToe.of(board))
                    .getMessage();
            assertTrue(message.endsWith("."), message);
        }
    }

    @Test
    void refusalsSayWhatIsWrong() {
        TicTacToe game = TicTacToe.of("X.. ... ...");
        assertTrue(assertThrows(IllegalArgumentException.class, () -> game.play(0))
                .getMessage()
                .contains("is taken"));
        assertTrue(assertThrows(IllegalArgumentException.class, () -> game.play(9))
                .getMessage()
                .contains("not on the board"));
    }

    @Test
    void rulesAndChanceMakePolicies() {
        TicTacToe game = TicTacToe.of("X.. ... ...");
        double[] uniform = TurnPolicy.uniform().probabilities(game);
        assertArrayEquals(new double[] {0, .125, .125, .125, .125, .125, .125, .125, .125}, uniform);
        assertEquals(4, TurnPolicy.of(position -> 4).act(game, Rng.of(1)));
        TurnPolicy cheat = TurnPolicy.of(position -> 0);
        assertTrue(assertThrows(IllegalArgumentException.class, () -> cheat.probabilities(game))
                .getMessage()
                .contains("not legal"));
    }
}
