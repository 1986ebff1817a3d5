package marl.experiment;

import org.nd4j.linalg.factory.Nd4j;

/**
 * Loads ND4J's native library on the calling thread. Touched first on a thread with another class loader, ND4J finds no
 * backend and stays dead until the process ends.
 */
final class NativeArrays {
    private NativeArrays() {}

    /** Takes about a second the first time and nothing afterwards; does nothing where ND4J is not on the class path. */
    static void prepare() {
        try {
            Nd4j.getBackend();
        } catch (NoClassDefFoundError absent) {
            // A grading worker has no arrays, and what runs there needs none.
        }
    }
}
