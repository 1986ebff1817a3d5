package marl.nn;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Makes matrices that are put together in an array on the heap and copied to an INDArray in one go, which is quicker than
 * writing them number by number. One thread at a time.
 */
public final class Staging {
    private final Kernels kernels;

    private Staging(Kernels kernels) {
        this.kernels = kernels;
    }

    /** A maker of matrices in this precision. */
    public static Staging of(Precision precision) {
        return new Staging(precision.kernels());
    }

    /** A matrix of zeros, [rows, columns], each at least 1. */
    public Matrix matrix(int rows, int columns) {
        return new Matrix(kernels, kernels.create(rows, columns));
    }

    /** A matrix whose memory is made once and overwritten as often as needed. */
    public static final class Matrix {
        private final Kernels kernels;
        private final Storage storage;

        private Matrix(Kernels kernels, Storage storage) {
            this.kernels = kernels;
            this.storage = storage;
        }

        /** Overwrites the matrix with the first rows * columns of these numbers, in row order. */
        public void write(float[] numbers) {
            kernels.write(numbers, storage);
        }

        /** The matrix, [rows, columns]; the same memory at every call. */
        public INDArray array() {
            return storage.array();
        }
    }
}
