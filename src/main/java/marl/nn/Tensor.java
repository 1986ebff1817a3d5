package marl.nn;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A matrix in a computation that a {@link Tape} records; rows are samples. A number for each sample is a matrix of one
 * column and a single number is [1, 1], so nothing is ever stretched to fit: shapes must agree, or an
 * IllegalArgumentException says which do not. The methods make new tensors and leave their arguments alone.
 */
public final class Tensor extends Node {
    Tensor(Tape tape, int step, Storage value, boolean requiresGradient) {
        super(tape, step, value, requiresGradient);
    }

    /** How many rows it has: the size of the batch. */
    public int rows() {
        return value.rows;
    }

    /** How many columns it has. */
    public int columns() {
        return value.columns;
    }

    /** The numbers, [rows, columns], in a new array. */
    public INDArray value() {
        tape.check(this);
        return value.array().dup('c');
    }

    /**
     * The only number of a [1, 1] tensor.
     *
     * @throws IllegalStateException if there are more
     */
    public double item() {
        if (value.size() != 1) {
            throw new IllegalStateException("A call of item() reads a single number, but this tensor is "
                    + value.shape() + "; take mean() or sum() first, or look at value().");
        }
        return numbers()[0];
    }

    /**
     * The gradient that came back to this tensor, in a new array; zeros if it had no influence. Only tensors that
     * parameters or {@link #watch()} lead to have one. Call it after {@link #backward()}.
     */
    public INDArray gradient() {
        tape.check(this);
        return hasGradient ? gradient.array().dup('c') : value.array().mul(0);
    }

    /** The same numbers with no way back: a target, a baseline, an advantage. */
    public Tensor detach() {
        tape.check(this);
        return tape.constant(value);
    }

    /** The same numbers as a start of the way back, so that {@link #gradient()} can be asked for data too. */
    public Tensor watch() {
        tape.check(this);
        return tape.start(value);
    }

    /**
     * Walks back through all that led to this [1, 1] tensor and adds the gradients to those of the parameters.
     *
     * @throws IllegalStateException if it is not a single number, depends on no parameter, or the walk was done in this step
     */
    public void backward() {
        tape.check(this);
        if (value.size() != 1) {
            throw new IllegalStateException("A call of backward() starts at a single number, but this tensor is "
                    + value.shape() + "; take its mean().");
        }
        if (!requiresGradient) {
            throw new IllegalStateException(
                    "This loss depends on no parameter, so there is nothing to learn; look for a detach() too many.");
        }
        tape.backward(this);
    }

    /** this + other, same shapes. */
    public Tensor plus(Tensor other) {
        return Algebra.sum(this, other, 1);
    }

    /** this + data, same shapes. */
    public Tensor plus(INDArray data) {
        return plus(tape.input(data));
    }

    /** this + number, everywhere. */
    public Tensor plus(double number) {
        return Algebra.shift(this, number);
    }

    /** this - other, same shapes. */
    public Tensor minus(Tensor other) {
        return Algebra.sum(this, other, -1);
    }

    /** this - data, same shapes. */
    public Tensor minus(INDArray data) {
        return minus(tape.input(data));
    }

    /** this times other, number by number, same shapes. */
    public Tensor times(Tensor other) {
        return Algebra.pairwise(Pairwise.TIMES, this, other);
    }

    /** this times data, number by number, same shapes. */
    public Tensor times(INDArray data) {
        return times(tape.input(data));
    }

    /** this times the number, everywhere. */
    public Tensor times(double number) {
        return Algebra.scale(this, number);
    }

    /** The smaller of both, number by number; ties share the gradient. */
    public Tensor minimum(Tensor other) {
        return Algebra.pairwise(Pairwise.MINIMUM, this, other);
    }

    /** The larger of both, number by number; ties share the gradient. */
    public Tensor maximum(Tensor other) {
        return Algebra.pairwise(Pairwise.MAXIMUM, this, other);
    }

    /** max(x, 0); the slope at 0 is 0. */
    public Tensor relu() {
        return Algebra.elementwise(Functions.RELU, this);
    }

    /** tanh(x). */
    public Tensor tanh() {
        return Algebra.elementwise(Functions.TANH, this);
    }

    /** x above 0, exp(x) - 1 below (Clevert et al. 2016, eq. 2 with alpha = 1). */
    public Tensor elu() {
        return Algebra.elementwise(Functions.ELU, this);
    }

    /** 1 / (1 + exp(-x)). */
    public Tensor sigmoid() {
        return Algebra.elementwise(Functions.SIGMOID, this);
    }

