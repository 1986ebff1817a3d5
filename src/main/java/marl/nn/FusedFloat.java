package marl.nn;

import static org.bytedeco.openblas.global.openblas_nolapack.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_saxpy;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_scopy;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_sdot;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_sgemm;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_sgemv;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_sscal;

import java.nio.FloatBuffer;
import java.util.Arrays;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The fast face. Products go by pointer to the OpenBLAS that ND4J has loaded; loops run on the Java heap, between a
 * bulk get and a bulk put, because that is the only form that the compiler of JDK 17 vectorises. What works along rows
 * is in {@link FloatRows}.
 */
final class FusedFloat extends Kernels {
    private final Scratch first = new Scratch();
    private final Scratch second = new Scratch();
    private final Scratch third = new Scratch();
    private final FusedBatched batched = new FusedBatched();
    private final FloatMemory memory = new FloatMemory();
    private Storage.Floats ones;

    FusedFloat() {
        super(DataType.FLOAT);
        OpenBlas.oneThread();
        ones = floats(create(1, 64));
        fill(ones, 1);
    }

    @Override
    Storage wrap(INDArray array) {
        return new Storage.Floats(array);
    }

    @Override
    Storage room(int rows, int columns) {
        return memory.matrix(rows, columns);
    }

    @Override
    void release() {
        memory.release();
    }

    private static Storage.Floats floats(Storage s) {
        return (Storage.Floats) s;
    }

    private static FloatPointer at(Storage s) {
        return ((Storage.Floats) s).pointer;
    }

    @Override
    void write(double[] from, Storage to) {
        int n = to.size();
        float[] x = first.room(n);
        for (int i = 0; i < n; i++) {
            x[i] = (float) from[i];
        }
        Scratch.put(x, to);
    }

    @Override
    void write(float[] from, Storage to) {
        Scratch.put(from, to);
    }

    @Override
    void read(Storage from, double[] to) {
        float[] x = first.get(from);
        for (int i = 0; i < from.size(); i++) {
            to[i] = x[i];
        }
    }

    @Override
    void fill(Storage y, double value) {
        if (value == 0) {
            Pointer.memset(at(y), 0, 4L * y.size());
        } else {
            float[] all = first.room(y.size());
            Arrays.fill(all, 0, y.size(), (float) value);
            Scratch.put(all, y);
        }
    }

    @Override
    void add(double alpha, Storage x, double beta, Storage y) {
        int n = x.size();
        if (beta == 1) {
            cblas_saxpy(n, (float) alpha, at(x), 1, at(y), 1);
        } else if (beta == 0 && x == y) {
            cblas_sscal(n, (float) alpha, at(y), 1);
        } else if (beta == 0 && alpha == 1) {
            cblas_scopy(n, at(x), 1, at(y), 1);
        } else {
            float[] a = first.get(x);
            float[] b = beta == 0 ? second.zeros(n) : second.get(y);
            float scaleA = (float) alpha;
            float scaleB = (float) beta;
            for (int i = 0; i < n; i++) {
                b[i] = scaleA * a[i] + scaleB * b[i];
            }
            Scratch.put(b, y);
        }
    }

    @Override
    void addInOrder(Storage x, double beta, Storage y) {
        add(1, x, beta, y);
    }

    @Override
    void addNumber(double alpha, Storage x, double beta, Storage y) {
        float[] all = second.room(y.size());
        Arrays.fill(all, 0, y.size(), (float) alpha * floats(x).buffer.get(0));
        settle(all, beta, y);
    }

