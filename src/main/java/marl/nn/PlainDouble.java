package marl.nn;

import java.util.stream.IntStream;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.ops.transforms.Transforms;

/** The reference: each operation in plain ND4J calls on doubles, as short as it can be said. */
final class PlainDouble extends Kernels {
    private final GruKernels gru = new PlainGru();
    private final GroupKernels groups = new PlainGroups();

    PlainDouble() {
        super(DataType.DOUBLE);
    }

    @Override
    Storage wrap(INDArray array) {
        return new Storage.Plain(array);
    }

    @Override
    Storage allocate(int rows, int columns) {
        return create(rows, columns);
    }

    @Override
    void release() {
        // ND4J frees what is not reachable any more.
    }

    @Override
    void write(double[] from, Storage to) {
        to.array().assign(Nd4j.createFromArray(from).reshape(to.rows, to.columns));
    }

    @Override
    void write(float[] from, Storage to) {
        write(IntStream.range(0, to.size()).mapToDouble(i -> from[i]).toArray(), to);
    }

    @Override
    void read(Storage from, double[] to) {
        System.arraycopy(from.array().dup('c').data().asDouble(), 0, to, 0, from.size());
    }

    @Override
    void fill(Storage y, double value) {
        y.array().assign(value);
    }

    @Override
    void add(double alpha, Storage x, double beta, Storage y) {
        put(x.array().mul(alpha), beta, y);
    }

    @Override
    void addInOrder(Storage x, double beta, Storage y) {
        put(x.array().reshape('c', y.rows, y.columns), beta, y);
    }

    @Override
    void addNumber(double alpha, Storage x, double beta, Storage y) {
        put(Nd4j.valueArrayOf(new long[] {y.rows, y.columns}, alpha * x.array().getDouble(0), type), beta, y);
    }

    @Override
    void matmul(boolean transposeA, Storage a, boolean transposeB, Storage b, double beta, Storage y) {
        INDArray left = transposeA ? a.array().transpose() : a.array();
        put(left.mmul(transposeB ? b.array().transpose() : b.array()), beta, y);
    }

    @Override
    void affine(Storage x, Storage weight, Storage bias, Storage y) {
        y.array().assign(x.array().mmul(weight.array().transpose()).addiRowVector(bias.array()));
    }

    @Override
    void affineActivated(Elementwise f, Storage x, Storage weight, Storage bias, Storage y) {
        affine(x, weight, bias, y);
        apply(f, y, y);
    }

    @Override
    void addColumnSums(Storage x, Storage y) {
        y.array().addi(x.array().sum(true, 0));
    }

    @Override
    void batchedMatmul(Elementwise f, Storage q, Storage w, double beta, Storage y) {
        INDArray sum = Nd4j.create(type, y.rows, y.columns);
        for (int r = 0; r < q.rows; r++) {
            sum.putRow(r, q.array().getRow(r, true).mmul(f.value(row(w, r, q))));
        }
        put(sum, beta, y);
    }

    @Override
    void batchedMatmulVectorsBackward(Elementwise f, Storage w, Storage g, double beta, Storage gq) {
        INDArray sum = Nd4j.create(type, gq.rows, gq.columns);
        for (int r = 0; r < gq.rows; r++) {
            sum.putRow(r, g.array().getRow(r, true).mmul(f.value(row(w, r, gq)).transpose()));
        }
        put(sum, beta, gq);
    }

    @Override
    void batchedMatmulMatricesBackward(Elementwise f, Storage q, Storage w, Storage g, double beta, Storage gw) {
        INDArray sum = Nd4j.create(type, gw.rows, gw.columns);
        for (int r = 0; r < q.rows; r++) {
            INDArray outer =
                    q.array().getRow(r, true).transpose().mmul(g.array().getRow(r, true));
            INDArray back = outer.mul(f.slope(row(w, r, q)));
            sum.putRow(r, back.dup('c').reshape('c', 1, gw.columns));
        }
        put(sum, beta, gw);
    }

    private static INDArray row(Storage w, int r, Storage q) {
        return w.array().getRow(r, true).dup('c').reshape('c', q.columns, w.columns / q.columns);
    }

    @Override
    void apply(Elementwise f, Storage x, Storage y) {
        y.array().assign(f.value(x.array()));
    }

