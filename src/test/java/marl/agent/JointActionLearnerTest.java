package marl.agent;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import marl.game.MatrixGame;
import marl.game.MixedStrategy;
import marl.random.Rng;
import org.junit.jupiter.api.Test;

class JointActionLearnerTest {
    private static final boolean[] ALL = {true, true, true};
    private static final double[] START = {-1, -1};

    private static JointActionLearner learner(int seat, double alpha, int... sizes) {
        return JointActionLearner.of(sizes).seat(seat).alpha(alpha).epsilon(0).build();
    }

    private static Transition round(double reward, int own, double... joint) {
        return new Transition(START, own, reward, joint, ALL, true, false);
    }

    @Test
    void byHand() {
        JointActionLearner second = learner(1, 0.5, 3, 2);
        assertArrayEquals(MixedStrategy.uniform(3), second.belief(0));
        second.learn(round(8, 0, 2, 0));
        second.learn(round(6, 0, 2, 0));
        second.learn(round(-4, 1, 0, 1));
        assertEquals(5, second.value(2, 0));
        assertEquals(-2, second.value(0, 1));
        assertArrayEquals(new double[] {1.0 / 3, 0, 2.0 / 3}, second.belief(0), 1e-15);
        assertArrayEquals(new double[] {5 * 2.0 / 3, -2.0 / 3}, second.values(), 1e-15);
        assertEquals(0, second.greedy().act(START, new boolean[] {true, true}, Rng.of(0)));
        assertEquals(1, second.greedy().act(START, new boolean[] {false, true}, Rng.of(0)));
    }

    /** With step size 1 in a game without noise its values are the game's payoffs against the observed frequencies. */
    @Test
    void knowsTheExactValuesOnceItHasSeenEveryCell() {
        MatrixGame game = MatrixGame.of(
                "three",
                List.of(new String[] {"a", "b"}, new String[] {"a", "b", "c"}, new String[] {"a", "b"}),
                joint -> new double[] {joint[0], 3 * joint[1] - joint[0] * joint[2], 1});
        JointActionLearner middle = learner(1, 1, 2, 3, 2);
        Rng rng = Rng.of(9);
        for (int i = 0; i < 500; i++) {
            int[] joint = {rng.below(2), rng.below(3), rng.below(2)};
            middle.learn(round(game.payoff(1, joint), joint[1], joint[0], joint[1], joint[2]));
        }
        double[] exact = game.deviationPayoffs(1, middle.belief(0), MixedStrategy.uniform(3), middle.belief(2));
        assertArrayEquals(exact, middle.values(), 1e-13);
    }

    @Test
    void greedyIsFrozen() {
        JointActionLearner learner = learner(0, 1, 3, 3);
        learner.learn(round(1, 2, 2, 0));
        Policy frozen = learner.greedy();
        learner.learn(round(100, 1, 1, 0));
        assertEquals(2, frozen.act(START, ALL, Rng.of(0)));
        assertEquals(1, learner.greedy().act(START, ALL, Rng.of(0)));
    }

    @Test
    void refusesWhatItCannotLearnFrom() {
        JointActionLearner learner = learner(0, 1, 3, 3);
        assertThrows(IllegalArgumentException.class, () -> learner.learn(round(1, 2, 4)));
        assertThrows(IllegalArgumentException.class, () -> learner.learn(round(1, 2, 0, 2)), "another seat's view");
        assertThrows(IllegalArgumentException.class, () -> learner(2, 1, 3, 3));
        assertThrows(IllegalArgumentException.class, () -> learner(0, 1, 0, 3));
    }

    @Test
    void probabilitiesAreThoseOfActing() {
        QLearner q = QLearner.stateless(3).alpha(1).epsilon(0.3).build();
        assertEquals(0, q.settings().gamma());
        q.update(0, 0, -5, 0, ALL, true);
        double[] p = q.probabilities(START, ALL);
        assertArrayEquals(new double[] {0.1, 0.45, 0.45}, p, 1e-15);
        assertArrayEquals(
                new double[] {0.15, 0, 0.85}, q.probabilities(START, new boolean[] {true, false, true}), 1e-15);
        int[] counts = new int[3];
        Rng rng = Rng.of(1);
        int n = 40_000;
        for (int i = 0; i < n; i++) {
            counts[q.act(START, ALL, rng)]++;
        }
        for (int a = 0; a < 3; a++) {
            // Four standard errors.
            assertEquals(p[a], counts[a] / (double) n, 4 * Math.sqrt(p[a] * (1 - p[a]) / n));
        }
    }

    @Test
    void aFrozenPartnerNeverLearns() {
        Learner rock = Learner.frozen(Policy.always(1));
        rock.startEpisode(3);
        rock.learn(round(100, 0, 0, 0));
        assertEquals(1, rock.act(START, ALL, Rng.of(0)));
        assertEquals(1, rock.greedy().act(START, ALL, Rng.of(0)));
    }
}
