package marl.solve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import marl.random.Rng;
import org.junit.jupiter.api.Test;

class TeamGradientTest {

    /** Two agents, four states of which each sees a part, two and three actions, some steps; all drawn. */
    private static FiniteDecPomdp drawn(Rng rng, int horizon) {
        double[] start = distribution(4, rng);
        int[][] seen = {{0, 0, 1, 1}, {0, 1, 1, 2}};
        double[][] rewards = new double[4][6];
        double[][][] next = new double[4][6][];
        for (int s = 0; s < 4; s++) {
            for (int a = 0; a < 6; a++) {
                rewards[s][a] = rng.gaussian();
                next[s][a] = distribution(4, rng);
            }
        }
        return FiniteDecPomdp.of(
                horizon,
                start,
                seen,
                new int[] {2, 3},
                (s, joint) -> rewards[s][3 * joint[0] + joint[1]],
                (s, joint) -> next[s][3 * joint[0] + joint[1]]);
    }

    private static double[] distribution(int n, Rng rng) {
        double[] p = new double[n];
        Arrays.setAll(p, i -> 0.1 + rng.uniform());
        double sum = Arrays.stream(p).sum();
        return Arrays.stream(p).map(x -> x / sum).toArray();
    }

    private static double[][][] logits(FiniteDecPomdp world, Rng rng) {
        double[][][] logits = new double[world.agents()][][];
        for (int i = 0; i < logits.length; i++) {
            logits[i] = new double[world.observations(i)][world.actions(i)];
            for (double[] row : logits[i]) {
                Arrays.setAll(row, b -> rng.gaussian());
            }
        }
        return logits;
    }

    /** Central differences of the exact value, with a step of 1e-5: their own error is near 1e-10. */
    @Test
    void everyWeightHasTheSlopeOfTheValueAsItsMean() {
        for (int trial = 0; trial < 20; trial++) {
            Rng rng = Rng.of(trial);
            FiniteDecPomdp world = drawn(rng, 1 + trial % 3);
            double[][][] logits = logits(world, rng);
            TeamGradient gradient = TeamGradient.of(world, logits);
            for (int agent = 0; agent < 2; agent++) {
                for (int o = 0; o < world.observations(agent); o++) {
                    for (int b = 0; b < world.actions(agent); b++) {
                        double kept = logits[agent][o][b];
                        logits[agent][o][b] = kept + 1e-5;
                        double up = TeamGradient.of(world, logits).value();
                        logits[agent][o][b] = kept - 1e-5;
                        double down = TeamGradient.of(world, logits).value();
                        logits[agent][o][b] = kept;
                        for (GradientWeight weight : GradientWeight.values()) {
                            assertEquals(
                                    (up - down) / 2e-5, gradient.mean(agent, weight)[o][b], 1e-9, weight.toString());
                        }
                    }
                }
            }
        }
    }

    /** Lyu et al. 2021: one mean, to rounding, and the law of total variance. */
    @Test
    void aLocalCriticHasTheMeanOfTheCentralOneAndNeverMoreVariance() {
        double largest = 0;
        for (int trial = 0; trial < 50; trial++) {
            Rng rng = Rng.of(100 + trial);
            FiniteDecPomdp world = drawn(rng, 1 + trial % 3);
            TeamGradient gradient = TeamGradient.of(world, logits(world, rng));
            for (int agent = 0; agent < 2; agent++) {
                double[][] local = gradient.mean(agent, GradientWeight.LOCAL_CRITIC);
                double[][] central = gradient.mean(agent, GradientWeight.CENTRAL_CRITIC);
                for (int o = 0; o < local.length; o++) {
                    for (int b = 0; b < local[o].length; b++) {
                        assertEquals(central[o][b], local[o][b], 1e-12);
                    }
                }
                double least = gradient.variance(agent, GradientWeight.LOCAL_CRITIC);
                double middle = gradient.variance(agent, GradientWeight.CENTRAL_CRITIC);
                double most = gradient.variance(agent, GradientWeight.RETURN);
                assertTrue(least <= middle + 1e-12 && middle <= most + 1e-12);
                largest = Math.max(largest, middle / least);
            }
        }
        assertTrue(largest > 2, "somewhere the central critic's variance is more than twice the local one's");
    }

