package marl.nn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Matrices cut from larger memory. */
class FloatMemoryTest {
    private static final int[][] SHAPES = {{1, 1}, {3, 5}, {128, 96}, {200, 100}, {7, 1}, {300, 200}, {1, 17}, {64, 64}
    };

    /** In sizes that fill a piece, do not fit into the rest of one, and are larger than one. */
    @Test
    void noTwoMatricesShareANumber() {
        FloatMemory memory = new FloatMemory();
        for (int again = 0; again < 2; again++) {
            List<Storage.Floats> all = new ArrayList<>();
            for (int round = 0; round < 3; round++) {
                for (int[] shape : SHAPES) {
                    all.add(memory.matrix(shape[0], shape[1]));
                }
            }
            for (int i = 0; i < all.size(); i++) {
                fill(all.get(i), i);
            }
            for (int i = 0; i < all.size(); i++) {
                float[] expected = new float[all.get(i).size()];
                Arrays.fill(expected, i);
                assertArrayEquals(expected, all.get(i).array().dup('c').data().asFloat(), "matrix " + i);
            }
            all.clear();
            memory.release();
        }
    }

    @Test
    void theArrayIsTheSameMemory() {
        FloatMemory memory = new FloatMemory();
        fill(memory.matrix(2, 3), 1);
        Storage.Floats matrix = memory.matrix(2, 2);
        fill(matrix, 5);
        matrix.array().putScalar(1, 0, 9);
        assertEquals(9, matrix.buffer.get(2));
        assertArrayEquals(new long[] {2, 2}, matrix.array().shape());
        assertEquals(
                70 + 50 + 90 + 70,
                matrix.array().mmul(matrix.array()).sumNumber().doubleValue());
    }

    private static void fill(Storage.Floats matrix, float number) {
        float[] numbers = new float[matrix.size()];
        Arrays.fill(numbers, number);
        Scratch.put(numbers, matrix);
    }
}
