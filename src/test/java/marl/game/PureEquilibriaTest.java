package marl.game;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class PureEquilibriaTest {
    @Test
    void matchingPenniesHasNone() {
        assertTrue(PureEquilibria.of(Games.matchingPennies()).isEmpty());
    }

    @Test
    void theClimbingGameHasTheTwoRopedPairs() {
        assertEquals("[(a, a), (b, b)]", PureEquilibria.of(Games.climbing()).toString());
        // At (c, c) the row player is content, but the column player would rather pick b.
        assertTrue(PureEquilibria.isBestResponse(Games.climbing(), 0, 2, 2));
        assertFalse(PureEquilibria.isBestResponse(Games.climbing(), 1, 2, 2));
        assertTrue(PureEquilibria.isBestResponse(Games.climbing(), 1, 1, 1));
    }

    @Property(tries = 300)
    void areTheMaximaOfColumnsAndRows(@ForAll("bimatrix") MatrixGame game) {
        double[][] row = game.payoffMatrix(0);
        double[][] column = game.payoffMatrix(1);
        int expected = 0;
        for (int r = 0; r < row.length; r++) {
            for (int c = 0; c < row[r].length; c++) {
                boolean stable = true;
                for (double[] other : row) {
                    stable &= other[c] <= row[r][c];
                }
                for (double other : column[r]) {
                    stable &= other <= column[r][c];
                }
                if (stable) {
                    expected++;
                }
            }
        }
        assertEquals(expected, PureEquilibria.of(game).size());
    }

    @Property(tries = 200)
    void areTheActionProfilesWithoutNashConv(@ForAll("many") MatrixGame game) {
        int expected = 0;
        for (int cell = 0; cell < game.jointActions(); cell++) {
            int[] joint = game.joint(cell);
            double[][] mixed = new double[joint.length][];
            for (int p = 0; p < joint.length; p++) {
                mixed[p] = MixedStrategy.pure(game.actions(p), joint[p]);
            }
            // Whole payoffs: a deviation that pays at all pays at least 1.
            if (NashConv.of(game, mixed) < 0.5) {
                expected++;
            }
        }
        assertEquals(expected, PureEquilibria.of(game).size());
    }

    @Test
    void unknownActionsAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> PureEquilibria.isEquilibrium(Games.climbing(), 0, 3));
    }

    @Provide
    Arbitrary<MatrixGame> bimatrix() {
        return RandomGames.bimatrix(5, 3);
    }

    @Provide
    Arbitrary<MatrixGame> many() {
        return RandomGames.ofManyPlayers(4);
    }
}
