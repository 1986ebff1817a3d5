package marl.solve;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import marl.env.JointAction;
import marl.env.MarkovGame;
import marl.env.Step;
import marl.env.TMaze;
import marl.env.TwoRooms;
import org.junit.jupiter.api.Test;

/** Exact values of small worlds: theory, published optima, and two solvers that share nothing. */
class SmallDecPomdpsTest {
    private static final double EXACT = 1e-9;

    private static double agreed(FiniteDecPomdp world) {
        PolicyTrees.Solution solution = PolicyTrees.solve(world);
        assertEquals(HistorySearch.value(world), solution.value(), EXACT, "two methods, one value");
        assertEquals(solution.value(), PolicyTrees.value(world, solution.trees()), EXACT, "its trees earn it");
        return solution.value();
    }

    @Test
    void decTigerHasItsPublishedOptima() {
        assertEquals(-2, agreed(SmallDecPomdps.tiger(1)), EXACT);
        assertEquals(-4, agreed(SmallDecPomdps.tiger(2)), EXACT);
        assertEquals(5.19081, agreed(SmallDecPomdps.tiger(3)), 5e-6);
    }

    @Test
    void twoRoomsAreWorthWhatTheSumsByHandSay() {
        for (int steps = 1; steps <= 8; steps++) {
            FiniteDecPomdp world = SmallDecPomdps.twoRooms(steps);
            assertEquals(1 - steps, BestMemoryless.deterministic(world).value(), EXACT);
            assertEquals(0, BestMemoryless.stochastic(world, 3, 1).value(), EXACT);
            assertEquals(steps - 1, agreed(world), EXACT);
            assertEquals(
                    steps - 1,
                    BestMemoryless.deterministic(FiniteMemory.of(world, 2)).value(),
                    EXACT,
                    "two nodes are enough");
        }
    }

    /** From a known room x - (T - 1) x^2 with x = 2p - 1 is to be made large: 1 / (4 (T - 1)). */
    @Test
    void fromAKnownRoomTheBestCoinIsNotFair() {
        for (int steps = 2; steps <= 6; steps++) {
            FiniteDecPomdp world = FiniteDecPomdp.of(
                    steps,
                    new double[] {1, 0},
                    new int[][] {{0, 0}},
                    new int[] {2},
                    (room, joint) -> joint[0] == room ? 1 : -1,
                    (room, joint) -> new double[] {joint[0], 1 - joint[0]});
            BestMemoryless.Stochastic best = BestMemoryless.stochastic(world, 3, 7);
            assertEquals(1 / (4.0 * (steps - 1)), best.value(), 1e-9);
            assertEquals(0.5 + 1 / (4.0 * (steps - 1)), best.probabilities()[0][0][0], 1e-5);
            assertTrue(best.slope() < 1e-6, "slope " + best.slope());
            assertEquals(2 - steps, BestMemoryless.deterministic(world).value(), EXACT);
            assertEquals(steps, agreed(world), EXACT);
        }
    }

    @Test
    void inTheMazeOneBitOfMemoryIsWorthHalfTheTreasure() {
        for (int length = 0; length < 4; length++) {
            FiniteDecPomdp world = SmallDecPomdps.tMaze(length);
            assertEquals(1.95, BestMemoryless.deterministic(world).value(), EXACT);
            assertEquals(1.95, BestMemoryless.stochastic(world, 2, 1).value(), 1e-6);
            assertEquals(4, agreed(world), EXACT);
        }
        assertEquals(
                4,
                BestMemoryless.deterministic(FiniteMemory.of(SmallDecPomdps.tMaze(1), 2))
                        .value(),
                EXACT);
    }

    /** With two prisoners there are two days: who is new on the second can tell, and half of the time it is. */
    @Test
    void twoPrisonersNeedMemoryButNoBulb() {
        assertEquals(0.5, agreed(SmallDecPomdps.riddle(2)), EXACT);
        // Without memory one toggles when it sees the light off, the other tells when it sees it on.
        assertEquals(
                0.25, BestMemoryless.deterministic(SmallDecPomdps.riddle(2)).value(), EXACT);
        assertEquals(
                115 / 729.0,
                BestMemoryless.deterministic(SmallDecPomdps.riddle(3)).value(),
                EXACT);
    }