    /** |x|; the slope at 0 is 0. */
    public Tensor abs() {
        return Algebra.elementwise(Functions.ABS, this);
    }

    /** exp(x). */
    public Tensor exp() {
        return Algebra.elementwise(Functions.EXP, this);
    }

    /** The natural logarithm; NaN below 0. */
    public Tensor log() {
        return Algebra.elementwise(Functions.LOG, this);
    }

    /** x squared. */
    public Tensor square() {
        return Algebra.elementwise(Functions.SQUARE, this);
    }

    /**
     * The nearest number in [low, high].
     *
     * @throws IllegalArgumentException unless low &lt;= high
     */
    public Tensor clip(double low, double high) {
        return Algebra.elementwise(Bounded.clip(low, high), this);
    }

    /**
     * x^2/2 up to |x| = delta, delta (|x| - delta/2) beyond (Huber 1964).
     *
     * @throws IllegalArgumentException unless delta is positive
     */
    public Tensor huber(double delta) {
        return Algebra.elementwise(Bounded.huber(delta), this);
    }

    /** x W' + b, for W of shape [out, columns] and b of shape [1, out]: a linear layer, [rows, out]. */
    public Tensor affine(Tensor weight, Tensor bias) {
        return Linear.affine(this, weight, bias);
    }

    /** The matrix product, [rows, n] for an other of shape [columns, n]. */
    public Tensor matmul(Tensor other) {
        return Linear.matmul(this, other);
    }

    /**
     * A row vector times a matrix for each row: [rows, m] for matrices of shape [rows, columns * m], each of whose rows
     * holds a [columns, m] matrix. QMIX mixes with it (Rashid et al. 2018, fig. 2c).
     */
    public Tensor batchedMatmul(Tensor matrices) {
        return Linear.batchedMatmul(this, matrices);
    }

    /**
     * A layer of a monotonic mixer (Rashid et al. 2018, section 4.1): {@link #batchedMatmul} with the absolute values of the
     * matrices, plus offsets of shape [rows, m]: {@code batchedMatmul(matrices.abs()).plus(offsets)} in one go.
     */
    public Tensor mixed(Tensor matrices, Tensor offsets) {
        return Linear.mixed(this, matrices, offsets);
    }

    /** The number in column chosen[r] of each row r, [rows, 1]; errors as for several tensors. */
    public Tensor gather(int[] chosen) {
        return gather(new Tensor[] {this}, new int[][] {chosen});
    }

    /**
     * The same for several tensors with equal numbers of rows: column i holds what tables[i] has in the columns
     * chosen[i], [rows, tables.length].
     *
     * @throws IllegalArgumentException for other shapes, or a column that is not there
     */
    public static Tensor gather(Tensor[] tables, int[][] chosen) {
        return Layout.gather(tables, chosen);
    }

    /**
     * The column of the largest number of each row, the first of ties. The array belongs to the tape, whose next step uses
     * it again.
     */
    public int[] argmax() {
        return Layout.argmax(this);
    }

    /** The largest number of each row, [rows, 1]; of ties the first gets the gradient. */
    public Tensor max() {
        return Layout.max(this);
    }

    /** The logarithm of the softmax of each row, [rows, columns]. */
    public Tensor logSoftmax() {
        return Layout.logSoftmax(this);
    }

    /** The softmax of each row: positive numbers that sum to 1. */
    public Tensor softmax() {
        return logSoftmax().exp();
    }

    /** The columns from, ..., to - 1. */
    public Tensor slice(int from, int to) {
        return Layout.slice(this, from, to);
    }

    /** These columns, then the other's: [rows, columns + other.columns]. */
    public Tensor concat(Tensor other) {
        return Layout.concat(this, other);
    }

    /** The same with the other's columns in place of its own, from column {@code from} on. */
    public Tensor withColumns(int from, Tensor other) {
        return Layout.withColumns(this, from, other);
    }

    /**
     * The same numbers in row order in another shape of the same size, for example [batch, agents] from [batch *
     * agents, 1].
     */
    public Tensor reshape(int rows, int columns) {
        return Layout.reshape(this, rows, columns);
    }

    /** A single column copied n times: [rows, n]. */
    public Tensor broadcast(int n) {
        return Layout.broadcast(this, n);
    }

    /** The sum of each row, [rows, 1]. */
    public Tensor rowSums() {
        return Layout.rowSums(this);
    }

    /** The sum of all numbers, [1, 1]. */
    public Tensor sum() {
        return Layout.sum(this, 1);
    }

    /** The mean of all numbers, [1, 1]. */
    public Tensor mean() {
        return Layout.sum(this, 1.0 / value.size());
    }
}
