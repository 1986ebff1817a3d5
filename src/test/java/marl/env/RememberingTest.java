package marl.env;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class RememberingTest extends MarkovGameContract {
    @Override
    protected MarkovGame game() {
        return Remembering.of(SwitchRiddle.of(3), Memory.ever(0));
    }

    @Override
    protected boolean stochastic() {
        return true;
    }

    @Test
    void aPrisonerKnowsWhetherItHasBeenThereBefore() {
        MarkovGame game = game();
        double[][] seen = game.reset(4);
        boolean[] been = new boolean[3];
        for (int day = 0; day < 5; day++) {
            int visitor = (int) game.state()[1];
            for (int i = 0; i < 3; i++) {
                assertEquals(been[i] ? 1 : 0, seen[i][3], "today is not before");
            }
            been[visitor] = true;
            seen = game.step(JointAction.of(0, 0, 0)).observations();
        }
    }

    @Test
    void memoriesStartAnewWithEachEpisode() {
        MarkovGame game = Remembering.of(TMaze.of(1), Memory.first(0));
        for (long seed = 0; seed < 6; seed++) {
            double sign = game.reset(seed)[0][0];
            assertArrayEquals(
                    new double[] {TMaze.CORRIDOR, sign + 1},
                    game.step(JointAction.of(TMaze.FORWARD)).observations()[0]);
            assertArrayEquals(
                    new double[] {TMaze.JUNCTION, sign + 1},
                    game.step(JointAction.of(TMaze.FORWARD)).observations()[0]);
        }
        MarkovGame rooms = Remembering.of(TwoRooms.of(4), Memory.lastAction());
        assertArrayEquals(new double[] {0, 0}, rooms.reset(1)[0]);
        assertArrayEquals(new double[] {0, 2}, rooms.step(JointAction.of(1)).observations()[0]);
    }

    @Test
    void aMemoryGivesNoViewOfTheState() {
        MarkovGame game = Remembering.of(DecPomdp.of(SwitchRiddle.of(3)).execution(), Memory.ever(0));
        game.reset(1);
        assertThrows(IllegalStateException.class, game::state);
        assertThrows(IllegalStateException.class, game.copy()::state);
    }

    @Test
    void aMemoryOfNothingIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Memory.of(0, (memory, seen, action) -> memory));
    }
}
