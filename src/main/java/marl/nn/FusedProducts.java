package marl.nn;

import static org.bytedeco.openblas.global.openblas_nolapack.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_scopy;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_sgemm;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_sgemv;

import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

/** Matrix products by pointer to the OpenBLAS that ND4J has loaded. */
final class FusedProducts {
    private final Scratch block = new Scratch();
    private Storage.Floats ones = ones(64);

    private static Storage.Floats ones(int n) {
        return new Storage.Floats(Nd4j.ones(DataType.FLOAT, 1, n));
    }

    static Storage.Floats floats(Storage s) {
        return (Storage.Floats) s;
    }

    static FloatPointer at(Storage s) {
        return floats(s).pointer;
    }

    /** y = op(a) op(b) + beta y, where op transposes if asked. */
    static void matmul(boolean transposeA, Storage a, boolean transposeB, Storage b, double beta, Storage y) {
        if (transposeA && !transposeB && a.columns == 1) { // a single output's weights: a vector times a matrix
            int in = b.columns;
            cblas_sgemv(CblasRowMajor, CblasTrans, b.rows, in, 1, at(b), in, at(a), 1, (float) beta, at(y), 1);
            return;
        }
        int inner = transposeA ? a.rows : a.columns;
        int opA = transposeA ? CblasTrans : CblasNoTrans;
        int opB = transposeB ? CblasTrans : CblasNoTrans;
        int n = y.columns;
        cblas_sgemm(
                CblasRowMajor,
                opA,
                opB,
                y.rows,
                n,
                inner,
                1,
                at(a),
                a.columns,
                at(b),
                b.columns,
                (float) beta,
                at(y),
                n);
    }

    /** y = x W' + b, the bias added to every row. */
    void affine(Storage x, Storage weight, Storage bias, Storage y) {
        int out = weight.rows;
        int in = weight.columns;
        if (x.rows == 1) {
            cblas_scopy(out, at(bias), 1, at(y), 1);
            cblas_sgemv(CblasRowMajor, CblasNoTrans, out, in, 1, at(weight), in, at(x), 1, 1, at(y), 1);
            return;
        }
        int rows = Math.min(y.rows, 1 + Scratch.CHUNK / out);
        float[] biases = repeated(bias, rows);
        for (int r = 0; r < y.rows; r += rows) {
            Scratch.put(biases, y, r * out, Math.min(rows, y.rows - r) * out);
        }
        matmul(false, x, true, weight, 1, y);
    }

    /** The bias once for each of so many rows. */
    private float[] repeated(Storage bias, int rows) {
        int out = bias.columns;
        float[] rowsOfBias = block.allocate(rows * out);
        floats(bias).buffer.get(0, rowsOfBias, 0, out);
        for (int r = 1; r < rows; r *= 2) {
            System.arraycopy(rowsOfBias, 0, rowsOfBias, r * out, Math.min(r, rows - r) * out);
        }
        return rowsOfBias;
    }

    /** y += the sum of the rows of x; y has one row. */
    void addColumnSums(Storage x, Storage y) {
        if (ones.columns < x.rows) {
            ones = ones(x.rows);
        }
        int n = x.columns;
        cblas_sgemv(CblasRowMajor, CblasTrans, x.rows, n, 1, at(x), n, ones.pointer, 1, 1, at(y), 1);
    }
}