    @Override
    void backward(Elementwise f, Storage x, Storage y, Storage g, double beta, Storage gx) {
        put(f.slope(f.fromResult ? y.array() : x.array()).mul(g.array()), beta, gx);
    }

    @Override
    void apply(Pairwise f, Storage a, Storage b, Storage y) {
        y.array().assign(f.value(a.array(), b.array()));
    }

    @Override
    void backward(Pairwise f, Storage a, Storage b, Storage g, double beta, Storage ga) {
        put(f.slope(a.array(), b.array()).mul(g.array()), beta, ga);
    }

    @Override
    double sum(Storage x) {
        return x.array().sumNumber().doubleValue();
    }

    @Override
    double sumOfSquares(Storage x) {
        return x.array().mul(x.array()).sumNumber().doubleValue();
    }

    @Override
    void rowSums(Storage x, Storage y) {
        y.array().assign(x.array().sum(true, 1));
    }

    @Override
    void broadcast(Storage x, double beta, Storage y) {
        put(Nd4j.zeros(type, y.rows, y.columns).addiColumnVector(x.array()), beta, y);
    }

    @Override
    void argmax(Storage x, int[] chosen) {
        INDArray best = x.array().argMax(1);
        for (int r = 0; r < x.rows; r++) {
            chosen[r] = best.getInt(r);
        }
    }

    @Override
    void gather(Storage x, int[] chosen, Storage y, int column) {
        for (int r = 0; r < x.rows; r++) {
            y.array().putScalar(r, column, x.array().getDouble(r, chosen[r]));
        }
    }

    @Override
    void scatter(Storage g, int column, int[] chosen, Storage gx) {
        for (int r = 0; r < g.rows; r++) {
            gx.array()
                    .putScalar(
                            r,
                            chosen[r],
                            gx.array().getDouble(r, chosen[r]) + g.array().getDouble(r, column));
        }
    }

    @Override
    void logSoftmax(Storage x, Storage y, Storage p) {
        INDArray below = x.array().subColumnVector(x.array().max(true, 1));
        y.array()
                .assign(below.subColumnVector(
                        Transforms.log(Transforms.exp(below).sum(true, 1))));
        p.array().assign(Transforms.exp(y.array()));
    }

    @Override
    void logSoftmaxBackward(Storage p, Storage g, double beta, Storage gx) {
        INDArray shares = p.array().mulColumnVector(g.array().sum(true, 1));
        put(g.array().sub(shares), beta, gx);
    }

    @Override
    void columns(Storage x, int fromColumn, Storage y, int toColumn, int width, boolean add) {
        for (int c = 0; c < width; c++) {
            INDArray to = y.array().getColumn(toColumn + c, true);
            INDArray from = x.array().getColumn(fromColumn + c, true);
            to.assign(add ? to.add(from) : from);
        }
    }

    @Override
    void rows(Storage x, int fromRow, Storage y, int toRow, int n, boolean add) {
        INDArray from = x.array().get(NDArrayIndex.interval(fromRow, fromRow + n), NDArrayIndex.all());
        INDArray to = y.array().get(NDArrayIndex.interval(toRow, toRow + n), NDArrayIndex.all());
        to.assign(add ? to.add(from) : from);
    }

    @Override
    GruKernels gru() {
        return gru;
    }

    @Override
    GroupKernels groups() {
        return groups;
    }

    private record Slots(INDArray[] arrays) implements Memory {}

    @Override
    Memory memory(Rule rule, int n) {
        INDArray[] slots = new INDArray[rule.slots()];
        for (int i = 0; i < slots.length; i++) {
            slots[i] = Nd4j.zeros(type, 1, n);
        }
        return new Slots(slots);
    }

    @Override
    void update(Rule rule, Storage weights, Storage gradient, Memory memory, double rate, long t) {
        rule.plain(weights.array(), gradient.array(), ((Slots) memory).arrays(), rate, t);
    }

    /** y = x + beta y, where beta is 0 or 1 unless a sum is weighted. */
    private static void put(INDArray x, double beta, Storage y) {
        y.array().assign(beta == 0 ? x : x.add(y.array().mul(beta)));
    }
}
