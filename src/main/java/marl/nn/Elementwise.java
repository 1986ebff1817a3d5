package marl.nn;

import java.nio.FloatBuffer;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A function of one number with its derivative, in both backends. The derivative is a function of the result where that is
 * enough ({@code fromResult}), else of the argument.
 */
abstract class Elementwise {
    final boolean fromResult;

    Elementwise(boolean fromResult) {
        this.fromResult = fromResult;
    }

    /** f of all numbers, in a new array. */
    abstract INDArray value(INDArray x);

    /** f' of all numbers, in a new array; v is the result or the argument. */
    abstract INDArray slope(INDArray v);

    abstract float value(float x);

    abstract float slope(float v);

    /** x[i] = f(x[i]). Functions on hot paths override it with a loop that the compiler vectorises. */
    void values(float[] x, int n) {
        for (int i = 0; i < n; i++) {
            x[i] = value(x[i]);
        }
    }

    /** The same in native memory, where only a loop of one's own can be quicker than through the heap; else false. */
    boolean values(FloatBuffer x, int n) {
        return false;
    }

    /** g[i] *= f'. */
    void backward(float[] v, float[] g, int n) {
        for (int i = 0; i < n; i++) {
            g[i] *= slope(v[i]);
        }
    }
}
