package marl.nn;

/** Products of matrices, as layers of networks use them: each computes its result and says how gradients go back. */
final class Linear {
    private Linear() {}

    static Tensor affine(Tensor x, Tensor weight, Tensor bias) {
        Tensor y = layer(x, weight, bias);
        x.tape.kernels.affine(x.value, weight.value, bias.value, y.value);
        if (y.tracked) {
            y.back = g -> backThroughLayer(x, weight, bias, g);
        }
        return y;
    }

    /**
     * f(x W' + b) as one step, for an f whose slope is known from its result. What comes back is overwritten on the way.
     */
    static Tensor bent(Elementwise f, Tensor x, Tensor weight, Tensor bias) {
        Kernels k = x.tape.kernels;
        Tensor y = layer(x, weight, bias);
        k.bent(f, x.value, weight.value, bias.value, y.value);
        if (y.tracked) {
            y.back = g -> {
                k.chain(f, y.value, y.value, g, 0, g);
                backThroughLayer(x, weight, bias, g);
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
        return x.tape.result(x.rows(), weight.rows(), x.tracked || weight.tracked || bias.tracked);
    }

    private static void backThroughLayer(Tensor x, Tensor weight, Tensor bias, Storage g) {
        Kernels k = x.tape.kernels;
        if (weight.tracked) {
            k.product(true, g, false, x.value, weight.beta(), weight.sink());
        }
        if (bias.tracked) {
            k.addColumnSums(g, bias.filledSink());
        }
        if (x.tracked) {
            k.product(false, g, false, weight.value, x.beta(), x.sink());
        }
    }

    static Tensor product(Tensor a, Tensor b) {
        Algebra.together(a, b);
        if (a.columns() != b.rows()) {
            throw new IllegalArgumentException(
                    "Matmul needs [n, k] and [k, m], but got " + a.value.shape() + " and " + b.value.shape() + ".");
        }
        Kernels k = a.tape.kernels;
        Tensor y = a.tape.result(a.rows(), b.columns(), a.tracked || b.tracked);
        k.product(false, a.value, false, b.value, 0, y.value);
        if (y.tracked) {
            y.back = g -> {
                if (a.tracked) {
                    k.product(false, g, true, b.value, a.beta(), a.sink());
                }
                if (b.tracked) {
                    k.product(true, a.value, false, g, b.beta(), b.sink());
                }
            };
        }
        return y;
    }

    static Tensor batched(Tensor q, Tensor w) {
        Algebra.together(q, w);
        Tensor y = q.tape.result(q.rows(), matrixColumns(q, w), q.tracked || w.tracked);
        q.tape.kernels.batched(Functions.SAME, q.value, w.value, 0, y.value);
        if (y.tracked) {
            y.back = g -> backThroughBatched(Functions.SAME, q, w, g);
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
        Tensor y = q.tape.result(q.rows(), m, q.tracked || w.tracked || c.tracked);
        k.add(1, c.value, 0, y.value);
        k.batched(Functions.ABS, q.value, w.value, 1, y.value);
        if (y.tracked) {
            y.back = g -> {
                if (c.tracked) {
                    k.add(1, g, c.beta(), c.sink());
                }
                backThroughBatched(Functions.ABS, q, w, g);
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

    private static void backThroughBatched(Elementwise f, Tensor q, Tensor w, Storage g) {
        Kernels k = q.tape.kernels;
        if (q.tracked) {
            k.batchedToVectors(f, w.value, g, q.beta(), q.sink());
        }
        if (w.tracked) {
            k.batchedToMatrices(f, q.value, w.value, g, w.beta(), w.sink());
        }
    }
}
