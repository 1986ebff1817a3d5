package marl.nn;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The elementary operations on matrices in row order: what {@link Tape}, {@link Optimiser} and all else in this room
 * are written with. Callers have checked the shapes. A factor {@code beta} says what becomes of the old result: 0
 * overwrites it (whatever it held), 1 adds to it.
 */
abstract sealed class Kernels permits PlainDouble, FusedFloat {
    final DataType type;

    Kernels(DataType type) {
        this.type = type;
    }

    /** The memory of an INDArray of this type, in row order and without gaps. */
    abstract Storage wrap(INDArray array);

    final Storage create(int rows, int columns) {
        return wrap(Nd4j.zeros(type, rows, columns));
    }

    /** A matrix for a result, with whatever is in it. */
    abstract Storage allocate(int rows, int columns);

    /** Gives the memory of all rooms back, now or when the collector finds it; none may be used any more. */
    abstract void release();

    /** A rows x columns window on a one-row matrix, from this offset on. */
    final Storage view(Storage flat, int offset, int rows, int columns) {
        long[] shape = {rows, columns};
        long[] stride = {columns, 1};
        return wrap(Nd4j.create(flat.array().data(), shape, stride, offset, 'c'));
    }

    /** Whether {@link #wrap} would do, or a copy is needed. */
    final boolean wraps(INDArray a) {
        return a.dataType() == type
                && a.rank() == 2
                && a.ordering() == 'c'
                && a.stride(1) == 1
                && a.stride(0) == a.size(1)
                && a.data().dataType() == type;
    }

    abstract void write(double[] from, Storage to);

    abstract void write(float[] from, Storage to);

    abstract void read(Storage from, double[] to);

    abstract void fill(Storage y, double value);

    /** y = alpha x + beta y. */
    abstract void add(double alpha, Storage x, double beta, Storage y);

    /** y = x + beta y in row order, whatever the shapes. */
    abstract void addInOrder(Storage x, double beta, Storage y);

    /** y = alpha x + beta y, where x is a single number that goes everywhere. */
    abstract void addNumber(double alpha, Storage x, double beta, Storage y);

    /** y = op(a) op(b) + beta y, where op transposes if asked. */
    abstract void matmul(boolean transposeA, Storage a, boolean transposeB, Storage b, double beta, Storage y);

    /** y = x W' + b, the bias added to every row. */
    abstract void affine(Storage x, Storage weight, Storage bias, Storage y);

    /** y = f(x W' + b), for an f whose slope is known from its result. */
    abstract void affineActivated(Elementwise f, Storage x, Storage weight, Storage bias, Storage y);

    /** y += the sum of the rows of x; y has one row. */
    abstract void addColumnSums(Storage x, Storage y);

    /**
     * y[r] = q[r] f(W[r]) + beta y[r], a row vector times a matrix for each row; W[r] is row r of w, read as q.columns x
     * y.columns. The slope of f is read from its argument.
     */
    abstract void batchedMatmul(Elementwise f, Storage q, Storage w, double beta, Storage y);

    /** Back through {@link #batchedMatmul}, to the vectors: gq[r] = f(W[r]) g[r] + beta gq[r]. */
    abstract void batchedMatmulVectorsBackward(Elementwise f, Storage w, Storage g, double beta, Storage gq);

    /** Back through {@link #batchedMatmul}, to the matrices: gW[r] = q[r]' g[r] f'(W[r]) + beta gW[r]. */
    abstract void batchedMatmulMatricesBackward(
            Elementwise f, Storage q, Storage w, Storage g, double beta, Storage gw);

    /** y = f(x), number by number; y may be x. */
    abstract void apply(Elementwise f, Storage x, Storage y);

    /** gx = g f'(x) + beta gx; the slope is read from y or from x, as f says. */
    abstract void backward(Elementwise f, Storage x, Storage y, Storage g, double beta, Storage gx);

    /** y = f(a, b), number by number. */
    abstract void apply(Pairwise f, Storage a, Storage b, Storage y);

    /** ga = g df/da + beta ga; for gb the caller swaps a and b, since every Pairwise is symmetric. */
    abstract void backward(Pairwise f, Storage a, Storage b, Storage g, double beta, Storage ga);

    /** The sum of all numbers. */
    abstract double sum(Storage x);

    /** The sum of all squares. */
    abstract double sumOfSquares(Storage x);

    /** y[r] = sum of row r. */
    abstract void rowSums(Storage x, Storage y);

    /** y[r][c] = x[r] + beta y[r][c]. */
    abstract void broadcast(Storage x, double beta, Storage y);

    /** chosen[r] = the first column in which row r is largest. */
    abstract void argmax(Storage x, int[] chosen);

    /** y[r][column] = x[r][chosen[r]]. */
    abstract void gather(Storage x, int[] chosen, Storage y, int column);

    /** gx[r][chosen[r]] += g[r][column]. */
    abstract void scatter(Storage g, int column, int[] chosen, Storage gx);

    /** y = x - log(sum of exp(x)) for each row, and p = exp(y). */
    abstract void logSoftmax(Storage x, Storage y, Storage p);

    /** gx = g - p (sum of g) + beta gx for each row. */
    abstract void logSoftmaxBackward(Storage p, Storage g, double beta, Storage gx);

    /** y[r][toColumn + c] = x[r][fromColumn + c] for c below width; added to y instead if asked. */
    abstract void columns(Storage x, int fromColumn, Storage y, int toColumn, int width, boolean add);

    /** y[toRow + r] = x[fromRow + r] for r below n, equal columns; added to y instead if asked. */
    abstract void rows(Storage x, int fromRow, Storage y, int toRow, int n, boolean add);

    /** The gated recurrent unit. */
    abstract GruKernels gru();

    /** What rows do among each other in groups. */
    abstract GroupKernels groups();

    /** Room for what an update rule remembers of n weights, all zero. */
    abstract Memory memory(Rule rule, int n);

    /** One step of the rule, number t counted from 1. */
    abstract void update(Rule rule, Storage weights, Storage gradient, Memory memory, double rate, long t);

    /** What an update rule remembers of each weight. */
    interface Memory {}
}
