package marl.agent;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import marl.env.ObservationIndex;
import marl.random.Rng;
import org.junit.jupiter.api.Test;

/** When the values of a sum feed on themselves, against linear theory. */
class VdnTablesGrowthTest {
    private static final double[] NOTHING = {};

    /**
     * One state that stays itself and pays nothing, all values nearly equal. Linear theory for gamma near 1: n agents that
     * take the best of m actions with probability p and each other with q drift apart if (n - 1)(m - 1)(p - q) exceeds 1,
     * that is for epsilon below 1 - 1 / ((n - 1)(m - 1)).
     */
    @Test
    void farSightedValuesRunAwayBelowAnExplorationRate() {
        assertTrue(largestAfter(3, 4, 0.70) > 1, "threshold 5/6");
        assertTrue(largestAfter(3, 4, 0.95) < 0.1, "threshold 5/6");
        assertTrue(largestAfter(2, 3, 0.30) > 1, "threshold 1/2");
        assertTrue(largestAfter(2, 3, 0.70) < 0.1, "threshold 1/2");
        assertTrue(largestAfter(2, 2, 0.05) < 0.1, "two agents with two actions never run away");
        assertTrue(largestAfter(1, 4, 0.05) < 0.1, "nor does a single learner");
    }

    /** The largest value over 5 seeds, which must all grow or all stay. */
    private static double largestAfter(int agents, int actions, double epsilon) {
        double least = Double.POSITIVE_INFINITY;
        double most = 0;
        for (int seed = 0; seed < 5; seed++) {
            double largest = runAway(agents, actions, epsilon, seed);
            least = Math.min(least, largest);
            most = Math.max(most, largest);
        }
        assertTrue(least > 1 || most < 0.1, "seeds disagree: " + least + " to " + most);
        return most;
    }

    private static double runAway(int agents, int actions, double epsilon, long seed) {
        Rng rng = Rng.of(seed);
        VdnTables team = VdnTables.of(ObservationIndex.single(), actions, agents)
                .alpha(0.05)
                .epsilon(epsilon)
                .gamma(0.999)
                .build();
        double[][] here = new double[agents][1];
        boolean[][] legal = new boolean[agents][actions];
        for (boolean[] own : legal) {
            Arrays.fill(own, true);
        }
        int[] joint = new int[agents];
        for (int t = 0; t < 20_000; t++) {
            for (int i = 0; i < agents; i++) {
                joint[i] = team.actor(i).act(here[i], legal[i], rng);
            }
            // A breath of noise at the start, so that not all values are equal.
            double reward = t < 20 ? 1e-3 * rng.gaussian() : 0;
            team.learn(new JointTransition(NOTHING, here, legal, joint, reward, NOTHING, here, legal, false, false));
        }
        double largest = 0;
        for (int i = 0; i < agents; i++) {
            for (double value : team.table(i).row(0)) {
                largest = Math.max(largest, Math.abs(value));
            }
        }
        return largest;
    }
}
