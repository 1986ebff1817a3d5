package marl.nn;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/** A symmetric function of two numbers with its derivative by the first, in both backends. */
enum Pairwise {
    TIMES {
        @Override
        INDArray value(INDArray a, INDArray b) {
            return a.mul(b);
        }

        @Override
        INDArray slope(INDArray a, INDArray b) {
            return b;
        }

        @Override
        void values(float[] a, float[] b, int n) {
            for (int i = 0; i < n; i++) {
                a[i] *= b[i];
            }
        }

        @Override
        float slope(float a, float b) {
            return b;
        }
    },
    MINIMUM {
        @Override
        INDArray value(INDArray a, INDArray b) {
            return Transforms.min(a, b);
        }

        @Override
        INDArray slope(INDArray a, INDArray b) {
            return Transforms.sign(b.sub(a)).addi(1).muli(0.5);
        }

        @Override
        void values(float[] a, float[] b, int n) {
            for (int i = 0; i < n; i++) {
                a[i] = Math.min(a[i], b[i]);
            }
        }

        @Override
        float slope(float a, float b) {
            return 0.5f * (1 + Math.signum(b - a)); // ties share the gradient, as in PyTorch
        }
    },
    MAXIMUM {
        @Override
        INDArray value(INDArray a, INDArray b) {
            return Transforms.max(a, b);
        }

        @Override
        INDArray slope(INDArray a, INDArray b) {
            return Transforms.sign(a.sub(b)).addi(1).muli(0.5);
        }

        @Override
        void values(float[] a, float[] b, int n) {
            for (int i = 0; i < n; i++) {
                a[i] = Math.max(a[i], b[i]);
            }
        }

        @Override
        float slope(float a, float b) {
            return 0.5f * (1 + Math.signum(a - b));
        }
    };

    /** f(a, b) in a new array. */
    abstract INDArray value(INDArray a, INDArray b);

    /** The derivative by a. */
    abstract INDArray slope(INDArray a, INDArray b);

    /** a[i] = f(a[i], b[i]). */
    abstract void values(float[] a, float[] b, int n);

    abstract float slope(float a, float b);

    /** g[i] *= df/da. */
    final void backward(float[] a, float[] b, float[] g, int n) {
        for (int i = 0; i < n; i++) {
            g[i] *= slope(a[i], b[i]);
        }
    }
}
