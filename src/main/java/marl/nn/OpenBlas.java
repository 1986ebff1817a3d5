package marl.nn;

import org.bytedeco.openblas.presets.openblas_nolapack;
import org.nd4j.linalg.factory.Nd4j;

/** The OpenBLAS that ND4J brings, called without ND4J in between. */
final class OpenBlas {
    private OpenBlas() {}

    /** Whether it can be called here. Loads ND4J, on the calling thread. */
    static boolean available() {
        Nd4j.getBackend();
        try {
            openblas_nolapack.blas_get_num_threads();
            return true;
        } catch (LinkageError missing) {
            return false;
        }
    }

    /**
     * One thread for each product: the matrices of this course are too small to share out, training runs use the cores
     * side by side, and the same sums in the same order give the same bits.
     */
    static void oneThread() {
        if (!available()) {
            throw new IllegalStateException(
                    "OpenBLAS cannot be called on this machine; use Precision.DOUBLE, or Precision.best() to choose.");
        }
        if (openblas_nolapack.blas_get_num_threads() != 1) {
            openblas_nolapack.blas_set_num_threads(1);
        }
    }
}
