package marl.nn;

/** Products of matrices, as layers of networks use them: each computes its result and says how gradients go back. */
final class Linear {
    private Linear() {}

    static Tensor affine(Tensor x, Tensor weight, Tensor bias) {
        Tensor y = layer(x, weight, bias);
        x.tape.kernels.affine(x.value, weight.value, bias.value, y.value);
        if (y.requiresGradient) {
            y.backward = g -> layerBackward(x, weight, bias, g);
        }
        return y;
    }

    /**
     * f(x W' + b) as one step, for an f whose slope is known from its result. What comes back is overwritten on the way.
     */
    static Tensor affineActivated(Elementwise f, Tensor x, Tensor weight, Tensor bias) {
        Kernels k = x.tape.kernels;
        Tensor y = layer(x, weight, bias);
        k.affineActivated(f, x.value, weight.value, bias.value, y.value);
        if (y.requiresGradient) {
            y.backward = g -> {
                k.backward(f, y.value, y.value, g, 0, g);
                layerBackward(x, weight, bias, g);
            };
        }
        return y;
    }

    private static Tensor layer(Tensor x, Tensor weight, Tensor bias) {
        Algebra.together(x, weight);
        Algebra.together(x, bias);
        if (weight.columns() != x.columns() || bias.rows() != 1 || bias.columns() != weight.rows()) {
            throw new IllegalArgumentException("Affine needs x [n, in], weight [out, in] and bias [1, out], but got "
                    + x.value.shape() + ", " + weight.value.shape() + " and " + bias.value.shape() + ".");
        }
        return x.tape.result(
                x.rows(), weight.rows(), x.requiresGradient || weight.requiresGradient || bias.requiresGradient);
    }

    private static void layerBackward(Tensor x, Tensor weight, Tensor bias, Storage g) {
        Kernels k = x.tape.kernels;
        if (weight.requiresGradient) {
            k.matmul(true, g, false, x.value, weight.beta(), weight.gradientBuffer());
        }
        if (bias.requiresGradient) {
            k.addColumnSums(g, bias.zeroedGradientBuffer());
        }
        if (x.requiresGradient) {
            k.matmul(false, g, false, weight.value, x.beta(), x.gradientBuffer());
        }
    }

    static Tensor matmul(Tensor a, Tensor b) {
        Algebra.together(a, b);
        if (a.columns() != b.rows()) {
            throw new IllegalArgumentException(
                    "Matmul needs [n, k] and [k, m], but got " + a.value.shape() + " and " + b.value.shape() + ".");
        }
        Kernels k = a.tape.kernels;
        Tensor y = a.tape.result(a.rows(), b.columns(), a.requiresGradient || b.requiresGradient);
        k.matmul(false, a.value, false, b.value, 0, y.value);
        if (y.requiresGradient) {
            y.backward = g -> {
                if (a.requiresGradient) {
                    k.matmul(false, g, true, b.value, a.beta(), a.gradientBuffer());
                }
                if (b.requiresGradient) {
                    k.matmul(true, a.value, false, g, b.beta(), b.gradientBuffer());
                }
            };
        }
        return y;
    }

    static Tensor batchedMatmul(Tensor q, Tensor w) {
        Algebra.together(q, w);
        Tensor y = q.tape.result(q.rows(), matrixColumns(q, w), q.requiresGradient || w.requiresGradient);
        q.tape.kernels.batchedMatmul(Functions.IDENTITY, q.value, w.value, 0, y.value);
        if (y.requiresGradient) {
            y.backward = g -> batchedMatmulBackward(Functions.IDENTITY, q, w, g);
        }
        return y;
    }

    /** q[r] |W[r]| + c[r] for each row. */
    static Tensor mixed(Tensor q, Tensor w, Tensor c) {
        Algebra.together(q, w);
        Algebra.together(q, c);
        int m = matrixColumns(q, w);
        if (c.rows() != q.rows() || c.columns() != m) {
            throw new IllegalArgumentException(
                    "Mixed needs offsets [" + q.rows() + ", " + m + "], but got " + c.value.shape() + ".");
        }
        Kernels k = q.tape.kernels;
        Tensor y = q.tape.result(q.rows(), m, q.requiresGradient || w.requiresGradient || c.requiresGradient);
        k.add(1, c.value, 0, y.value);
        k.batchedMatmul(Functions.ABS, q.value, w.value, 1, y.value);
        if (y.requiresGradient) {
            y.backward = g -> {
                if (c.requiresGradient) {
                    k.add(1, g, c.beta(), c.gradientBuffer());
                }
                batchedMatmulBackward(Functions.ABS, q, w, g);
            };
        }
        return y;
    }

    private static int matrixColumns(Tensor q, Tensor w) {
        if (q.rows() != w.rows() || w.columns() % q.columns() != 0) {
            throw new IllegalArgumentException("Batched needs vectors [rows, n] and matrices [rows, n * m], but got "
                    + q.value.shape() + " and " + w.value.shape() + ".");
        }
        return w.columns() / q.columns();
    }

    private static void batchedMatmulBackward(Elementwise f, Tensor q, Tensor w, Storage g) {
        Kernels k = q.tape.kernels;
        if (q.requiresGradient) {
            k.batchedMatmulVectorsBackward(f, w.value, g, q.beta(), q.gradientBuffer());
        }
        if (w.requiresGradient) {
            k.batchedMatmulMatricesBackward(f, q.value, w.value, g, w.beta(), w.gradientBuffer());
        }
    }
}