    @Test
    void memoryNeverHurtsAndChanceNeverHelpsWithAllOfIt() {
        for (FiniteDecPomdp world :
                List.of(SmallDecPomdps.tiger(2), SmallDecPomdps.twoRooms(4), SmallDecPomdps.riddle(2))) {
            double reactive = BestMemoryless.deterministic(world).value();
            double full = PolicyTrees.solve(world).value();
            assertTrue(reactive <= BestMemoryless.stochastic(world, 6, 2).value() + 1e-6);
            assertTrue(BestMemoryless.stochastic(world, 6, 2).value() <= full + EXACT);
            assertEquals(
                    reactive,
                    BestMemoryless.deterministic(FiniteMemory.of(world, 1)).value(),
                    EXACT);
        }
    }

    /** The worlds are those of marl.env: every deterministic policy without memory earns the same in both. */
    @Test
    void theWorldsArePlayedByTheGamesOfTheSameName() {
        FiniteDecPomdp maze = SmallDecPomdps.tMaze(1);
        for (int code = 0; code < 81; code++) {
            int[] actions = {code % 3, code / 3 % 3, code / 9 % 3, code / 27};
            assertEquals(
                    BestMemoryless.value(maze, new int[][] {actions}),
                    average(TMaze.of(1), actions, maze.horizon()),
                    EXACT);
        }
        for (int action = 0; action < 2; action++) {
            assertEquals(
                    BestMemoryless.value(SmallDecPomdps.twoRooms(4), new int[][] {{action}}),
                    average(TwoRooms.of(4), new int[] {action}, 4),
                    EXACT);
        }
    }

    /** One episode for each of the two equally likely starts. */
    private static double average(MarkovGame game, int[] actions, int steps) {
        double[] sums = {Double.NaN, Double.NaN};
        for (long seed = 0; seed < 20; seed++) {
            double[] seen = game.reset(seed)[0];
            double[] state = game.state();
            double sum = 0;
            boolean over = false;
            for (int t = 0; t < steps && !over; t++) {
                Step step = game.step(JointAction.of(actions[(int) seen[0]]));
                sum += step.rewards()[0];
                seen = step.observations()[0];
                over = step.over();
            }
            sums[(int) state[state.length - 1]] = sum;
        }
        return (sums[0] + sums[1]) / 2;
    }

    @Test
    void aPolicyForTheTigerReadsAsATree() {
        PolicyTree tree =
                PolicyTrees.solve(SmallDecPomdps.tiger(3)).trees().get(0).get(0);
        assertEquals(SmallDecPomdps.LISTEN, tree.action());
        PolicyTree twiceLeft = tree.after().get(1).after().get(1);
        assertEquals(SmallDecPomdps.OPEN_RIGHT, twiceLeft.action(), "the tiger was heard on the left twice");
        assertEquals(SmallDecPomdps.LISTEN, tree.after().get(1).after().get(2).action());
        assertTrue(twiceLeft.after().isEmpty());
    }

    @Test
    void whatIsTooLargeIsRefusedWithItsSize() {
        for (Runnable call : List.<Runnable>of(
                () -> PolicyTrees.solve(SmallDecPomdps.tiger(5)),
                () -> HistorySearch.value(SmallDecPomdps.tiger(4)),
                () -> BestMemoryless.deterministic(FiniteMemory.of(SmallDecPomdps.tiger(2), 3)),
                () -> FiniteMemory.of(SmallDecPomdps.riddle(3), 4))) {
            String message =
                    assertThrows(IllegalArgumentException.class, call::run).getMessage();
            assertTrue(message.matches(".*[0-9]e\\+.*|.*Infinity.*") && message.endsWith("."), message);
        }
    }

    @Test
    void wrongShapesAreRefused() {
        FiniteDecPomdp world = SmallDecPomdps.twoRooms(2);
        assertThrows(IllegalArgumentException.class, () -> BestMemoryless.value(world, new int[][] {}));
        assertThrows(IllegalArgumentException.class, () -> BestMemoryless.value(world, new int[][] {{2}}));
        assertThrows(IllegalArgumentException.class, () -> BestMemoryless.stochastic(world, -1, 0));
        assertThrows(IllegalArgumentException.class, () -> FiniteMemory.of(world, 0));
        assertThrows(IllegalArgumentException.class, () -> PolicyTrees.value(world, List.of()));
        assertThrows(IllegalArgumentException.class, () -> PolicyTrees.value(world, List.of(Map.of())));
        assertThrows(IllegalArgumentException.class, () -> SmallDecPomdps.riddle(4));
        assertThrows(IllegalArgumentException.class, () -> SmallDecPomdps.tMaze(-1));
        assertArrayEquals(
                new int[] {0},
                BestMemoryless.deterministic(SmallDecPomdps.twoRooms(1)).actions()[0]);
    }
}
