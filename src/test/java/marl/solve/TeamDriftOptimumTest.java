package marl.solve;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import marl.env.JointAction;
import marl.env.Step;
import marl.env.TeamDrift;
import marl.random.Rng;
import org.junit.jupiter.api.Test;

class TeamDriftOptimumTest {
    private static final TeamDriftOptimum OPTIMUM = TeamDriftOptimum.solve();

    /** x0 after t idle steps is normal with variance 1 + t / 100, so the mean distance is known in closed form. */
    @Test
    void doingNothingMatchesTheFoldedNormal() {
        double expected = 0;
        for (int t = 1; t <= TeamDrift.STEPS; t++) {
            expected += TeamDrift.BONUS - Math.sqrt(2 / Math.PI * (1 + 0.01 * t));
        }
        assertEquals(-87.4234, expected, 5e-5);
        // The grid of 0.01 rounds nothing but |x| near its kink: second order, below 1e-6.
        assertEquals(expected, TeamDriftOptimum.doNothing(), 1e-6);
    }

    @Test
    void theOptimumIsMinus54AndBeatsIdleness() {
        assertEquals(-54.01, OPTIMUM.value(), 0.01);
    }

    /** One step: the best of ten sums by hand, with the folded normal written out. */
    @Test
    void theLastStepIsTheBestOfTenSums() {
        for (double x : new double[] {-3, -0.5, -0.2, 0, 1}) {
            double best = Double.NEGATIVE_INFINITY;
            for (int a = 0; a < 64; a++) {
                int[] efforts = {a % 4, a / 4 % 4, a / 16};
                double y = x + 0.05 * Arrays.stream(efforts).sum();
                double distance = 0;
                for (double z = -8; z < 8; z += 0.001) {
                    distance += 0.001 * Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI) * Math.abs(y + 0.1 * z);
                }
                double bonus = 0.1 * Arrays.stream(efforts).filter(e -> e < 2).count() / 3.0;
                best = Math.max(best, bonus - distance);
            }
            // A Riemann sum of step 0.001 of a kinked function: 1e-6.
            assertEquals(best, OPTIMUM.value(x, 1), 1e-6, "x0 = " + x);
        }
    }

    /** Plays the optimal efforts in the real game; the mean must meet the plan's. */
    @Test
    void playingThePlanEarnsItsValue() {
        double[] returns = play((x0, left, rng) -> OPTIMUM.efforts(x0, left));
        assertMean(OPTIMUM.value(), returns);
    }

    @Test
    void randomPlayEarnsItsExactValue() {
        double exact = TeamDriftOptimum.random();
        assertEquals(-1133.25, exact, 0.01);
        assertMean(exact, play((x0, left, rng) -> new int[] {rng.below(4), rng.below(4), rng.below(4)}));
        assertMean(TeamDriftOptimum.doNothing(), play((x0, left, rng) -> new int[3]));
    }

    private interface Plan {
        int[] efforts(double x0, int stepsLeft, Rng rng);
    }

    private static double[] play(Plan plan) {
        double[] returns = new double[10_000];
        TeamDrift game = new TeamDrift();
        for (int e = 0; e < returns.length; e++) {
            Rng rng = Rng.of(1, "plan", e);
            double x0 = game.reset(Rng.mix(1, "game", e))[0][0];
            for (int left = TeamDrift.STEPS; left > 0; left--) {
                Step step = game.step(JointAction.of(plan.efforts(x0, left, rng)));
                x0 = step.observations()[0][0];
                returns[e] += TeamDrift.teamReward(step);
            }
        }
        return returns;
    }

    /** Four standard errors: one failure in 16,000 if seeds were drawn anew, and they are not. */
    private static void assertMean(double expected, double... returns) {
        double mean = Arrays.stream(returns).average().orElseThrow();
        double variance =
                Arrays.stream(returns).map(r -> (r - mean) * (r - mean)).sum() / (returns.length - 1);
        assertEquals(expected, mean, 4 * Math.sqrt(variance / returns.length));
    }

    @Test
    void effortsArePushedEarlyAndStopBelowZero() {
        assertEquals(9, OPTIMUM.effortSum(-1, 100));
        assertEquals(1, OPTIMUM.effortSum(-0.5, 100));
        for (double x = -0.3; x < 5; x += 0.05) {
            assertEquals(0, OPTIMUM.effortSum(x, 100), "x0 = " + x);
        }
        for (int left = 1; left <= 100; left += 9) {
            for (double x = -4; x < 4; x += 0.13) {
                int[] efforts = OPTIMUM.efforts(x, left);
                assertEquals(OPTIMUM.effortSum(x, left), Arrays.stream(efforts).sum());
                assertTrue(Arrays.stream(efforts).allMatch(e -> e >= 0 && e < 4), Arrays.toString(efforts));
            }
        }
        assertArrayEquals(new int[] {3, 3, 3}, OPTIMUM.efforts(-2, 50));
    }

    /** Against all 64 joint efforts: the split must have the sum and as many bonuses as any. */
    @Test
    void everySumIsSplitForTheMostBonuses() {
        long[] most = new long[10];
        for (int a = 0; a < 64; a++) {
            int[] efforts = {a % 4, a / 4 % 4, a / 16};
            int sum = Arrays.stream(efforts).sum();
            most[sum] = Math.max(
                    most[sum], Arrays.stream(efforts).filter(e -> e < 2).count());
        }
        for (int sum = 0; sum <= 9; sum++) {
            int[] split = TeamDrift.split(sum);
            assertEquals(sum, Arrays.stream(split).sum());
            assertTrue(Arrays.stream(split).allMatch(e -> e >= 0 && e < 4), Arrays.toString(split));
            assertEquals(most[sum], Arrays.stream(split).filter(e -> e < 2).count(), Arrays.toString(split));
        }
    }

    @Test
    void refusesWhatIsOffTheGrid() {
        assertThrows(IllegalArgumentException.class, () -> OPTIMUM.value(-9, 10));
        assertThrows(IllegalArgumentException.class, () -> OPTIMUM.value(Double.NaN, 10));
        assertThrows(IllegalArgumentException.class, () -> OPTIMUM.value(0, 101));
        assertThrows(IllegalArgumentException.class, () -> OPTIMUM.effortSum(0, 0));
    }
}
