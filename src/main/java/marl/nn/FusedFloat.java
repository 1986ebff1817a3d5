package marl.nn;

import static marl.nn.FusedProducts.at;
import static marl.nn.FusedProducts.floats;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_saxpy;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_scopy;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_sdot;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_sscal;

import java.util.Arrays;
import org.bytedeco.javacpp.Pointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The fast backend. Products go by pointer to the OpenBLAS that ND4J has loaded; loops run on the Java heap, between a
 * bulk get and a bulk put, because that is the only form that the compiler of JDK 17 vectorises. Products are in
 * {@link FusedProducts} and {@link FusedBatched}, what works along rows is in {@link FloatRows}.
 */
final class FusedFloat extends Kernels {
    private final Scratch first = new Scratch();
    private final Scratch second = new Scratch();
    private final Scratch third = new Scratch();
    private final FusedProducts products = new FusedProducts();
    private final FusedBatched batched = new FusedBatched();
    private final FusedGru gru = new FusedGru();
    private final FusedGroups groups = new FusedGroups();
    private final FloatMemory memory = new FloatMemory();

    FusedFloat() {
        super(DataType.FLOAT);
        OpenBlas.oneThread();
    }

    @Override
    Storage wrap(INDArray array) {
        return new Storage.Floats(array);
    }

    @Override
    Storage allocate(int rows, int columns) {
        return memory.matrix(rows, columns);
    }

    @Override
    void release() {
        memory.release();
    }

    @Override
    void write(double[] from, Storage to) {
        int n = to.size();
        float[] x = first.allocate(n);
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
            float[] all = first.allocate(y.size());
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
        float[] all = second.allocate(y.size());
        Arrays.fill(all, 0, y.size(), (float) alpha * floats(x).buffer.get(0));
        accumulate(all, beta, y);
    }

    @Override
    void matmul(boolean transposeA, Storage a, boolean transposeB, Storage b, double beta, Storage y) {
        FusedProducts.matmul(transposeA, a, transposeB, b, beta, y);
    }

    @Override
    void affine(Storage x, Storage weight, Storage bias, Storage y) {
        products.affine(x, weight, bias, y);
    }

    @Override
    void affineActivated(Elementwise f, Storage x, Storage weight, Storage bias, Storage y) {
        affine(x, weight, bias, y);
        if (!f.values(floats(y).buffer, y.size())) {
            apply(f, y, y);
        }
    }

    @Override
    void addColumnSums(Storage x, Storage y) {
        products.addColumnSums(x, y);
    }

    @Override
    void batchedMatmul(Elementwise f, Storage q, Storage w, double beta, Storage y) {
        batched.apply(f, q, w, beta, y);
    }

    @Override
    void batchedMatmulVectorsBackward(Elementwise f, Storage w, Storage g, double beta, Storage gq) {
        batched.toVectors(f, w, g, beta, gq);
    }

    @Override
    void batchedMatmulMatricesBackward(Elementwise f, Storage q, Storage w, Storage g, double beta, Storage gw) {
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
    void backward(Elementwise f, Storage x, Storage y, Storage g, double beta, Storage gx) {
        for (int at = 0; at < g.size(); at += Scratch.CHUNK) {
            int n = Math.min(Scratch.CHUNK, g.size() - at);
            float[] slopes = second.get(g, at, n);
            f.backward(first.get(f.fromResult ? y : x, at, n), slopes, n);
            accumulate(slopes, beta, gx, at, n);
        }
    }

    @Override
    void apply(Pairwise f, Storage a, Storage b, Storage y) {
        float[] v = first.get(a);
        f.values(v, second.get(b), a.size());
        Scratch.put(v, y);
    }

    @Override
    void backward(Pairwise f, Storage a, Storage b, Storage g, double beta, Storage ga) {
        float[] slopes = third.get(g);
        f.backward(first.get(a), second.get(b), slopes, g.size());
        accumulate(slopes, beta, ga);
    }

    /** gx = g + beta gx; g is in the second or third scratch. */
    private void accumulate(float[] g, double beta, Storage gx) {
        accumulate(g, beta, gx, 0, gx.size());
    }

    /** The same for n numbers of gx, from this place on. */
    private void accumulate(float[] g, double beta, Storage gx, int at, int n) {
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
        float[] sums = second.allocate(y.size());
        FloatRows.rowSums(first.get(x), sums, x.rows, x.columns);
        Scratch.put(sums, y);
    }

    @Override
    void broadcast(Storage x, double beta, Storage y) {
        float[] all = second.allocate(y.size());
        FloatRows.broadcast(first.get(x), all, y.rows, y.columns);
        accumulate(all, beta, y);
    }

    @Override
    void argmax(Storage x, int[] chosen) {
        FloatRows.argmax(first.get(x), x.rows, x.columns, chosen);
    }

    @Override
    void gather(Storage x, int[] chosen, Storage y, int column) {
        FloatRows.gather(first.get(x), x.columns, chosen, floats(y).buffer, x.rows, y.columns, column);
    }

    @Override
    void scatter(Storage g, int column, int[] chosen, Storage gx) {
        FloatRows.scatter(first.get(g), g.columns, column, chosen, floats(gx).buffer, gx.rows, gx.columns);
    }

    @Override
    void logSoftmax(Storage x, Storage y, Storage p) {
        float[] v = first.get(x);
        float[] shares = second.allocate(x.size());
        FloatRows.logSoftmax(v, shares, x.rows, x.columns);
        Scratch.put(v, y);
        Scratch.put(shares, p);
    }

    @Override
    void logSoftmaxBackward(Storage p, Storage g, double beta, Storage gx) {
        float[] slopes = second.get(g);
        FloatRows.logSoftmaxBackward(first.get(p), slopes, p.rows, p.columns);
        accumulate(slopes, beta, gx);
    }

    @Override
    void columns(Storage x, int fromColumn, Storage y, int toColumn, int width, boolean add) {
        float[] from = first.get(x);
        float[] to = second.get(y);
        for (int r = 0; r < x.rows; r++) {
            FloatRows.copy(from, r * x.columns + fromColumn, to, r * y.columns + toColumn, width, add);
        }
        Scratch.put(to, y);
    }

    @Override
    void rows(Storage x, int fromRow, Storage y, int toRow, int n, boolean add) {
        float[] v = second.get(x, fromRow * x.columns, n * x.columns);
        accumulate(v, add ? 1 : 0, y, toRow * x.columns, n * x.columns);
    }

    @Override
    GruKernels gru() {
        return gru;
    }

    @Override
    GroupKernels groups() {
        return groups;
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
