package marl.nn;

import java.nio.FloatBuffer;
import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A matrix in memory, in row order without gaps: an INDArray, or a part of one. Whoever uses the memory keeps the Storage,
 * and with it the INDArray, reachable; otherwise ND4J frees it.
 */
abstract sealed class Storage {
    final int rows;
    final int columns;

    private Storage(int rows, int columns) {
        this.rows = rows;
        this.columns = columns;
    }

    /** The same memory, [rows, columns]. */
    abstract INDArray array();

    final int size() {
        return rows * columns;
    }

    final String shape() {
        return "[" + rows + ", " + columns + "]";
    }

    /** A matrix that is used through its INDArray. */
    static final class Plain extends Storage {
        private final INDArray array;

        Plain(INDArray array) {
            super((int) array.size(0), (int) array.size(1));
            this.array = array;
        }

        @Override
        INDArray array() {
            return array;
        }
    }

    /** A float matrix with the buffer and the pointer to its memory made once, since making them costs microseconds. */
    static sealed class Floats extends Storage {
        final FloatPointer pointer;
        final FloatBuffer buffer;
        private final INDArray memory;

        Floats(INDArray array) {
            this(array, 0, (int) array.size(0), (int) array.size(1));
        }

        private Floats(INDArray memory, int offset, int rows, int columns) {
            super(rows, columns);
            this.memory = memory;
            pointer = new FloatPointer(memory.data().addressPointer()).getPointer(FloatPointer.class, offset);
            pointer.limit(size());
            buffer = pointer.asBuffer();
        }

        @Override
        INDArray array() {
            return memory;
        }
    }

    /** A float matrix in a part of a larger memory. Its INDArray is made when asked for: that takes 10 microseconds. */
    static final class Part extends Floats {
        private final int offset;

        Part(INDArray memory, int offset, int rows, int columns) {
            super(memory, offset, rows, columns);
            this.offset = offset;
        }

        @Override
        INDArray array() {
            long[] shape = {rows, columns};
            long[] stride = {columns, 1};
            return Nd4j.create(super.array().data(), shape, stride, offset, 'c');
        }
    }
}
