package marl.kernel;

import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;

/** An array as text: its type and shape first, then its numbers. */
final class ArrayText {

    private ArrayText() {}

    static String of(INDArray array) {
        String kind = array.dataType().name().toLowerCase(java.util.Locale.ROOT);
        return kind + " array of shape " + Arrays.toString(array.shape()) + "\n" + array;
    }
}
