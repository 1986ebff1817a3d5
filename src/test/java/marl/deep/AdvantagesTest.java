package marl.deep;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import marl.nn.Golden;
import marl.random.Rng;
import org.junit.jupiter.api.Test;

class AdvantagesTest {

    @Test
    void agreesWithTheRecordedCases() {
        for (JsonNode run : Golden.read("policy-gradient.json").get("gae")) {
            double[] values = Golden.numbers(run.get("values"));
            double[] next = Arrays.copyOfRange(values, 1, values.length + 1);
            next[next.length - 1] = run.get("last_value").asDouble();
            boolean[] terminated = new boolean[values.length];
            for (int t = 0; t < terminated.length; t++) {
                terminated[t] = run.get("terminated").get(t).asInt() == 1;
            }
            double[] actual = Advantages.gae(
                    Golden.numbers(run.get("rewards")),
                    values,
                    next,
                    terminated,
                    terminated,
                    run.get("gamma").asDouble(),
                    run.get("lambda").asDouble());
            assertArrayEquals(Golden.numbers(run.get("advantages")), actual, 1e-12);
        }
    }

    /** Equation 16 of the paper, summed up step by step, on random episodes with both kinds of ends. */
    @Test
    void isTheDiscountedSumOfErrorsUpToTheEndOfTheEpisode() {
        for (int trial = 0; trial < 200; trial++) {
            Rng rng = Rng.of(trial);
            int n = 1 + rng.below(12);
            double[] rewards = gaussians(n, rng);
            double[] values = gaussians(n, rng);
            double[] next = gaussians(n, rng);
            boolean[] terminated = new boolean[n];
            boolean[] over = new boolean[n];
            for (int t = 0; t < n; t++) {
                terminated[t] = rng.bernoulli(0.2);
                over[t] = terminated[t] || rng.bernoulli(0.2);
            }
            double gamma = rng.uniform();
            double lambda = rng.uniform();
            double[] actual = Advantages.gae(rewards, values, next, terminated, over, gamma, lambda);
            for (int t = 0; t < n; t++) {
                double sum = 0;
                double weight = 1;
                for (int k = t; k < n; k++) {
                    sum += weight * (rewards[k] + (terminated[k] ? 0 : gamma * next[k]) - values[k]);
                    weight *= gamma * lambda;
                    if (over[k]) {
                        break;
                    }
                }
                assertEquals(sum, actual[t], 1e-12);
            }
        }
    }

    private static double[] gaussians(int n, Rng rng) {
        double[] x = new double[n];
        Arrays.setAll(x, i -> rng.gaussian());
        return x;
    }

    @Test
    void lambdaOneIsTheReturnMinusTheValue() {
        double[] actual = Advantages.gae(
                new double[] {1, 2, 4},
                new double[] {.5, .25, 1},
                new double[] {.25, 1, 8},
                new boolean[3],
                new boolean[] {false, false, true},
                0.5,
                1);
        assertArrayEquals(new double[] {1 + 1 + 1 + 1 - .5, 2 + 2 + 2 - .25, 4 + 4 - 1}, actual, 1e-12);
    }

    @Test
    void badInputIsRefused() {
        double[] two = {1, 2};
        boolean[] ends = {false, true};
        assertThrows(
                IllegalArgumentException.class, () -> Advantages.gae(two, two, new double[1], ends, ends, 0.9, 0.9));
        assertThrows(IllegalArgumentException.class, () -> Advantages.gae(two, two, two, ends, ends, 1.1, 0.9));
        assertThrows(IllegalArgumentException.class, () -> Advantages.gae(two, two, two, ends, ends, 0.9, Double.NaN));
    }
}