    /** Samples drawn by playing; the mean of 200,000 lies within five of its standard errors, the variance within 3 %. */
    @Test
    void momentsAreThoseOfSamplesDrawnByPlaying() {
        Rng rng = Rng.of(7);
        FiniteDecPomdp world = drawn(rng, 3);
        double[][][] logits = logits(world, rng);
        TeamGradient exact = TeamGradient.of(world, logits);
        int samples = 200_000;
        double[][] sum = new double[world.observations(1)][3];
        double squares = 0;
        for (int k = 0; k < samples; k++) {
            int step = rng.below(3);
            double[] start = new double[4];
            Arrays.setAll(start, world::start);
            int state = rng.categorical(start);
            int seen = -1;
            double[] slope = new double[3];
            double paid = 0;
            for (int t = 0; t < 3; t++) {
                double[] p0 = softmax(logits[0][world.observation(0, state)]);
                double[] p1 = softmax(logits[1][world.observation(1, state)]);
                int joint = world.join(rng.categorical(p0), rng.categorical(p1));
                if (t == step) {
                    seen = world.observation(1, state);
                    int own = world.split(joint)[1];
                    Arrays.setAll(slope, b -> (b == own ? 1 : 0) - p1[b]);
                }
                paid += t >= step ? world.reward(state, joint) : 0;
                double[] next = new double[4];
                int from = state;
                Arrays.setAll(next, to -> world.transition(from, joint, to));
                state = rng.categorical(next);
            }
            for (int b = 0; b < 3; b++) {
                sum[seen][b] += 3 * paid * slope[b];
                squares += Math.pow(3 * paid * slope[b], 2);
            }
        }
        double[][] mean = exact.mean(1, GradientWeight.RETURN);
        double variance = exact.variance(1, GradientWeight.RETURN);
        double norm = 0;
        for (int o = 0; o < mean.length; o++) {
            for (int b = 0; b < 3; b++) {
                assertEquals(mean[o][b], sum[o][b] / samples, 5 * Math.sqrt(variance / samples));
                norm += mean[o][b] * mean[o][b];
            }
        }
        assertEquals(variance, squares / samples - norm, 0.03 * variance);
    }

    private static double[] softmax(double[] x) {
        double sum = Arrays.stream(x).map(Math::exp).sum();
        double[] p = Arrays.stream(x).map(v -> Math.exp(v) / sum).toArray();
        p[0] += 1 - Arrays.stream(p).sum();
        return p;
    }

    /** Pulling one of two levers together: counted by hand. */
    @Test
    void aCaseByHand() {
        FiniteDecPomdp world = FiniteDecPomdp.oneStep(
                new double[] {1}, new int[][] {{0}, {0}}, new int[] {2, 2}, (s, joint) -> joint[0] == joint[1] ? 4 : 0);
        TeamGradient gradient = TeamGradient.of(world, new double[][][] {{{0, 0}}, {{0, 0}}});
        assertEquals(2, gradient.value(), 1e-15);
        assertEquals(0, gradient.mean(0, GradientWeight.RETURN)[0][0], 1e-15);
        // Half of the samples have weight 4 and slopes of 1/2: two logits times 1/2 times (4/2)^2.
        assertEquals(4, gradient.variance(0, GradientWeight.CENTRAL_CRITIC), 1e-12);
        // Whatever it does, it is paid 2 on average: weight 2, slopes of 1/2.
        assertEquals(2, gradient.variance(0, GradientWeight.LOCAL_CRITIC), 1e-12);
        // 4 - 2 or 0 - 2.
        assertEquals(2, gradient.variance(0, GradientWeight.COUNTERFACTUAL), 1e-12);
    }

    @Test
    void badInputIsRefused() {
        FiniteDecPomdp world = drawn(Rng.of(1), 2);
        assertThrows(IllegalArgumentException.class, () -> TeamGradient.of(world, new double[1][2][2]));
        assertThrows(IllegalArgumentException.class, () -> TeamGradient.of(world, new double[2][2][2]));
        double[] half = {0.5, 0.4};
        int[][] seen = {{0, 0}};
        assertThrows(
                IllegalArgumentException.class,
                () -> FiniteDecPomdp.oneStep(half, seen, new int[] {1}, (s, joint) -> 0));
        assertThrows(
                IllegalArgumentException.class,
                () -> FiniteDecPomdp.oneStep(new double[] {1}, seen, new int[] {1}, (s, joint) -> 0));
        assertThrows(
                IllegalArgumentException.class,
                () -> FiniteDecPomdp.of(0, new double[] {1}, new int[][] {{0}}, new int[] {1}, (s, j) -> 0, (s, j) ->
                        new double[] {1}));
    }
}
