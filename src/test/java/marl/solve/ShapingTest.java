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

class ShapingTest {
    private static final double GAMMA = 0.9;

    /** Random rewards and transitions; the last state is terminal. */
    private static FiniteMdp random(Rng rng, int states, int actions) {
        FiniteMdp.Builder builder = FiniteMdp.of(states, actions).terminal(states - 1);
        for (int s = 0; s < states - 1; s++) {
            for (int a = 0; a < actions; a++) {
                double p = rng.uniform(0.1, 0.9);
                builder.outcome(s, a, rng.below(states), p, rng.uniform(-1, 1));
                builder.outcome(s, a, rng.below(states), 1 - p, rng.uniform(-1, 1));
            }
        }
        return builder.build();
    }

    private static double[] potential(Rng rng, int states) {
        double[] phi = new double[states];
        for (int s = 0; s < states; s++) {
            phi[s] = rng.uniform(-3, 3);
        }
        return phi;
    }

    /** Ng, Harada & Russell: Q' = Q - Phi and the same best actions, by value iteration on both processes. */
    @Property(tries = 300)
    void potentialsShiftValuesAndChangeNothing(
            @ForAll long seed,
            @ForAll @IntRange(min = 2, max = 10) int states,
            @ForAll @IntRange(min = 1, max = 4) int actions,
            @ForAll @DoubleRange(min = 0, max = GAMMA) double gamma) {
        Rng rng = Rng.of(seed);
        FiniteMdp mdp = random(rng, states, actions);
        double[] phi = potential(rng, states);
        MdpSolution plain = ValueIteration.solve(mdp, gamma, 1e-13);
        MdpSolution shaped = ValueIteration.solve(Shaping.potential(mdp, gamma, phi), gamma, 1e-13);
        for (int s = 0; s < states - 1; s++) {
            for (int a = 0; a < actions; a++) {
                assertEquals(plain.actionValue(s, a) - phi[s], shaped.actionValue(s, a), 1e-12);
            }
            assertArrayEquals(plain.best(s), shaped.best(s));
        }
        assertEquals(0, shaped.value(states - 1));
    }

    /** A bonus of 1.2 for one action is no difference of potentials, and turns most random processes around. */
    @Test
    void aBonusForAnActionChangesTheBest() {
        int turned = 0;
        int turnedByPotential = 0;
        for (int seed = 0; seed < 100; seed++) {
            FiniteMdp mdp = random(Rng.of(seed), 6, 3);
            MdpSolution plain = PolicyIteration.solve(mdp, GAMMA);
            MdpSolution paid = PolicyIteration.solve(Shaping.bonus(mdp, (s, a, next) -> a == 0 ? 1.2 : 0), GAMMA);
            turned += differ(plain, paid, 5) ? 1 : 0;
            FiniteMdp shaped = Shaping.potential(mdp, GAMMA, potential(Rng.of(seed, "potential", 0), 6));
            turnedByPotential += differ(plain, PolicyIteration.solve(shaped, GAMMA), 5) ? 1 : 0;
        }
        // 84 of these 100; more than half with 99.9 % confidence needs 66.
        assertTrue(turned >= 66, turned + " of 100 processes have another best policy with the bonus");
        assertEquals(0, turnedByPotential);
    }

    /** A potential that is kept at the end pays for ending, or for not ending: the best policy may change. */
    @Test
    void aTerminalPotentialOtherThanZeroChangesTheBest() {
        FiniteMdp mdp = FiniteMdp.of(2, 2)
                .sure(0, 0, 0, 0.1)
                .sure(0, 1, 1, 0)
                .terminal(1)
                .build();
        double[] phi = {0, 5};
        assertEquals(0, PolicyIteration.solve(mdp, GAMMA).greedy(0), "staying pays 0.1 for ever");
        FiniteMdp wrong = Shaping.bonus(mdp, (s, a, next) -> GAMMA * phi[next] - phi[s]);
        assertEquals(1, PolicyIteration.solve(wrong, GAMMA).greedy(0), "4.5 for ending is more than 1");
        assertEquals(
                0,
                PolicyIteration.solve(Shaping.potential(mdp, GAMMA, phi), GAMMA).greedy(0));
    }

    private static boolean differ(MdpSolution one, MdpSolution other, int states) {
        for (int s = 0; s < states; s++) {
            if (one.greedy(s) != other.greedy(s)) {
                return true;
            }
        }
        return false;
    }

    @Test
    void refusesAPotentialOfAnotherLength() {
        FiniteMdp mdp = random(Rng.of(0), 3, 2);
        assertThrows(IllegalArgumentException.class, () -> Shaping.potential(mdp, GAMMA, 1, 2));
        assertThrows(IllegalArgumentException.class, () -> Shaping.potential(mdp, GAMMA, 1, Double.NaN, 2));
    }
}
