package marl.env;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class TMazeTest extends MarkovGameContract {
    @Override
    protected MarkovGame game() {
        return TMaze.of(3);
    }

    @Override
    protected boolean stochastic() {
        return true;
    }

    @Test
    void theSignSaysWhichTurnPays() {
        for (long seed = 0; seed < 20; seed++) {
            for (int turn : new int[] {TMaze.UP, TMaze.DOWN}) {
                MarkovGame game = TMaze.of(3);
                boolean up = game.reset(seed)[0][0] == TMaze.SIGN_UP;
                for (int place = 1; place <= 3; place++) {
                    Step step = game.step(JointAction.of(TMaze.FORWARD));
                    assertEquals(TMaze.CORRIDOR, step.observations()[0][0], "every place looks the same");
                    assertEquals(0, step.rewards()[0]);
                }
                assertEquals(
                        TMaze.JUNCTION, game.step(JointAction.of(TMaze.FORWARD)).observations()[0][0]);
                Step end = game.step(JointAction.of(turn));
                assertTrue(end.terminated());
                assertEquals((turn == TMaze.UP) == up ? 4 : -0.1, end.rewards()[0]);
            }
        }
    }

    @Test
    void wallsCostAndTheClockCutsOff() {
        MarkovGame game = TMaze.of(0);
        double[] before = game.reset(2)[0];
        Step step = game.step(JointAction.of(TMaze.UP));
        assertArrayEquals(before, step.observations()[0]);
        assertEquals(-0.1, step.rewards()[0]);
        game.step(JointAction.of(TMaze.FORWARD));
        step = game.step(JointAction.of(TMaze.FORWARD));
        assertEquals(-0.1, step.rewards()[0]);
        assertEquals(TMaze.JUNCTION, step.observations()[0][0]);
        assertTrue(game.step(JointAction.of(TMaze.FORWARD)).truncated(), "2 (0 + 2) steps");
    }

    @Test
    void aNegativeLengthIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> TMaze.of(-1));
        assertEquals(4, TMaze.index().size());
    }
}
