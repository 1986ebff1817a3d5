package marl.env;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class DynaMazeTest extends MarkovGameContract {
    @Override
    protected MarkovGame game() {
        return DynaMaze.suttonBarto().stepLimit(300);
    }

    @Override
    protected boolean stochastic() {
        return false;
    }

    @Test
    void isTheMazeOfTheBook() {
        DynaMaze maze = DynaMaze.suttonBarto();
        assertEquals(6, maze.rows());
        assertEquals(9, maze.columns());
        assertEquals(2 * 9, maze.start());
        assertEquals(8, maze.goal());
        int[][] walls = {{1, 2}, {2, 2}, {3, 2}, {4, 5}, {0, 7}, {1, 7}, {2, 7}};
        for (int[] wall : walls) {
            assertTrue(maze.isWall(wall[0], wall[1]));
        }
        assertEquals(54 - walls.length, maze.freeCells().length);
        assertEquals("S.#....#.", maze.toString().split("\n")[2]);
    }

    @Test
    void wallsAndBordersStopAMoveAndTheGoalTerminates() {
        DynaMaze maze = DynaMaze.of("S#", "G.");
        maze.reset(0);
        for (int blocked : new int[] {DynaMaze.UP, DynaMaze.LEFT, DynaMaze.RIGHT}) {
            Step step = maze.step(JointAction.of(blocked));
            assertEquals(new Step(new double[][] {{0}}, new double[] {0}, false, false), step);
        }
        Step last = maze.step(JointAction.of(DynaMaze.DOWN));
        assertEquals(new Step(new double[][] {{2}}, new double[] {1}, true, false), last);
    }

    @Test
    void theLimitTruncatesUnlessTheGoalIsReachedInThatVeryStep() {
        DynaMaze maze = DynaMaze.of("S.G").stepLimit(2);
        maze.reset(0);
        assertFalse(maze.step(JointAction.of(DynaMaze.UP)).over());
        Step cut = maze.step(JointAction.of(DynaMaze.RIGHT));
        assertTrue(cut.truncated());
        assertFalse(cut.terminated());
        maze.reset(0);
        maze.step(JointAction.of(DynaMaze.RIGHT));
        Step arrived = maze.step(JointAction.of(DynaMaze.RIGHT));
        assertTrue(arrived.terminated());
        assertFalse(arrived.truncated());
    }

    @Test
    void refusesMapsThatMakeNoMaze() {
        assertThrows(IllegalArgumentException.class, DynaMaze::of);
        assertThrows(IllegalArgumentException.class, () -> DynaMaze.of("S.G", "...."));
        assertThrows(IllegalArgumentException.class, () -> DynaMaze.of("S.x"));
        assertThrows(IllegalArgumentException.class, () -> DynaMaze.of("S..", "..."));
        assertThrows(IllegalArgumentException.class, () -> DynaMaze.of("SGG"));
        assertThrows(
                IllegalArgumentException.class, () -> DynaMaze.suttonBarto().stepLimit(0));
    }
}
