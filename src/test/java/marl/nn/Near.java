package marl.nn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.nd4j.linalg.api.ndarray.INDArray;

/** Compares arrays number by number, with a tolerance relative to numbers above 1. */
public final class Near {
    private Near() {}

    public static void same(String what, INDArray expected, INDArray actual, double tolerance) {
        assertArrayEquals(expected.shape(), actual.shape(), what + ": shape");
        same(what, numbers(expected), numbers(actual), tolerance);
    }

    public static void same(String what, double[] expected, double[] actual, double tolerance) {
        assertEquals(expected.length, actual.length, what + ": length");
        for (int i = 0; i < expected.length; i++) {
            double bound = tolerance * Math.max(1, Math.abs(expected[i]));
            assertEquals(expected[i], actual[i], bound, what + ": number " + i);
        }
    }

    public static double[] numbers(INDArray array) {
        return array.dup('c').reshape(array.length()).toDoubleVector();
    }
}
