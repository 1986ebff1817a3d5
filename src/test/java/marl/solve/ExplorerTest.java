package marl.solve;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import marl.env.AgainstFixed;
import marl.env.DynaMaze;
import marl.env.MemoryOnePartner;
import marl.env.ObservationIndex;
import marl.env.RepeatedGame;
import marl.env.TeamDrift;
import marl.game.Games;
import org.junit.jupiter.api.Test;

class ExplorerTest {
    private static final ObservationIndex CELLS = ObservationIndex.discrete(54);

    /** The book's maze: the shortest way has 14 steps, so the start is worth 0.95^13. */
    @Test
    void theMazesShortestWayHas14Steps() {
        DynaMaze maze = DynaMaze.suttonBarto();
        MdpSolution solution = ValueIteration.solve(Explorer.explore(maze, CELLS), 0.95, 1e-12);
        assertEquals(Math.pow(0.95, 13), solution.value(maze.start()), 1e-11);
        int[] distance = breadthFirst(maze);
        assertEquals(14, distance[maze.start()]);
        for (int cell : maze.freeCells()) {
            if (cell != maze.goal()) {
                assertEquals(Math.pow(0.95, distance[cell] - 1), solution.value(cell), 1e-11, "cell " + cell);
            }
        }
        assertEquals(0, solution.value(maze.goal()));
    }

    /** Steps to the goal by flooding the map, without any of the code under test. */
    private static int[] breadthFirst(DynaMaze maze) {
        int[] distance = new int[54];
        java.util.Arrays.fill(distance, 99);
        distance[maze.goal()] = 0;
        for (int round = 0; round < 54; round++) {
            for (int cell : maze.freeCells()) {
                for (int step : new int[] {-9, 9, cell % 9 > 0 ? -1 : 0, cell % 9 < 8 ? 1 : 0}) {
                    int to = cell + step;
                    if (to >= 0 && to < 54 && !maze.isWall(to / 9, to % 9)) {
                        distance[cell] = Math.min(distance[cell], distance[to] + 1);
                    }
                }
            }
        }
        return distance;
    }

    @Test
    void twoWaysToWriteAReplyDownAgree() {
        RepeatedGame game = RepeatedGame.of(Games.prisonersDilemma()).horizon(1_000_000);
        FiniteMdp explored = Explorer.explore(AgainstFixed.of(game, 1, MemoryOnePartner.titForTat()), game.index());
        MdpSolution solution = PolicyIteration.solve(explored, 0.9);
        ExactReply reply = ExactReply.to(Games.prisonersDilemma(), 1, MemoryOnePartner.titForTat(), 0.9);
        // Tit-for-tat never answers C with D, so "own C, other D" after own D ... all five are reached.
        assertArrayEquals(reply.solution().values(), solution.values(), 1e-10);
    }

    @Test
    void refusesWhatOneTryCannotTell() {
        RepeatedGame game = RepeatedGame.of(Games.prisonersDilemma());
        RepeatedGame limited = game.horizon(20);
        assertThrows(IllegalArgumentException.class, () -> Explorer.explore(limited, game.index()), "two agents");
        assertThrows(
                IllegalArgumentException.class,
                () -> Explorer.explore(DynaMaze.suttonBarto().stepLimit(5), CELLS),
                "a time limit");
        RuntimeException chance = assertThrows(
                IllegalArgumentException.class,
                () -> Explorer.explore(
                        AgainstFixed.of(game.horizon(1_000), 0, MemoryOnePartner.random(0.5)), game.index()));
        assertTrue(chance.getMessage().contains("chance"), chance.getMessage());
        assertThrows(
                IllegalArgumentException.class,
                () -> Explorer.explore(
                        AgainstFixed.of(new TeamDrift(), 0, (o, l, r) -> 0, (o, l, r) -> 0),
                        ObservationIndex.rounded(0, -4, 4, 0.1)));
        assertThrows(
                IllegalArgumentException.class,
                () -> Explorer.explore(DynaMaze.of("SG"), ObservationIndex.single()),
                "an ending that looks like the way");
    }
}
