package marl.agent;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import marl.random.Rng;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class SoftmaxLearnerTest {
    private static final boolean[] LEGAL = {true, true, true};

    private static SoftmaxLearner at(double bonus, double... logits) {
        SoftmaxLearner learner =
                SoftmaxLearner.of(logits.length).rate(1).entropyBonus(bonus).build();
        learner.restore(Arrays.copyOf(logits, 2 * logits.length + 1));
        return learner;
    }

    private static double[] logits(SoftmaxLearner learner, int actions) {
        return Arrays.copyOf(learner.memory(), actions);
    }

    /** The slope of {@code r ln p(a) + bonus H} by central differences; their error is about 1e-10 at this width. */
    @Property(tries = 200)
    void anUpdateIsTheGradient(@ForAll long seed) {
        Rng rng = Rng.of(seed);
        int n = 2 + rng.below(4);
        double[] start = new double[n];
        Arrays.setAll(start, j -> rng.uniform(-2, 2));
        double bonus = rng.below(2) * rng.uniform(0, 2);
        double reward = rng.uniform(-3, 3);
        int action = rng.below(n);
        SoftmaxLearner learner = at(bonus, start);
        learner.learn(action, reward);
        double[] after = logits(learner, n);
        for (int j = 0; j < n; j++) {
            double width = 1e-5;
            double[] up = start.clone();
            up[j] += width;
            double[] down = start.clone();
            down[j] -= width;
            double slope =
                    (objective(up, action, reward, bonus) - objective(down, action, reward, bonus)) / (2 * width);
            assertEquals(slope, after[j] - start[j], 1e-7);
        }
    }

    private static double objective(double[] logits, int action, double reward, double bonus) {
        double sum = Arrays.stream(logits).map(Math::exp).sum();
        double entropy = 0;
        for (double t : logits) {
            entropy -= Math.exp(t) / sum * (t - Math.log(sum));
        }
        return reward * (logits[action] - Math.log(sum)) + bonus * entropy;
    }

    @Test
    void theAverageIsOverThePoliciesThatWerePlayed() {
        SoftmaxLearner learner = SoftmaxLearner.of(3).rate(0.5).build();
        assertArrayEquals(new double[] {1 / 3.0, 1 / 3.0, 1 / 3.0}, learner.averageProbabilities(), 1e-15);
        double[] first = learner.probabilities();
        learner.learn(new Transition(new double[] {-1, -1}, 2, 1, new double[] {2, 0}, LEGAL, true, false));
        double[] second = learner.probabilities();
        assertTrue(second[2] > first[2] && second[0] < first[0]);
        learner.learn(0, -1);
        for (int j = 0; j < 3; j++) {
            assertEquals((first[j] + second[j]) / 2, learner.averageProbabilities()[j], 1e-15);
        }
        assertArrayEquals(learner.averageProbabilities(), learner.average().probabilities());
    }

    /** Four standard errors of a share of 30,000 draws. */
    @Test
    void itDrawsWithItsProbabilities() {
        SoftmaxLearner learner = at(0, Math.log(0.5), Math.log(0.3), Math.log(0.2));
        assertArrayEquals(new double[] {0.5, 0.3, 0.2}, learner.probabilities(), 1e-15);
        Rng rng = Rng.of(1);
        int n = 30_000;
        double[] share = new double[3];
        for (int i = 0; i < n; i++) {
            share[learner.act(new double[2], LEGAL, rng)] += 1.0 / n;
        }
        for (int j = 0; j < 3; j++) {
            double p = learner.probabilities()[j];
            assertEquals(p, share[j], 4 * Math.sqrt(p * (1 - p) / n));
        }
        Rng one = Rng.of(2);
        Rng other = Rng.of(2);
        assertEquals(learner.act(one), learner.greedy().act(new double[2], LEGAL, other), "frozen, it draws the same");
        assertArrayEquals(one.state(), other.state());
    }

    /** A logit a thousand below the best has probability 0; its logarithm must not poison the others. */
    @Test
    void impossibleActionsDoNoHarm() {
        SoftmaxLearner learner = at(0.1, 0, -1_000, -1_000);
        for (int i = 0; i < 100; i++) {
            learner.learn(0, 1);
        }
        assertArrayEquals(new double[] {1, 0, 0}, learner.probabilities());
        assertEquals(0, learner.entropy());
        assertEquals(0, learner.act(Rng.of(3)));
    }

    @Test
    void whatIsStoredGoesOnBitForBit() {
        SoftmaxLearner learner =
                SoftmaxLearner.of(3).rate(0.1).entropyBonus(0.05).build();
        Rng rng = Rng.of(4);
        for (int i = 0; i < 50; i++) {
            learner.learn(learner.act(rng), rng.uniform(-1, 1));
        }
        SoftmaxLearner other = SoftmaxLearner.of(3).rate(0.1).entropyBonus(0.05).build();
        other.restore(learner.memory());
        for (SoftmaxLearner each : new SoftmaxLearner[] {learner, other}) {
            each.learn(1, 0.7);
        }
        assertArrayEquals(learner.memory(), other.memory());
        assertArrayEquals(learner.probabilities(), other.probabilities());
        double[] frozen = learner.greedy().numbers();
        assertArrayEquals(frozen, learner.frozen(frozen).numbers());
        learner.learn(2, 3);
        assertArrayEquals(frozen, other.greedy().numbers(), "what is frozen does not move");
    }

    @Test
    void refusesWhatDoesNotFit() {
        assertThrows(
                IllegalArgumentException.class,
                () -> SoftmaxLearner.of(0).rate(0.1).build());
        assertThrows(
                IllegalArgumentException.class,
                () -> SoftmaxLearner.of(3).rate(0).build());
        assertThrows(
                IllegalArgumentException.class,
                () -> SoftmaxLearner.of(3).rate(Double.NaN).build());
        assertThrows(
                IllegalArgumentException.class,
                () -> SoftmaxLearner.of(3).rate(0.1).entropyBonus(-1).build());
        assertThrows(IllegalStateException.class, () -> SoftmaxLearner.of(3).build());
        SoftmaxLearner learner = SoftmaxLearner.of(3).rate(0.1).build();
        assertThrows(IllegalArgumentException.class, () -> learner.restore(1, 2, 3));
        assertThrows(IllegalArgumentException.class, () -> learner.frozen(0.5, 0.5));
        assertThrows(IllegalArgumentException.class, () -> MixedPolicy.of(0.5, 0.4));
        assertThrows(IllegalArgumentException.class, () -> MixedPolicy.of(1.5, -0.5));
        boolean[] some = {true, false, true};
        assertTrue(assertThrows(IllegalArgumentException.class, () -> learner.act(new double[2], some, Rng.of(1)))
                .getMessage()
                .contains("always legal"));
    }
}
