package marl.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import marl.nn.Operation.Size;
import marl.nn.Trial.Outcome;
import marl.random.Rng;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Batches that the fused backend works off in several chunks, against the plain backend. */
class LargeBatchTest {
    private static final int ROWS = 700;

    static List<Operation> operations() {
        return Operation.ALL;
    }

    /** Sums over 700 rows of floats are off by a few 1e-6 of their size; a chunk missed would be off by all of it. */
    @ParameterizedTest
    @MethodSource("operations")
    void theTwoFacesAgreeTo1em4(Operation operation) {
        int[] chosen = new int[ROWS];
        for (int r = 0; r < ROWS; r++) {
            chosen[r] = r % 5;
        }
        Trial trial = new Trial(operation, new Size(ROWS, 5, 4, chosen), 3);
        Outcome plain = trial.run(Precision.DOUBLE, trial.arguments);
        Outcome fused = trial.run(Precision.SINGLE, trial.arguments);
        Near.same(operation + " result", plain.result(), fused.result(), 1e-4);
        for (int a = 0; a < trial.arguments.length; a++) {
            INDArray expected = plain.gradients().get(a);
            Near.same(
                    operation + " by argument " + a, expected, fused.gradients().get(a), 1e-4);
        }
    }

    @ParameterizedTest
    @EnumSource(Activation.class)
    void networksAgreeTo1em4(Activation activation) {
        INDArray x = Nd4j.createFromArray(numbers(ROWS * 6)).reshape(ROWS, 6);
        INDArray[] values = new INDArray[2];
        INDArray[] gradients = new INDArray[2];
        for (Precision precision : Precision.values()) {
            Mlp net = Mlp.of(activation, precision, Rng.of(8), 6, 20, 9, 3);
            Tape tape = Tape.of(precision);
            Tensor y = net.apply(tape, x);
            values[precision.ordinal()] = y.value();
            y.square().mean().backward();
            gradients[precision.ordinal()] = net.parameters().get(0).gradients();
        }
        Near.same("values", values[1], values[0], 1e-4);
        Near.same("gradients", gradients[1], gradients[0], 1e-4);
    }

    private static double[] numbers(int n) {
        Rng rng = Rng.of(2);
        double[] numbers = new double[n];
        for (int i = 0; i < n; i++) {
            numbers[i] = rng.gaussian();
        }
        return numbers;
    }

    /** The series that stands for exp(x) - 1 is off by 2e-7 at most, as far as a float tells. */
    @Test
    void eluIsExactToAFewLastBits() {
        float[] x = new float[1];
        for (double at = -40; at < 2; at += 1e-4) {
            x[0] = (float) at;
            double expected = x[0] > 0 ? x[0] : Math.expm1(x[0]);
            Functions.ELU.values(x, 1);
            assertEquals(expected, x[0], 2e-7 * Math.max(1, expected), "at " + at);
        }
        for (float special : new float[] {0, Float.NaN, Float.NEGATIVE_INFINITY, Float.POSITIVE_INFINITY}) {
            x[0] = special;
            Functions.ELU.values(x, 1);
            assertEquals(special > 0 || special == 0 ? special : Math.expm1(special), x[0], 1e-7);
        }
    }

    /** The ratio that stands for tanh is off by 4e-7 at most. */
    @Test
    void tanhIsExactToAFewLastBits() {
        float[] x = new float[1];
        for (double at = -20; at < 20; at += 1e-4) {
            x[0] = (float) at;
            double expected = Math.tanh(x[0]);
            Functions.TANH.values(x, 1);
            assertEquals(expected, x[0], 4e-7, "at " + at);
        }
        for (float special : new float[] {0, Float.NaN, Float.NEGATIVE_INFINITY, Float.POSITIVE_INFINITY}) {
            x[0] = special;
            Functions.TANH.values(x, 1);
            assertEquals(Math.tanh(special), x[0], 1e-7);
        }
    }
}
