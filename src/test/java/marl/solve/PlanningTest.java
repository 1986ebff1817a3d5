package marl.solve;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import marl.random.Rng;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PlanningTest {
    /** A random process: each action has up to three outcomes; the last state is terminal. */
    static FiniteMdp random(long seed, int states, int actions) {
        Rng rng = Rng.of(seed);
        FiniteMdp.Builder builder = FiniteMdp.of(states, actions).terminal(states - 1);
        for (int s = 0; s < states - 1; s++) {
            for (int a = 0; a < actions; a++) {
                double p = rng.uniform();
                double q = (1 - p) * rng.uniform();
                builder.outcome(s, a, rng.below(states), 1 - p - q, rng.uniform(-1, 1));
                builder.outcome(s, a, rng.below(states), p, rng.uniform(-1, 1));
                if (q > 0) {
                    builder.outcome(s, a, rng.below(states), q, rng.uniform(-1, 1));
                }
            }
        }
        return builder.build();
    }

    @Test
    void chainsHaveTheirClosedForms() {
        // State 0: stay for 1 each time, or leave for 5 into the terminal state 1.
        FiniteMdp chain =
                FiniteMdp.of(2, 2).sure(0, 0, 0, 1).sure(0, 1, 1, 5).terminal(1).build();
        MdpSolution patient = ValueIteration.solve(chain, 0.9, 1e-12);
        // Bound as promised: 1 / (1 - 0.9) within the tolerance plus rounding.
        assertEquals(10, patient.value(0), 2e-12);
        assertEquals(0, patient.value(1));
        assertEquals(5, patient.actionValue(0, 1), 1e-12);
        assertArrayEquals(new int[] {0}, patient.best(0));
        assertArrayEquals(new int[0], patient.best(1));
        MdpSolution hasty = ValueIteration.solve(chain, 0.5, 1e-12);
        assertEquals(5, hasty.value(0), 1e-12);
        assertEquals(1, hasty.greedy(0));
        MdpSolution even = ValueIteration.solve(chain, 0.8, 1e-10);
        assertArrayEquals(new int[] {0, 1}, even.best(0), "1 / (1 - 0.8) = 5: a tie must show as one");
        assertEquals(1, PolicyEvaluation.exact(chain, new int[] {0, 0}, 0)[0], 1e-15);
        // Leave with probability 1/4: V = 3/4 (1 + V) + 5/4, so V = 8 without discount.
        assertEquals(8, PolicyEvaluation.exact(chain, new double[][] {{0.75, 0.25}, {0, 0}}, 1)[0], 1e-12);
    }

    @Property(tries = 100)
    void valueIterationKeepsItsBoundAgainstPolicyIteration(
            @ForAll long seed,
            @ForAll @IntRange(min = 2, max = 12) int states,
            @ForAll @IntRange(min = 1, max = 4) int actions,
            @ForAll @DoubleRange(min = 0, max = 0.99) double gamma) {
        FiniteMdp mdp = random(seed, states, actions);
        MdpSolution exact = PolicyIteration.solve(mdp, gamma);
        MdpSolution close = ValueIteration.solve(mdp, gamma, 1e-6);
        assertTrue(close.errorBound() <= 1e-6);
        // 1e-9 for the rounding of the linear solver on values up to 100.
        assertArrayEquals(exact.values(), close.values(), close.errorBound() + 1e-9);
        for (int s = 0; s < states; s++) {
            double best = Double.NEGATIVE_INFINITY;
            for (int a = 0; a < actions; a++) {
                best = Math.max(best, exact.actionValue(s, a));
            }
            assertEquals(best, exact.value(s), 1e-9, "Bellman's optimality equation");
        }
    }

    @Property(tries = 100)
    void evaluationSolvesBellmansEquationAndNothingBeatsTheOptimum(
            @ForAll long seed, @ForAll @DoubleRange(min = 0, max = 0.99) double gamma) {
        FiniteMdp mdp = random(seed, 6, 3);
        Rng rng = Rng.of(seed, "policy", 0);
        double[][] policy = new double[6][3];
        for (double[] row : policy) {
            double u = rng.uniform();
            double v = rng.uniform();
            row[0] = Math.min(u, v);
            row[1] = Math.abs(u - v);
            row[2] = 1 - row[0] - row[1];
        }
        double[] values = PolicyEvaluation.exact(mdp, policy, gamma);
        double[] optimum = PolicyIteration.solve(mdp, gamma).values();
        for (int s = 0; s < 6; s++) {
            double lookAhead = 0;
            for (int a = 0; a < 3; a++) {
                lookAhead += policy[s][a] * mdp.actionValue(s, a, values, gamma);
            }
            assertEquals(mdp.terminal(s) ? 0 : lookAhead, values[s], 1e-9);
            assertTrue(values[s] <= optimum[s] + 1e-9);
        }
    }

    @Test
    void unavailableActionsAreNeverTaken() {
        FiniteMdp mdp = FiniteMdp.of(2, 2).sure(0, 1, 1, -3).terminal(1).build();
        MdpSolution solution = ValueIteration.solve(mdp, 0.9, 1e-9);
        assertEquals(-3, solution.value(0), 1e-9);
        assertEquals(Double.NEGATIVE_INFINITY, solution.actionValues()[0][0]);
        assertEquals(-3, PolicyIteration.solve(mdp, 0.9).value(0), 1e-12);
        assertThrows(IllegalArgumentException.class, () -> PolicyEvaluation.exact(mdp, new int[] {0, 0}, 0.9));
    }

    @Test
    void refusesProcessesThatAreNone() {
        assertThrows(IllegalArgumentException.class, () -> FiniteMdp.of(0, 1));
        assertThrows(IllegalArgumentException.class, () -> FiniteMdp.of(1, 1).sure(0, 1, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> FiniteMdp.of(1, 1).sure(0, 0, 1, 0));
        assertThrows(IllegalArgumentException.class, () -> FiniteMdp.of(1, 1).outcome(0, 0, 0, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> FiniteMdp.of(1, 1).sure(0, 0, 0, Double.NaN));
        FiniteMdp.Builder half = FiniteMdp.of(1, 1).outcome(0, 0, 0, 0.5, 0);
        assertThrows(IllegalStateException.class, half::build);
        assertThrows(IllegalStateException.class, () -> FiniteMdp.of(1, 1).build());
        assertThrows(
                IllegalStateException.class,
                () -> FiniteMdp.of(1, 1).sure(0, 0, 0, 0).terminal(0).build());
    }

    @Test
    void refusesWhatHasNoAnswer() {
        FiniteMdp loop = FiniteMdp.of(1, 1).sure(0, 0, 0, 1).build();
        assertThrows(IllegalArgumentException.class, () -> ValueIteration.solve(loop, 1, 1e-6));
        assertThrows(IllegalArgumentException.class, () -> ValueIteration.solve(loop, 0.9, 0));
        assertThrows(IllegalArgumentException.class, () -> PolicyIteration.solve(loop, -0.1));
        assertThrows(IllegalStateException.class, () -> PolicyEvaluation.exact(loop, new int[] {0}, 1));
        assertThrows(IllegalArgumentException.class, () -> PolicyEvaluation.exact(loop, new int[] {1}, 0.5));
        assertThrows(IllegalArgumentException.class, () -> PolicyEvaluation.exact(loop, new double[][] {{0.5}}, 0.5));
        assertThrows(IllegalArgumentException.class, () -> PolicyEvaluation.exact(loop, new double[2][1], 0.5));
        MdpSolution solved = ValueIteration.solve(random(1, 3, 2), 0.5, 1e-6);
        assertThrows(IllegalArgumentException.class, () -> solved.greedy(2));
    }
}
