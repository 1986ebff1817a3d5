package marl.env;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import marl.random.Rng;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PotentialShapingTest {
    private static final double GAMMA = 0.9;

    @Nested
    class OfNavigation extends MarkovGameContract {
        @Override
        protected MarkovGame game() {
            return PotentialShaping.of(GridNavigation.twoCorners(), GAMMA, PotentialShapingTest::potential);
        }

        @Override
        protected boolean stochastic() {
            return true;
        }
    }

    private static double potential(double... state) {
        double sum = 1;
        for (double x : state) {
            sum = sum * 1.3 + x;
        }
        return sum;
    }

    /** Along a truncated episode the additions sum to gamma^T Phi(s_T) - Phi(s_0), for every agent. */
    @Test
    void additionsCancelButForTheEnds() {
        MarkovGame plain = GridNavigation.twoCorners();
        MarkovGame shaped = PotentialShaping.of(plain, GAMMA, PotentialShapingTest::potential);
        Rng rng = Rng.of(2);
        for (long seed = 0; seed < 10; seed++) {
            plain.reset(seed);
            shaped.reset(seed);
            double start = potential(plain.state());
            double[] added = new double[2];
            double weight = 1;
            boolean over = false;
            while (!over) {
                JointAction joint = JointAction.of(rng.below(5), rng.below(5));
                Step expected = plain.step(joint);
                Step step = shaped.step(joint);
                assertArrayEquals(expected.observations(), step.observations());
                for (int i = 0; i < 2; i++) {
                    added[i] += weight * (step.rewards()[i] - expected.rewards()[i]);
                }
                weight *= GAMMA;
                over = step.over();
            }
            double rest = weight * potential(plain.state()) - start;
            // 25 roundings of numbers of about 30.
            assertArrayEquals(new double[] {rest, rest}, added, 1e-12);
        }
    }

    /** In a maze that terminates at the goal the whole addition is -Phi(start), whatever the potential says of the goal. */
    @Test
    void theTerminalPotentialCountsAsZero() {
        DynaMaze plain = DynaMaze.suttonBarto();
        MarkovGame shaped = PotentialShaping.of(plain, GAMMA, state -> 7 + state[0]);
        Rng rng = Rng.of(4);
        for (long seed = 0; seed < 5; seed++) {
            plain.reset(seed);
            shaped.reset(seed);
            double start = 7 + plain.state()[0];
            double added = 0;
            double weight = 1;
            Step step = shaped.step(JointAction.of(0));
            added += step.rewards()[0] - plain.step(JointAction.of(0)).rewards()[0];
            while (!step.over()) {
                weight *= GAMMA;
                int action = rng.below(4);
                step = shaped.step(JointAction.of(action));
                added += weight
                        * (step.rewards()[0]
                                - plain.step(JointAction.of(action)).rewards()[0]);
            }
            assertTrue(step.terminated());
            assertEquals(-start, added, 1e-11);
        }
    }

    @Test
    void refusesImpossibleSettings() {
        MarkovGame game = GridNavigation.twoCorners();
        assertThrows(IllegalArgumentException.class, () -> PotentialShaping.of(game, 1.5, s -> 0));
        MarkovGame broken = PotentialShaping.of(game, 0.9, s -> Double.NaN);
        broken.reset(0);
        assertThrows(IllegalStateException.class, () -> broken.step(JointAction.of(0, 0)));
    }
}
