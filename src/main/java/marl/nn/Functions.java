package marl.nn;

import static org.nd4j.linalg.ops.transforms.Transforms.abs;
import static org.nd4j.linalg.ops.transforms.Transforms.exp;
import static org.nd4j.linalg.ops.transforms.Transforms.log;
import static org.nd4j.linalg.ops.transforms.Transforms.max;
import static org.nd4j.linalg.ops.transforms.Transforms.min;
import static org.nd4j.linalg.ops.transforms.Transforms.sign;

import java.nio.FloatBuffer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/** The functions of one number, each with its plain and its fused backend side by side. */
final class Functions {
    private static final float HUGE = 1e38f;

    private Functions() {}

    static final Elementwise IDENTITY = new Elementwise(false) {
        @Override
        INDArray value(INDArray x) {
            return x.dup();
        }

        @Override
        INDArray slope(INDArray x) {
            return x.mul(0).addi(1);
        }

        @Override
        float value(float x) {
            return x;
        }

        @Override
        float slope(float x) {
            return 1;
        }

        @Override
        void values(float[] x, int n) {
            // They stay as they are.
        }

        @Override
        void backward(float[] x, float[] g, int n) {
            // So do gradients.
        }
    };

    static final Elementwise RELU = new Elementwise(true) {
        @Override
        INDArray value(INDArray x) {
            return max(x, 0);
        }

        @Override
        INDArray slope(INDArray y) {
            return sign(y);
        }

        @Override
        float value(float x) {
            return Math.max(x, 0f);
        }

        @Override
        float slope(float y) {
            return Math.min(1f, y * HUGE * HUGE); // 0 for 0, else 1, without a branch
        }

        @Override
        void values(float[] x, int n) {
            for (int i = 0; i < n; i++) {
                x[i] = Math.max(x[i], 0f);
            }
        }

        @Override
        boolean values(FloatBuffer x, int n) {
            int bound = Math.min(n, 1 << 26); // without it the compiler of JDK 17 does not vectorise this
            for (int i = 0; i < bound; i++) {
                x.put(i, Math.max(x.get(i), 0f));
            }
            return bound == n;
        }

        @Override
        void backward(float[] y, float[] g, int n) {
            for (int i = 0; i < n; i++) {
                g[i] *= Math.min(1f, y[i] * HUGE * HUGE);
            }
        }
    };

    static final Elementwise TANH = new Tanh();

    /** ELU with alpha = 1 (Clevert et al. 2016): x above 0, exp(x) - 1 below. */
    static final Elementwise ELU = new Elementwise(true) {
        @Override
        INDArray value(INDArray x) {
            return Transforms.expm1(min(x, 0), false).addi(max(x, 0));
        }

        @Override
        INDArray slope(INDArray y) {
            return min(y, 0).addi(1);
        }

        @Override
        float value(float x) {
            return x > 0 ? x : (float) Math.expm1(x);
        }

        @Override
        float slope(float y) {
            return Math.min(y, 0f) + 1;
        }

        /**
         * Without branches or calls, so that it vectorises: m = exp(t) - 1 by its series at a 64th of x, then six times m
         * (m + 2), which is exp(2 t) - 1. Off by at most 2e-7; below -17 the value is -1 anyway.
         */
        @Override
        void values(float[] x, int n) {
            for (int i = 0; i < n; i++) {
                float t = Math.max(Math.min(x[i], 0f), -17f) * (1 / 64f);
                float m = t * (1 + t * (1 / 2f + t * (1 / 6f + t * (1 / 24f + t * (1 / 120f + t * (1 / 720f))))));
                m *= m + 2;
                m *= m + 2;
                m *= m + 2;
                m *= m + 2;
                m *= m + 2;
                m *= m + 2;
                x[i] = Math.max(x[i], 0f) + m;
            }
        }

        @Override
        void backward(float[] y, float[] g, int n) {
            for (int i = 0; i < n; i++) {
                g[i] *= Math.min(y[i], 0f) + 1;
            }
        }
    };

    static final Elementwise SIGMOID = new Elementwise(true) {
        @Override
        INDArray value(INDArray x) {
            return Transforms.sigmoid(x);
        }

        @Override
        INDArray slope(INDArray y) {
            return y.mul(y.rsub(1));
        }

        @Override
        float value(float x) {
            return (float) (1 / (1 + Math.exp(-x)));
        }

        @Override
        float slope(float y) {
            return y * (1 - y);
        }
    };

    static final Elementwise ABS = new Elementwise(false) {
        @Override
        INDArray value(INDArray x) {
            return abs(x);
        }

        @Override
        INDArray slope(INDArray x) {
            return sign(x);
        }

        @Override
        float value(float x) {
            return Math.abs(x);
        }

        @Override
        float slope(float x) {
            return Math.signum(x);
        }

        @Override
        void values(float[] x, int n) {
            for (int i = 0; i < n; i++) {
                x[i] = Math.abs(x[i]);
            }
        }

        @Override
        void backward(float[] x, float[] g, int n) {
            for (int i = 0; i < n; i++) {
                g[i] *= Math.max(-1f, Math.min(1f, x[i] * HUGE * HUGE));
            }
        }
    };

    static final Elementwise EXP = new Elementwise(true) {
        @Override
        INDArray value(INDArray x) {
            return exp(x);
        }

        @Override
        INDArray slope(INDArray y) {
            return y;
        }

        @Override
        float value(float x) {
            return (float) Math.exp(x);
        }

        @Override
        float slope(float y) {
            return y;
        }
    };

    static final Elementwise LOG = new Elementwise(false) {
        @Override
        INDArray value(INDArray x) {
            return log(x);
        }

        @Override
        INDArray slope(INDArray x) {
            return x.rdiv(1);
        }

        @Override
        float value(float x) {
            return (float) Math.log(x);
        }

        @Override
        float slope(float x) {
            return 1 / x;
        }
    };

    static final Elementwise SQUARE = new Elementwise(false) {
        @Override
        INDArray value(INDArray x) {
            return x.mul(x);
        }

        @Override
        INDArray slope(INDArray x) {
            return x.mul(2);
        }

        @Override
        float value(float x) {
            return x * x;
        }

        @Override
        float slope(float x) {
            return 2 * x;
        }
    };
}
