package marl.env;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class TwoRoomsTest extends MarkovGameContract {
    @Override
    protected MarkovGame game() {
        return TwoRooms.of(6);
    }

    @Override
    protected boolean stochastic() {
        return true;
    }

    @Test
    void oneActionForEverRunsIntoTheWallAndAlternatingDoesNot() {
        for (long seed = 0; seed < 10; seed++) {
            for (int first = 0; first < 2; first++) {
                MarkovGame game = TwoRooms.of(6);
                game.reset(seed);
                boolean right = game.state()[0] == first;
                double always = 0;
                for (int t = 0; t < 6; t++) {
                    always += game.step(JointAction.of(first)).rewards()[0];
                }
                assertEquals((right ? 1 : -1) - 5, always);
                game.reset(seed);
                double alternating = 0;
                Step step = game.step(JointAction.of(first));
                alternating += step.rewards()[0];
                for (int t = 1; t < 6; t++) {
                    step = game.step(JointAction.of((first + t) % 2));
                    alternating += step.rewards()[0];
                }
                assertEquals((right ? 1 : -1) + 5, alternating);
                assertTrue(step.terminated() && !step.truncated());
            }
        }
    }

    @Test
    void noStepIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> TwoRooms.of(0));
    }
}
