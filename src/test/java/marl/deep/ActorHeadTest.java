package marl.deep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import marl.env.Space;
import marl.nn.Precision;
import marl.nn.Tape;
import marl.random.Rng;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ActorHeadTest {

    @ParameterizedTest
    @EnumSource(Precision.class)
    void aForbiddenActionHasProbabilityExactlyZero(Precision precision) {
        CategoricalHead head = new CategoricalHead(3);
        Tape tape = Tape.of(precision);
        double[] forbidden = {0, CategoricalHead.FORBIDDEN, 0};
        double[] out = {1, 50, -1};
        for (int action = 0; action < 3; action++) {
            ActorHead.Scored scored = head.score(tape, tape.input(out, 1, 3), new double[] {action}, forbidden);
            double probability = Math.exp(scored.logProbability().item());
            double expected = action == 1 ? 0 : 1 / (1 + Math.exp(action == 0 ? -2 : 2));
            assertEquals(expected, probability, action == 1 ? 0 : 1e-6);
            double p = 1 / (1 + Math.exp(-2));
            assertEquals(
                    -p * Math.log(p) - (1 - p) * Math.log(1 - p),
                    scored.entropy().item(),
                    1e-6);
        }
        Rng rng = Rng.of(1);
        double[] drawn = new double[1];
        for (int i = 0; i < 1_000; i++) {
            head.sample(out.clone(), 0, new boolean[] {true, false, true}, 0, rng, drawn, 0);
            assertNotEquals(1, drawn[0]);
        }
        head.best(out, 0, new boolean[] {true, false, true}, 0, drawn, 0);
        assertEquals(0, drawn[0]);
    }

    /** The share of each action in 20,000 draws lies within five standard errors of its probability. */
    @Test
    void actionsAreDrawnWithTheirProbabilities() {
        CategoricalHead head = new CategoricalHead(3);
        double[] logits = {0.5, -1, 2};
        int[] counts = new int[3];
        Rng rng = Rng.of(4);
        double[] drawn = new double[1];
        double[] logP = new double[3];
        for (int i = 0; i < 20_000; i++) {
            double log = head.sample(logits.clone(), 0, new boolean[0], 0, rng, drawn, 0);
            counts[(int) drawn[0]]++;
            logP[(int) drawn[0]] = log;
        }
        double sum = Math.exp(0.5) + Math.exp(-1) + Math.exp(2);
        for (int a = 0; a < 3; a++) {
            double p = Math.exp(logits[a]) / sum;
            assertEquals(p, counts[a] / 20_000.0, 5 * Math.sqrt(p * (1 - p) / 20_000));
            assertEquals(Math.log(p), logP[a], 1e-12);
        }
    }

    @Test
    void theDensityOfADrawIsTheOneTheLossComputes() {
        GaussianHead head = new GaussianHead(Space.Box.of(2, 0, 1));
        double[] out = {0.3, -0.2, 0.4, -0.7};
        Rng rng = Rng.of(2);
        Tape tape = Tape.of(Precision.DOUBLE);
        for (int i = 0; i < 50; i++) {
            double[] action = new double[2];
            double log = head.sample(out, 0, new boolean[0], 0, rng, action, 0);
            ActorHead.Scored scored = head.score(tape, tape.input(out, 1, 4), action, new double[0]);
            assertEquals(log, scored.logProbability().item(), 1e-12);
            double expected = 0;
            for (int k = 0; k < 2; k++) {
                double deviation = Math.exp(out[2 + k] - 0.5);
                double z = (action[k] - out[k]) / deviation;
                expected += -z * z / 2 - Math.log(deviation * Math.sqrt(2 * Math.PI));
            }
            assertEquals(expected, log, 1e-12);
            double entropy = 2 * 0.5 * Math.log(2 * Math.PI * Math.E) + out[2] + out[3] - 1;
            assertEquals(entropy, scored.entropy().item(), 1e-12);
        }
    }

    @Test
    void controlsStayInTheirBox() {
        GaussianHead head = new GaussianHead(new Space.Box(new double[] {0, -2}, new double[] {1, 2}));
        double[] controls = new double[2];
        head.controls(new double[] {0, 0.5}, 0, controls, 0);
        assertEquals(0.5, controls[0]);
        assertEquals(1, controls[1]);
        head.controls(new double[] {9, -9}, 0, controls, 0);
        assertEquals(1, controls[0]);
        assertEquals(-2, controls[1]);
    }

    @Test
    void controlsWithoutBoundsOrOfTwoKindsAreRefused() {
        Space unbounded = Space.Box.of(1, 0, Double.POSITIVE_INFINITY);
        assertThrows(IllegalArgumentException.class, () -> ActorHead.of(unbounded));
        assertThrows(IllegalArgumentException.class, () -> ActorHead.of(Space.Box.of(1, 0, 1), Space.Box.of(2, 0, 1)));
    }
}
