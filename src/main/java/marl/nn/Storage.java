package marl.nn;

import java.nio.FloatBuffer;
import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A matrix in memory: an INDArray in row order without gaps. Whoever uses the memory keeps the Storage, and with it the
 * INDArray, reachable; otherwise ND4J frees it.
 */
sealed class Storage {
    final int rows;
    final int columns;
    final INDArray array;

    Storage(INDArray array) {
        this.array = array;
        this.rows = (int) array.size(0);
        this.columns = (int) array.size(1);
    }

    final int size() {
        return rows * columns;
    }

    final String shape() {
        return "[" + rows + ", " + columns + "]";
    }

    /** A float matrix with the buffer and the pointer to its memory made once, since making them costs microseconds. */
    static final class Floats extends Storage {
        final FloatPointer pointer;
        final FloatBuffer buffer;

        Floats(INDArray array) {
            super(array);
            pointer = new FloatPointer(array.data().addressPointer());
            pointer.limit(size());
            buffer = pointer.asBuffer();
        }
    }
}
