package marl.nn;

import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Memory for the results of a tape, cut from large pieces: to make an INDArray for each takes ND4J ten times as long as
 * small results take to compute.
 */
final class FloatMemory {
    private static final int PIECE = 1 << 15;

    /** Between two matrices, so that those of a power of two in size do not all compete for the same places of a cache. */
    private static final int GAP = 16;

    private final List<INDArray> pieces = new ArrayList<>();
    private int used;
    private int length;

    /** A matrix with whatever is in it. */
    Storage.Floats matrix(int rows, int columns) {
        int size = rows * columns;
        if (used + size > length) {
            length = Math.max(PIECE, size);
            pieces.add(Nd4j.createUninitialized(DataType.FLOAT, 1, length));
            used = 0;
        }
        Storage.Floats matrix = new Storage.Part(pieces.get(pieces.size() - 1), used, rows, columns);
        used += (size + GAP - 1) / GAP * GAP + GAP;
        return matrix;
    }

    /** Gives all of it back at once; no matrix may be used any more. */
    void release() {
        pieces.forEach(INDArray::close);
        pieces.clear();
        used = 0;
        length = 0;
    }
}