    @Override
    void product(boolean transposeA, Storage a, boolean transposeB, Storage b, double beta, Storage y) {
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

    @Override
    void affine(Storage x, Storage weight, Storage bias, Storage y) {
        int out = weight.rows;
        int in = weight.columns;
        if (x.rows == 1) {
            cblas_scopy(out, at(bias), 1, at(y), 1);
            cblas_sgemv(CblasRowMajor, CblasNoTrans, out, in, 1, at(weight), in, at(x), 1, 1, at(y), 1);
            return;
        }
        int rows = Math.min(y.rows, 1 + Scratch.CHUNK / out);
        float[] block = repeated(bias, rows);
        for (int r = 0; r < y.rows; r += rows) {
            Scratch.put(block, y, r * out, Math.min(rows, y.rows - r) * out);
        }
        product(false, x, true, weight, 1, y);
    }

    /** The bias once for each of so many rows. */
    private float[] repeated(Storage bias, int rows) {
        int out = bias.columns;
        float[] block = first.room(rows * out);
        floats(bias).buffer.get(0, block, 0, out);
        for (int r = 1; r < rows; r *= 2) {
            System.arraycopy(block, 0, block, r * out, Math.min(r, rows - r) * out);
        }
        return block;
    }

    @Override
    void bent(Elementwise f, Storage x, Storage weight, Storage bias, Storage y) {
        affine(x, weight, bias, y);
        if (!f.values(floats(y).buffer, y.size())) {
            apply(f, y, y);
        }
    }

    @Override
    void addColumnSums(Storage x, Storage y) {
        if (ones.columns < x.rows) {
            ones = floats(create(1, x.rows));
            fill(ones, 1);
        }
        int n = x.columns;
        cblas_sgemv(CblasRowMajor, CblasTrans, x.rows, n, 1, at(x), n, ones.pointer, 1, 1, at(y), 1);
    }

    @Override
    void batched(Elementwise f, Storage q, Storage w, double beta, Storage y) {
        batched.apply(f, q, w, beta, y);
    }

    @Override
    void batchedToVectors(Elementwise f, Storage w, Storage g, double beta, Storage gq) {
        batched.toVectors(f, w, g, beta, gq);
    }

    @Override
    void batchedToMatrices(Elementwise f, Storage q, Storage w, Storage g, double beta, Storage gw) {
        batched.toMatrices(f, q, w, g, beta, gw);
    }

    @Override
    void apply(Elementwise f, Storage x, Storage y) {
        for (int at = 0; at < x.size(); at += Scratch.CHUNK) {
            int n = Math.min(Scratch.CHUNK, x.size() - at);
            float[] v = first.get(x, at, n);
            f.values(v, n);
            Scratch.put(v, y, at, n);
        }
    }

    @Override
    void chain(Elementwise f, Storage x, Storage y, Storage g, double beta, Storage gx) {
        for (int at = 0; at < g.size(); at += Scratch.CHUNK) {
            int n = Math.min(Scratch.CHUNK, g.size() - at);
            float[] slopes = second.get(g, at, n);
            f.chain(first.get(f.fromResult ? y : x, at, n), slopes, n);
            settle(slopes, beta, gx, at, n);
        }
    }

    @Override
    void apply(Pairwise f, Storage a, Storage b, Storage y) {
        float[] v = first.get(a);
        f.values(v, second.get(b), a.size());
        Scratch.put(v, y);
    }

    @Override
    void chain(Pairwise f, Storage a, Storage b, Storage g, double beta, Storage ga) {
        float[] slopes = third.get(g);
        f.chain(first.get(a), second.get(b), slopes, g.size());
        settle(slopes, beta, ga);
    }

    /** gx = g + beta gx; g is in the second or third scratch. */
    private void settle(float[] g, double beta, Storage gx) {
        settle(g, beta, gx, 0, gx.size());
    }

    /** The same for n numbers of gx, from this place on. */
    private void settle(float[] g, double beta, Storage gx, int at, int n) {
        if (beta != 0) {
            float[] old = first.get(gx, at, n);
            for (int i = 0; i < n; i++) {
                g[i] += old[i];
            }
        }
        Scratch.put(g, gx, at, n);
    }

    @Override
    double sum(Storage x) {
        return FloatRows.sum(first.get(x), 0, x.size());
    }

    @Override
    double sumOfSquares(Storage x) {
        return cblas_sdot(x.size(), at(x), 1, at(x), 1);
    }

    @Override
    void rowSums(Storage x, Storage y) {
        float[] sums = second.room(y.size());
        float[] v = first.get(x);
        for (int r = 0; r < x.rows; r++) {
            sums[r] = (float) FloatRows.sum(v, r * x.columns, x.columns);
        }
        Scratch.put(sums, y);
    }

    @Override
    void spread(Storage x, double beta, Storage y) {
        float[] all = second.room(y.size());
        FloatRows.spread(first.get(x), all, y.rows, y.columns);
        settle(all, beta, y);
    }

    @Override
    void argmax(Storage x, int[] chosen) {
        FloatRows.argmax(first.get(x), x.rows, x.columns, chosen);
    }

    @Override
    void gather(Storage x, int[] chosen, Storage y, int column) {
        float[] from = first.get(x);
        FloatBuffer to = floats(y).buffer;
        for (int r = 0; r < x.rows; r++) {
            to.put(r * y.columns + column, from[r * x.columns + chosen[r]]);
        }
    }

    @Override
    void scatter(Storage g, int column, int[] chosen, Storage gx) {
        float[] from = first.get(g);
        FloatBuffer to = floats(gx).buffer;
        for (int r = 0; r < gx.rows; r++) {
            int at = r * gx.columns + chosen[r];
            to.put(at, to.get(at) + from[r * g.columns + column]);
        }
    }

    @Override
    void logSoftmax(Storage x, Storage y) {
        float[] v = first.get(x);
        FloatRows.logSoftmax(v, x.rows, x.columns);
        Scratch.put(v, y);
    }

    @Override
    void logSoftmaxChain(Storage y, Storage g, double beta, Storage gx) {
        float[] slopes = second.get(g);
        FloatRows.logSoftmaxChain(first.get(y), slopes, y.rows, y.columns);
        settle(slopes, beta, gx);
    }

    @Override
    void columns(Storage x, int fromColumn, Storage y, int toColumn, int width, boolean add) {
        float[] from = first.get(x);
        float[] to = second.get(y);
        for (int r = 0; r < x.rows; r++) {
            int i = r * x.columns + fromColumn;
            int j = r * y.columns + toColumn;
            if (add) {
                FloatRows.add(from, i, to, j, width);
            } else {
                System.arraycopy(from, i, to, j, width);
            }
        }
        Scratch.put(to, y);
    }

    private record Slots(float[][] numbers) implements Memory {}

    @Override
    Memory memory(Rule rule, int n) {
        return new Slots(new float[rule.slots()][n]);
    }

    @Override
    void update(Rule rule, Storage weights, Storage gradient, Memory memory, double rate, long t) {
        float[] w = first.get(weights);
        rule.fused(w, second.get(gradient), ((Slots) memory).numbers(), weights.size(), rate, t);
        Scratch.put(w, weights);
    }
}
