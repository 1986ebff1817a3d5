package marl.env;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SwitchRiddleTest extends MarkovGameContract {
    @Override
    protected MarkovGame game() {
        return SwitchRiddle.of(3);
    }

    @Override
    protected boolean stochastic() {
        return true;
    }

    private static int visitor(MarkovGame game) {
        return (int) game.state()[1];
    }

    private static Step act(MarkovGame game, int action) {
        int[] actions = new int[game.agents()];
        actions[visitor(game)] = action;
        return game.step(JointAction.of(actions));
    }

    @Test
    void tellingPaysByWhoHasBeenThereTodayIncluded() {
        int rights = 0;
        for (long seed = 0; seed < 50; seed++) {
            SwitchRiddle game = SwitchRiddle.of(3);
            game.reset(seed);
            boolean[] been = new boolean[3];
            been[visitor(game)] = true;
            for (int day = 1; day < 4; day++) {
                assertFalse(act(game, SwitchRiddle.NONE).over());
                been[visitor(game)] = true;
            }
            Step end = act(game, SwitchRiddle.TELL);
            boolean all = been[0] && been[1] && been[2];
            rights += all ? 1 : 0;
            double paid = all ? 1 : -1;
            assertArrayEquals(new double[] {paid, paid, paid}, end.rewards());
            assertTrue(end.terminated() && !end.truncated());
            assertEquals(-1, visitor(game), "nobody is in the room after the end");
        }
        assertTrue(rights > 5 && rights < 45, "both endings were met, " + rights);
    }

    @Test
    void theDaysEndTheWorldWithNothing() {
        SwitchRiddle game = SwitchRiddle.of(3);
        assertEquals(6, game.days());
        assertEquals(10, SwitchRiddle.of(4).days());
        game.reset(1);
        for (int day = 0; day < 5; day++) {
            assertFalse(act(game, SwitchRiddle.NONE).over());
        }
        Step last = act(game, SwitchRiddle.TOGGLE);
        assertTrue(last.terminated() && !last.truncated());
        assertArrayEquals(new double[3], last.rewards());
    }

    @Test
    void onlyWhoIsInTheRoomSeesTheBulbAndMayTouchIt() {
        SwitchRiddle game = SwitchRiddle.of(3);
        double[][] seen = game.reset(5);
        int first = visitor(game);
        for (int i = 0; i < 3; i++) {
            assertArrayEquals(new double[] {i == first ? 1 : 0, 0, 0}, seen[i]);
            assertArrayEquals(new boolean[] {true, i == first, i == first}, game.legalActions(i));
        }
        double[][] next = act(game, SwitchRiddle.TOGGLE).observations();
        int second = visitor(game);
        for (int i = 0; i < 3; i++) {
            assertArrayEquals(new double[] {i == second ? 1 : 0, i == second ? 1 : 0, 1}, next[i]);
        }
        assertEquals(1, game.state()[2]);
        assertEquals(0, act(game, SwitchRiddle.TOGGLE).observations()[visitor(game)][1], "toggled twice it is off");
    }

    @Test
    void withoutABulbTogglingShowsNothing() {
        MarkovGame game = SwitchRiddle.of(3).withoutBulb();
        game.reset(5);
        Step step = act(game, SwitchRiddle.TOGGLE);
        assertEquals(0, step.observations()[visitor(game)][1]);
        assertFalse(((SwitchRiddle) game).hasBulb());
    }

    @Test
    void tooFewPrisonersAndAbsentOnesAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> SwitchRiddle.of(1));
        SwitchRiddle game = SwitchRiddle.of(2);
        game.reset(0);
        int[] actions = new int[2];
        actions[1 - visitor(game)] = SwitchRiddle.TELL;
        RuntimeException refused =
                assertThrows(IllegalArgumentException.class, () -> game.step(JointAction.of(actions)));
        assertTrue(refused.getMessage().contains("not in the room"), refused.getMessage());
    }
}
