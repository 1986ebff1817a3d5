package marl.game;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class DiversityBonusTest {
    @Test
    void theThreeValuesForThreeAgents() {
        assertEquals(-2.0 / 15, DiversityBonus.of(1, 1, 1), 1e-15);
        assertEquals(1.0 / 30, DiversityBonus.of(1, 0, 1), 1e-15);
        assertEquals(0.2, DiversityBonus.of(2, 0, 1), 1e-15);
    }

    @Test
    void coordinationPaysForAgreementOnly() {
        MatrixGame game = Games.coordination(3, 4, 0.3);
        assertEquals(64, game.jointActions());
        assertEquals(0.3, game.payoff(2, 3, 3, 3));
        assertEquals(0, game.payoff(0, 3, 3, 2));
        assertEquals(
                4,
                PureEquilibria.of(game).stream()
                        .filter(p -> game.payoff(0, p.joint()) == 0.3)
                        .count());
        assertThrows(IllegalArgumentException.class, () -> Games.coordination(1, 2, 1));
    }

    /** All alike pays p - 2/15, all apart 1/5: the bonus turns the best around exactly where p is below 1/3. */
    @Test
    void itTurnsTheBestAroundBelowOneThird() {
        for (double pay : new double[] {0.05, 0.3, 0.333, 0.334, 0.4, 1}) {
            List<Integer> best = best(DiversityBonus.addedTo(Games.coordination(3, 3, pay)));
            assertEquals(pay < 1.0 / 3, best.equals(List.of(0, 1, 2)), "pay " + pay);
            assertEquals(pay > 1.0 / 3, best.equals(List.of(0, 0, 0)), "pay " + pay);
            assertEquals(List.of(0, 0, 0), best(Games.coordination(3, 3, pay)));
        }
        // And one who leaves the agreement gains 1/30 instead of p - 2/15: no equilibrium any more below 1/6.
        assertEquals(3, agreements(0.17));
        assertEquals(0, agreements(0.16));
    }

    private static long agreements(double pay) {
        MatrixGame shaped = DiversityBonus.addedTo(Games.coordination(3, 3, pay));
        return PureEquilibria.of(shaped).stream()
                .filter(p -> p.actions().stream().distinct().count() == 1)
                .count();
    }

    private static List<Integer> best(MatrixGame game) {
        int best = 0;
        for (int cell = 1; cell < game.jointActions(); cell++) {
            if (game.payoff(0, game.joint(cell)) > game.payoff(0, game.joint(best)) + 1e-12) {
                best = cell;
            }
        }
        return ActionProfile.of(game, game.joint(best)).actions();
    }
}
