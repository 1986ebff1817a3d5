package marl.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import marl.env.ObservationIndex;
import marl.random.Rng;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class LookAheadAdviceTest {
    private static final int STATES = 5;
    private static final int ACTIONS = 3;
    private static final boolean[] ALL = {true, true, true};
    private static final double GAMMA = 0.9;

    private static QSettings settings(double epsilon) {
        return QLearner.of(ObservationIndex.discrete(STATES), ACTIONS)
                .alpha(0.3)
                .epsilon(epsilon)
                .gamma(GAMMA)
                .settings();
    }

    private static QTable advice(Rng rng) {
        QTable phi = new QTable(STATES, ACTIONS);
        for (int s = 0; s < STATES; s++) {
            for (int a = 0; a < ACTIONS; a++) {
                phi.set(s, a, 10 * rng.gaussian());
            }
        }
        return phi;
    }

    /** Wiewiora's equivalence: on any experience, Q + Phi is what plain Q-learning learns when it starts at Phi. */
    @Property(tries = 50)
    void itIsQLearningThatStartedAtTheAdvice(@ForAll long seed) {
        Rng rng = Rng.of(seed);
        QTable phi = advice(rng);
        LookAheadAdvice learner = LookAheadAdvice.of(settings(0), phi);
        QTable plain = phi.copy();
        for (int i = 0; i < 2_000; i++) {
            int s = rng.below(STATES);
            int a = rng.below(ACTIONS);
            int next = rng.below(STATES);
            boolean terminated = rng.bernoulli(0.2);
            double reward = rng.gaussian();
            boolean[] legal = {true, rng.bernoulli(0.7), rng.bernoulli(0.7)};
            learner.learn(
                    new Transition(new double[] {s}, a, reward, new double[] {next}, legal, terminated, !terminated));
            double target = terminated ? reward : reward + GAMMA * plain.max(next, legal);
            plain.add(s, a, 0.3 * (target - plain.get(s, a)));
        }
        // Rounding of numbers of about 30, damped by the step size.
        assertTrue(learner.advised().maxAbsDifference(plain) < 1e-12);
        for (int s = 0; s < STATES; s++) {
            assertEquals(plain.argmax(s, ALL, Rng.of(0)), learner.greedy().act(new double[] {s}, ALL, Rng.of(0)));
            assertEquals(learner.act(new double[] {s}, ALL, Rng.of(0)), plain.argmax(s, ALL, Rng.of(0)));
        }
    }

    /** The values without the advice are off by it: acting on them alone would follow the wrong numbers. */
    @Test
    void theTableApproachesQMinusPhi() {
        QTable phi = advice(Rng.of(3));
        LookAheadAdvice learner = LookAheadAdvice.of(settings(0), phi);
        for (int i = 0; i < 200; i++) {
            for (int a = 0; a < ACTIONS; a++) {
                learner.learn(new Transition(new double[] {0}, a, a, new double[] {1}, ALL, true, false));
            }
        }
        for (int a = 0; a < ACTIONS; a++) {
            // 0.7^200 of the start is left, far below rounding.
            assertEquals(a - phi.get(0, a), learner.table().get(0, a), 1e-13);
            assertEquals(a, learner.advised().get(0, a), 1e-13);
        }
    }

    @Test
    void refusesWhatDoesNotFit() {
        assertThrows(IllegalArgumentException.class, () -> LookAheadAdvice.of(settings(0), new QTable(STATES, 2)));
        QSettings uneven = QLearner.of(ObservationIndex.discrete(STATES), ACTIONS)
                .alpha(0.3)
                .epsilon(0)
                .gamma(0.9)
                .hysteresis(0.5)
                .settings();
        assertThrows(IllegalArgumentException.class, () -> LookAheadAdvice.of(uneven, new QTable(STATES, ACTIONS)));
        LookAheadAdvice learner = LookAheadAdvice.of(settings(0), new QTable(STATES, ACTIONS));
        double[] here = {0};
        assertThrows(
                IllegalArgumentException.class,
                () -> learner.learn(new Transition(here, 0, 0, here, new boolean[ACTIONS], false, false)));
    }
}
