package marl.game;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class DominanceTest {
    /** No single row beats "bottom", but half of each of the others does. */
    private final MatrixGame mixing = MatrixGame.bimatrix(
            "mixing",
            new String[] {"top", "middle", "bottom"},
            new String[] {"left", "right"},
            new double[][] {{4, 0}, {0, 4}, {1, 1}},
            new double[3][2]);

    @Test
    void aMixtureDominatesWhereNoSingleActionDoes() {
        assertFalse(Dominance.strictly(mixing, 0, 0, 2));
        assertFalse(Dominance.strictly(mixing, 0, 1, 2));
        Domination found = Dominance.strict(mixing, 0, 2).orElseThrow();
        assertEquals("player 0: bottom is strictly dominated by 0.5 top + 0.5 middle", found.toString());
        assertFalse(found.byPure());
        assertTrue(Dominance.strict(mixing, 0, 0).isEmpty());
    }

    @Test
    void tiesMakeDominanceWeak() {
        String[] names = {"a", "b"};
        MatrixGame game = MatrixGame.team("t", names, names, new double[][] {{1, 1}, {1, 0}});
        assertTrue(Dominance.weakly(game, 0, 0, 1));
        assertFalse(Dominance.strictly(game, 0, 0, 1));
        assertTrue(Dominance.strict(game, 0, 1).isEmpty());
        assertEquals(
                "player 0: b is weakly dominated by a",
                Dominance.weak(game, 0, 1).orElseThrow().toString());
        assertTrue(Dominance.weak(game, 0, 0).isEmpty());
    }

    @Test
    void aMixtureCanDominateWeaklyOnly() {
        MatrixGame game = MatrixGame.bimatrix(
                "weak",
                new String[] {"top", "middle", "bottom"},
                new String[] {"left", "centre", "right"},
                new double[][] {{4, 0, 1}, {0, 4, 1}, {2, 2, 0}},
                new double[3][3]);
        assertTrue(Dominance.strict(game, 0, 2).isEmpty());
        assertEquals(
                "0.5 top + 0.5 middle", Dominance.weak(game, 0, 2).orElseThrow().byText());
    }

    @Test
    void twinsDoNotDominateEachOther() {
        String[] names = {"a", "b"};
        MatrixGame game = MatrixGame.team("twins", names, names, new double[][] {{1, 2}, {1, 2}});
        assertTrue(Dominance.weak(game, 0, 0).isEmpty());
        assertTrue(Dominance.weak(game, 0, 1).isEmpty());
    }

    @Property(tries = 300)
    void agreesWithAGridOfMixtures(@ForAll long seed) {
        double[][] table = RandomGames.table(new Random(seed), 3, 3, 4);
        MatrixGame game = MatrixGame.bimatrix("g", RandomGames.names(3), RandomGames.names(3), table, new double[3][3]);
        for (int action = 0; action < 3; action++) {
            Optional<Domination> strict = Dominance.strict(game, 0, action);
            Optional<Domination> weak = Dominance.weak(game, 0, action);
            boolean gridStrict = false;
            boolean gridWeak = false;
            for (double[] mixed : Grid.of(3, 24)) {
                double least = Double.POSITIVE_INFINITY;
                double most = Double.NEGATIVE_INFINITY;
                for (int c = 0; c < 3; c++) {
                    double gain = -table[action][c];
                    for (int r = 0; r < 3; r++) {
                        gain += mixed[r] * table[r][c];
                    }
                    least = Math.min(least, gain);
                    most = Math.max(most, gain);
                }
                // Gains are multiples of 1/24, so 1e-6 tells them from rounding.
                gridStrict |= least > 1e-6;
                gridWeak |= least > -1e-6 && most > 1e-6;
            }
            if (gridStrict) {
                assertTrue(strict.isPresent());
            }
            if (gridWeak) {
                assertTrue(weak.isPresent());
            }
            if (strict.isPresent()) {
                assertTrue(weak.isPresent());
                for (double[] belief : Grid.of(3, 12)) {
                    assertFalse(BestResponse.against(game, 0, belief).actions().contains(action));
                }
            }
            final int dominated = action;
            weak.ifPresent(found -> {
                double total = 0;
                for (int c = 0; c < 3; c++) {
                    double gain = -table[dominated][c];
                    for (int r = 0; r < 3; r++) {
                        gain += found.by().get(r) * table[r][c];
                    }
                    assertTrue(gain >= -1e-8);
                    total += gain;
                }
                assertTrue(total > 1e-9);
            });
        }
    }

    @Test
    void unknownActionsAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> Dominance.strict(mixing, 0, 3));
        assertThrows(IllegalArgumentException.class, () -> Dominance.strict(mixing, 2, 0));
        assertThrows(IllegalArgumentException.class, () -> Dominance.weakly(mixing, 0, 5, 0));
    }
}
