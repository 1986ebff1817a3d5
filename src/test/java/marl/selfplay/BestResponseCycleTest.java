package marl.selfplay;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import marl.game.Games;
import marl.game.MatrixGame;
import marl.game.MixedStrategy;
import marl.game.NashConv;
import org.junit.jupiter.api.Test;

class BestResponseCycleTest {
    @Test
    void inRockPaperScissorsItGoesRoundInThreesForEver() {
        MatrixGame rps = Games.rockPaperScissors();
        for (int first = 0; first < 3; first++) {
            BestResponseCycle course = BestResponseCycle.of(rps, first);
            assertEquals(3, course.period());
            assertEquals(List.of(), course.leadIn());
        }
        // After rock: paper, scissors, rock, and so on.
        assertArrayEquals(
                new int[] {0, 1, 2, 0, 1, 2, 0}, BestResponseCycle.of(rps, 0).play(7));
        for (int action : BestResponseCycle.of(rps, 0).play(9)) {
            double[] self = MixedStrategy.pure(3, action);
            assertEquals(1, NashConv.exploitability(rps, self, self), "no self is any better than the last");
        }
    }

    @Test
    void aPureEquilibriumIsWhereItStops() {
        BestResponseCycle dilemma = BestResponseCycle.of(Games.prisonersDilemma(), 0);
        assertEquals(new BestResponseCycle(List.of(0), List.of(1)), dilemma);
        assertEquals(1, dilemma.period());
        assertArrayEquals(new int[] {0, 1, 1, 1}, dilemma.play(4));
        assertEquals(List.of(0), BestResponseCycle.of(Games.stagHunt(), 0).cycle());
    }

    @Test
    void refusesGamesWithTwoSidesAndActionsThatAreNotThere() {
        assertThrows(IllegalArgumentException.class, () -> BestResponseCycle.of(Games.matchingPennies(), 0));
        assertThrows(IllegalArgumentException.class, () -> BestResponseCycle.of(Games.rockPaperScissors(), 3));
    }
}
