package marl.nn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import marl.random.Rng;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class MlpTest {
    /** Two hidden units by hand: h = relu(x0 - x1, x0 + x1 - 1), y = 2 h0 - h1 + 0.5. */
    @ParameterizedTest
    @EnumSource(Precision.class)
    void forwardByHand(Precision precision) {
        Mlp net = Mlp.of(Activation.RELU, precision, Rng.of(1), 2, 2, 1);
        net.weight(0).assign(Nd4j.create(new double[][] {{1, -1}, {1, 1}}));
        net.bias(0).assign(Nd4j.create(new double[][] {{0, -1}}));
        net.weight(1).assign(Nd4j.create(new double[][] {{2, -1}}));
        net.bias(1).assign(Nd4j.create(new double[][] {{0.5}}));
        double[] expected = {2 * 2 - 3 + 0.5, 0 - 1 + 0.5};
        INDArray batch = net.apply(Tape.of(precision).input(new double[][] {{3, 1}, {0.5, 1.5}}))
                .value();
        assertArrayEquals(expected, Near.numbers(batch), 1e-6);
        assertArrayEquals(new double[] {expected[0]}, net.values(new double[] {3, 1}), 1e-6);
        assertArrayEquals(new double[] {expected[1]}, net.values(new double[] {0.5, 1.5}), 1e-6);
    }

    @ParameterizedTest
    @EnumSource(Activation.class)
    void oneObservationGivesWhatABatchGives(Activation activation) {
        for (Precision precision : Precision.values()) {
            Rng rng = Rng.of(3);
            Mlp net = Mlp.of(activation, precision, rng, 7, 33, 16, 4);
            double[][] rows = new double[9][7];
            for (double[] row : rows) {
                for (int i = 0; i < 7; i++) {
                    row[i] = rng.gaussian();
                }
            }
            INDArray batch = net.apply(Tape.of(precision).input(rows)).value();
            for (int r = 0; r < rows.length; r++) {
                assertArrayEquals(batch.getRow(r).dup().toDoubleVector(), net.values(rows[r]), 1e-6);
            }
        }
    }

    @Test
    void bothPrecisionsStartFromTheSameNumbers() {
        Mlp fused = Mlp.of(Activation.TANH, Precision.SINGLE, Rng.of(8), 5, 20, 3);
        Mlp plain = Mlp.of(Activation.TANH, Precision.DOUBLE, Rng.of(8), 5, 20, 3);
        Near.same("weights", parameters(plain).values(), parameters(fused).values(), 1e-7);
    }

    /**
     * Uniform in +-1/sqrt(in), weights and biases alike: all within the bound, and over the layer the largest near it,
     * the mean near 0 and the variance near bound^2/3 (five standard errors).
     */
    @Test
    void weightsStartAsPyTorchsLinear() {
        Mlp net = Mlp.of(Activation.RELU, Precision.DOUBLE, Rng.of(11), 25, 400, 300);
        int[] inputs = {25, 400};
        for (int layer = 0; layer < 2; layer++) {
            double bound = 1 / Math.sqrt(inputs[layer]);
            for (INDArray matrix : new INDArray[] {net.weight(layer), net.bias(layer)}) {
                double[] numbers = Near.numbers(matrix);
                double sum = 0;
                double squares = 0;
                double largest = 0;
                for (double x : numbers) {
                    sum += x;
                    squares += x * x;
                    largest = Math.max(largest, Math.abs(x));
                }
                int n = numbers.length;
                assertTrue(largest < bound && largest > 0.95 * bound, "largest " + largest + " of " + bound);
                assertEquals(0, sum / n, 5 * bound / Math.sqrt(3.0 * n));
                // the variance of x^2 is bound^4 (1/5 - 1/9)
                assertEquals(bound * bound / 3, squares / n, 5 * bound * bound * Math.sqrt((0.2 - 1 / 9.0) / n));
            }
        }
    }

    @Test
    void aCopyIsEqualAndThenItsOwn() {
        Mlp net = Mlp.relu(Rng.of(2), 3, 8, 2);
        Mlp target = net.copy();
        double[] x = {0.3, -0.2, 0.9};
        double[] before = net.values(x);
        assertArrayEquals(before, target.values(x), 0);
        net.weight(0).muli(2);
        assertArrayEquals(before, target.values(x), 0);
        target.copyFrom(net);
        assertArrayEquals(net.values(x), target.values(x), 0);
    }

    @ParameterizedTest
    @EnumSource(Precision.class)
    void polyakMovesByItsShare(Precision precision) {
        Mlp net = Mlp.of(Activation.RELU, precision, Rng.of(2), 3, 4, 2);
        Mlp target = Mlp.of(Activation.RELU, precision, Rng.of(3), 3, 4, 2);
        double[] from = Near.numbers(parameters(net).values());
        double[] to = Near.numbers(parameters(target).values());
        target.moveTowards(net, 0.25);
        for (int i = 0; i < to.length; i++) {
            to[i] = 0.25 * from[i] + 0.75 * to[i];
        }
        Near.same("moved", to, Near.numbers(parameters(target).values()), 1e-7);
        assertArrayEquals(from, Near.numbers(parameters(net).values()), 0);
    }

    @Test
    void wrongUseIsRefused() {
        Mlp net = Mlp.relu(Rng.of(1), 3, 4, 2);
        assertMessage("at least an input and an output", () -> Mlp.relu(Rng.of(1), 3));
        assertMessage("all of them positive", () -> Mlp.relu(Rng.of(1), 3, 0, 2));
        assertMessage("takes 3 inputs", () -> net.values(new double[4]));
        assertMessage("takes 3 inputs", () -> net.values(new double[3], new double[1]));
        assertMessage("NaN", () -> net.values(new double[] {1, Double.NaN, 0}));
        assertMessage("takes 3 inputs", () -> net.apply(Tape.of(Precision.SINGLE), Nd4j.zeros(5, 4)));
        assertMessage("same Precision", () -> net.apply(Tape.of(Precision.DOUBLE), Nd4j.zeros(5, 3)));
        assertMessage("same shapes", () -> net.copyFrom(Mlp.relu(Rng.of(1), 3, 5, 2)));
        assertMessage("Tau is a share", () -> net.moveTowards(net.copy(), 1.5));
    }

    private static Parameters parameters(Mlp net) {
        return net.parameters().get(0);
    }

    private static void assertMessage(String part, org.junit.jupiter.api.function.Executable wrong) {
        String message = assertThrows(IllegalArgumentException.class, wrong).getMessage();
        assertTrue(message.contains(part), message);
    }
}
