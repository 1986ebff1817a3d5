package marl.env;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import marl.game.Credit;
import marl.random.Rng;
import org.junit.jupiter.api.Test;

class GridNavigationTest extends MarkovGameContract {
    @Override
    protected MarkovGame game() {
        return GridNavigation.threeCorners();
    }

    @Override
    protected boolean stochastic() {
        return true;
    }

    /** Rewards of random play, computed anew from the observed positions for each kind of credit. */
    @Test
    void rewardsFollowFromThePositions() {
        int[][] marks = {{0, 0}, {3, 3}, {3, 0}};
        for (Credit credit : Credit.values()) {
            GridNavigation game = GridNavigation.threeCorners().credit(credit);
            Rng rng = Rng.of(7);
            for (long seed = 0; seed < 20; seed++) {
                game.reset(seed);
                boolean over = false;
                while (!over) {
                    Step step = game.step(JointAction.of(rng.below(5), rng.below(5), rng.below(5)));
                    double[] at = step.observations()[0];
                    for (int i = 0; i < 3; i++) {
                        double expected = switch (credit) {
                            case TEAM -> team(at, marks, -1);
                            case LOCAL -> 0 - nearestMark(at, marks, i);
                            case DIFFERENCE -> team(at, marks, -1) - team(at, marks, i);
                        };
                        assertEquals(expected, step.rewards()[i], credit + " of agent " + i);
                    }
                    assertEquals(team(at, marks, -1), game.achieved());
                    over = step.over();
                }
            }
        }
    }

    /** Same play, same rewards, same state; of the observations only the own cell is left. */
    @Test
    void ownCellOnlyHidesTheOthers() {
        GridNavigation whole = GridNavigation.threeCorners();
        MarkovGame blind =
                GridNavigation.threeCorners().ownCellOnly().credit(Credit.TEAM).copy();
        assertEquals(2, blind.observationSpace(1).dimension());
        double[][] seen = blind.reset(5);
        double[][] all = whole.reset(5);
        Rng rng = Rng.of(5);
        boolean over = false;
        while (!over) {
            for (int i = 0; i < 3; i++) {
                assertArrayEquals(new double[] {all[i][0], all[i][1]}, seen[i]);
            }
            assertArrayEquals(whole.state(), blind.state());
            JointAction joint = JointAction.of(rng.below(5), rng.below(5), rng.below(5));
            Step step = blind.step(joint);
            Step same = whole.step(joint);
            assertArrayEquals(same.rewards(), step.rewards());
            seen = step.observations();
            all = same.observations();
            over = step.over();
        }
    }

    private static double team(double[] at, int[][] marks, int absent) {
        double sum = 0;
        for (int[] mark : marks) {
            double nearest = Double.POSITIVE_INFINITY;
            for (int i = 0; i < 3; i++) {
                if (i != absent) {
                    nearest = Math.min(nearest, Math.abs(at[2 * i] - mark[0]) + Math.abs(at[2 * i + 1] - mark[1]));
                }
            }
            sum += nearest;
        }
        return 0 - sum;
    }

    private static double nearestMark(double[] at, int[][] marks, int agent) {
        double nearest = Double.POSITIVE_INFINITY;
        for (int[] mark : marks) {
            nearest = Math.min(nearest, Math.abs(at[2 * agent] - mark[0]) + Math.abs(at[2 * agent + 1] - mark[1]));
        }
        return nearest;
    }

    @Test
    void movesStopAtWallsAndOthersComeInOrder() {
        GridNavigation game = GridNavigation.twoCorners();
        game.reset(3);
        for (int t = 0; t < 3; t++) {
            game.step(JointAction.of(1, 2));
        }
        for (int t = 0; t < 3; t++) {
            game.step(JointAction.of(3, 4));
        }
        assertArrayEquals(new double[] {0, 0, 3, 3}, game.state());
        assertEquals(2, game.covered());
        Step bumped = game.step(JointAction.of(3, 2));
        assertArrayEquals(new double[] {0, 0, 3, 3}, bumped.observations()[0]);
        assertArrayEquals(new double[] {3, 3, 0, 0}, bumped.observations()[1]);
        assertArrayEquals(new double[] {0, 0}, bumped.rewards());
        assertArrayEquals(
                new double[] {1, 0, 3, 3}, game.step(JointAction.of(4, 0)).observations()[0]);
        assertEquals(1, game.covered());
        assertEquals(-1, game.achieved());
    }

    @Test
    void truncatesAfterTwentyFiveSteps() {
        GridNavigation game = GridNavigation.twoCorners();
        game.reset(0);
        for (int t = 1; t < GridNavigation.STEPS; t++) {
            assertFalse(game.step(JointAction.of(0, 0)).over());
        }
        Step last = game.step(JointAction.of(0, 0));
        assertTrue(last.truncated() && !last.terminated());
    }

    /** Every situation has a number of its own, and starts are uniform over the cells. */
    @Test
    void theIndexTellsSituationsApartAndStartsAreUniform() {
        GridNavigation game = GridNavigation.twoCorners();
        ObservationIndex index = game.index();
        assertEquals(256, index.size());
        assertEquals(4096, GridNavigation.threeCorners().index().size());
        Set<Integer> seen = new HashSet<>();
        for (int cells = 0; cells < 256; cells++) {
            double[] observation = {cells % 4, cells / 4 % 4, cells / 16 % 4, cells / 64};
            int number = index.of(observation);
            assertTrue(number >= 0 && number < 256 && seen.add(number));
            assertEquals(number / 16, game.ownIndex().of(observation));
        }
        int[] starts = new int[256];
        int n = 51_200;
        for (int i = 0; i < n; i++) {
            starts[index.of(game.reset(Rng.mix(1, i))[0])]++;
        }
        double chi = 0;
        for (int count : starts) {
            chi += (count - 200.0) * (count - 200.0) / 200;
        }
        // Chi-squared with 255 degrees of freedom: mean 255, sd 22.6; four of these.
        assertEquals(255, chi, 4 * Math.sqrt(2 * 255));
    }

    @Test
    void refusesWhatIsNoGrid() {
        int[] corner = {0, 0};
        assertThrows(IllegalArgumentException.class, () -> GridNavigation.of(4, corner));
        assertThrows(IllegalArgumentException.class, () -> GridNavigation.of(1, corner, corner));
        assertThrows(IllegalArgumentException.class, () -> GridNavigation.of(4, corner, new int[] {4, 0}));
        assertThrows(IllegalArgumentException.class, () -> GridNavigation.of(4, corner, new int[] {1}));
        assertThrows(
                IllegalStateException.class, () -> GridNavigation.twoCorners().covered());
    }
}
