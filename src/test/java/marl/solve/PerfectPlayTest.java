package marl.solve;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import marl.env.LeakyNim;
import marl.env.TicTacToe;
import marl.env.TurnGame;
import marl.random.Rng;
import org.junit.jupiter.api.Test;

class PerfectPlayTest {
    private static final PerfectPlay TIC_TAC_TOE = PerfectPlay.of(new TicTacToe());

    @Test
    void ticTacToeHasItsKnownCounts() {
        GameTree tree = TIC_TAC_TOE.tree();
        assertEquals(5_478, tree.states());
        assertEquals(958, tree.terminals());
        assertEquals(4_520, tree.decisions());
        assertEquals(Map.of(1.0, 131_184L, -1.0, 77_904L, 0.0, 46_080L), tree.games());
        assertEquals(255_168, tree.games().values().stream().mapToLong(n -> n).sum());
        assertEquals(0, TIC_TAC_TOE.value());
    }

    @Test
    void itsBestMovesAreThoseEveryChildFinds() {
        assertEquals(9, TIC_TAC_TOE.best(new TicTacToe()).length, "every opening holds the draw");
        assertArrayEquals(new int[] {4}, TIC_TAC_TOE.best(TicTacToe.of("X.. ... ...")), "a corner: the centre");
        assertArrayEquals(new int[] {2}, TIC_TAC_TOE.best(TicTacToe.of("XX. OO. ...")), "win at once");
        assertEquals(1, TIC_TAC_TOE.value(TicTacToe.of("XX. OO. ...")));
        assertArrayEquals(new int[] {2}, TIC_TAC_TOE.best(TicTacToe.of("XX. .O. ...")), "hinder a row");
        assertArrayEquals(new int[] {}, TIC_TAC_TOE.best(TicTacToe.of("XXX OO. ...")));
    }

    /** Plain minimax without a memory, from positions on the way of random games. */
    @Test
    void valuesAreThoseOfPlainMinimax() {
        int[] legal = new int[9];
        for (int g = 0; g < 60; g++) {
            Rng rng = Rng.of(1, "minimax", g);
            TicTacToe game = new TicTacToe();
            game.play(legal[rng.below(game.legalActions(legal))]);
            while (!game.over()) {
                game.play(legal[rng.below(game.legalActions(legal))]);
                assertEquals(plain(game), TIC_TAC_TOE.value(game), game.toString());
            }
        }
        assertEquals(0, plain(new TicTacToe()));
    }

    private static double plain(TicTacToe game) {
        if (game.over()) {
            return game.returns(0);
        }
        double sign = game.turn() == 0 ? 1 : -1;
        double best = -2;
        for (int a = 0; a < 9; a++) {
            if (game.legal(a)) {
                game.play(a);
                best = Math.max(best, sign * plain(game));
                game.undo();
            }
        }
        return sign * best;
    }

    /** The recursion of the rules, over heaps instead of situations. */
    @Test
    void chanceCountsByItsMean() {
        double[] v = new double[21];
        v[0] = -1;
        for (int n = 1; n <= 20; n++) {
            v[n] = Math.max(afterTaking(n, 1, v), n >= 2 ? afterTaking(n, 2, v) : -1);
            PerfectPlay solved = PerfectPlay.of(new LeakyNim(n));
            assertEquals(v[n], solved.value(), 1e-12, n + " stones");
        }
        TurnGame three = new LeakyNim(3);
        PerfectPlay solved = PerfectPlay.of(three);
        // 1 of 3: -(3/4 v(2) + 1/4 v(1)) = -1. 2 of 3: -(3/4 v(1) + 1/4 v(0)) = -1/2.
        assertArrayEquals(new int[] {1}, solved.best(three));
        assertEquals(-0.5, solved.value());
        three.play(1);
        assertArrayEquals(new int[] {}, solved.best(three), "chance has no best move");
        three.play(1);
        assertEquals(1, solved.value(three));
    }

    private static double afterTaking(int n, int k, double... v) {
        return n - k == 0 ? -v[0] : -((1 - LeakyNim.LEAK) * v[n - k] + LeakyNim.LEAK * v[n - k - 1]);
    }

    @Test
    void gamesOfChanceCountTheirOutcomes() {
        // Heap of 2: take two; or take one, then nothing falls and the other takes one, or the last stone falls.
        assertEquals(
                Map.of(1.0, 2L, -1.0, 1L),
                PerfectPlay.of(new LeakyNim(2)).tree().games());
    }

    @Test
    void aPositionIsSolvedFromWhereItStands() {
        TicTacToe late = TicTacToe.of("XOX XOO ...");
        PerfectPlay solved = PerfectPlay.of(late);
        assertTrue(solved.tree().states() < 12);
        assertEquals(1, solved.value());
        assertEquals(0, late.returns(0), "the game given was not played in");
        assertTrue(assertThrows(IllegalArgumentException.class, () -> solved.value(new TicTacToe()))
                .getMessage()
                .contains("earlier"));
    }

    @Test
    void refusesGamesThatAreNotForTwoOrNotZeroSumOrNeverEnd() {
        assertTrue(refusal(new Odd(1, 1, false)).contains("for two seats"));
        assertTrue(refusal(new Odd(2, 1, false)).contains("not zero-sum"));
        assertTrue(refusal(new Odd(2, 0, true)).contains("come back"));
    }

    private static String refusal(TurnGame game) {
        return assertThrows(IllegalArgumentException.class, () -> PerfectPlay.of(game))
                .getMessage();
    }

    /** One move and it is over, or it goes round for ever; every seat is paid the same. */
    private static final class Odd implements TurnGame {
        private final int seats;
        private final double paid;
        private final boolean round;
        private int at;

        Odd(int seats, double paid, boolean round) {
            this.seats = seats;
            this.paid = paid;
            this.round = round;
        }

        @Override
        public int seats() {
            return seats;
        }

        @Override
        public int actions() {
            return 1;
        }

        @Override
        public int turn() {
            return at == 1 && !round ? NOBODY : 0;
        }

        @Override
        public boolean legal(int action) {
            return action == 0 && !over();
        }

        @Override
        public void play(int action) {
            at = 1 - at;
        }

        @Override
        public double returns(int seat) {
            return at * paid;
        }

        @Override
        public long key() {
            return at;
        }

        @Override
        public double[] observation(int seat) {
            return new double[] {at};
        }

        @Override
        public void restart() {
            at = 0;
        }

        @Override
        public Odd copy() {
            Odd copy = new Odd(seats, paid, round);
            copy.at = at;
            return copy;
        }

        @Override
        public String name() {
            return "Odd";
        }
    }
}
