package marl.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import marl.random.Rng;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OrderedMlpTest {
    private static final double[] X = {0.5, -1, 2};

    /** 1e-12 in double, where only the order of sums differs; 1e-5 in single. */
    @ParameterizedTest
    @EnumSource(Precision.class)
    void itAgreesWithItsNetwork(Precision precision) {
        for (Activation activation : Activation.values()) {
            for (int[] sizes : new int[][] {{3, 2}, {3, 7, 2}, {3, 9, 5, 2}}) {
                Mlp net = Mlp.of(activation, precision, Rng.of(8), sizes);
                double[] out = new double[2];
                OrderedMlp.of(net).values(X, out);
                Near.same(net.toString(), net.values(X), out, precision == Precision.DOUBLE ? 1e-12 : 1e-5);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Precision.class)
    void itFollowsTheWeights(Precision precision) {
        Mlp net = Mlp.of(Activation.RELU, precision, Rng.of(8), 3, 4, 1);
        OrderedMlp ordered = OrderedMlp.of(net);
        double[] before = new double[1];
        double[] after = new double[1];
        ordered.values(X, before);
        assertFalse(ordered.refresh(), "nothing has changed");
        net.bias(1).addi(2);
        assertTrue(ordered.refresh());
        net.bias(1).addi(2);
        ordered.values(X, after);
        assertEquals(before[0] + 2, after[0], 1e-6, "as of the last refresh");
        ordered.refresh();
        ordered.values(X, after);
        assertEquals(before[0] + 4, after[0], 1e-6);
    }

    /** Central differences of step 1e-5 are off by about 1e-10. */
    @ParameterizedTest
    @EnumSource(Activation.class)
    void slopesAreFiniteDifferences(Activation activation) {
        OrderedMlp ordered = OrderedMlp.of(Mlp.of(activation, Precision.DOUBLE, Rng.of(8), 3, 9, 5, 1));
        double[] slopes = ordered.slopes(X);
        for (int i = 0; i < X.length; i++) {
            double[] totals = new double[2];
            for (int k = 0; k < 2; k++) {
                double[] moved = X.clone();
                moved[i] += k == 0 ? 1e-5 : -1e-5;
                double[] out = new double[1];
                ordered.values(moved, out);
                totals[k] = out[0];
            }
            assertEquals((totals[0] - totals[1]) / 2e-5, slopes[i], 1e-8);
        }
    }

    @ParameterizedTest
    @EnumSource(Precision.class)
    void wrongLengthsAreRefused(Precision precision) {
        OrderedMlp ordered = OrderedMlp.of(Mlp.of(Activation.RELU, precision, Rng.of(8), 3, 2));
        String message = assertThrows(
                        IllegalArgumentException.class, () -> ordered.values(new double[2], new double[2]))
                .getMessage();
        assertTrue(message.contains("takes 3 inputs to 2 outputs, but got 2 and 2"), message);
        assertThrows(IllegalArgumentException.class, () -> ordered.slopes(X), "slopes are of one output");
    }
}
