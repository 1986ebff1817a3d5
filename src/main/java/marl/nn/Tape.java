package marl.nn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Records what is computed, so that {@link Tensor#backward()} can walk back through it: reverse-mode differentiation,
 * define-by-run (Griewank &amp; Walther 2008, chapter 3).
 *
 * <p>A tape works in steps. {@link #restart()} ends one: its memory is used again for the next, so that training makes
 * next to no garbage. {@link Optimiser#minimise} does all this. Awkward: a {@link Tensor} of an earlier step is gone,
 * and using it throws; keep {@link Tensor#value()}, which is a copy. A tape serves one thread.
 */
public final class Tape {
    /** The step of tensors that are valid in all steps. */
    static final int ALWAYS = -1;

    private static final int REMEMBERED = 32;

    final Kernels kernels;
    private final Precision precision;
    private final Pool pool;
    private final List<Tensor> order = new ArrayList<>();
    private final Storage[] known = new Storage[REMEMBERED];
    private int nextKnown;
    private boolean recording = true;
    private int step;
    private boolean ranBackward;

    private Tape(Precision precision) {
        this.precision = precision;
        kernels = precision.kernels();
        pool = new Pool(kernels);
    }

    /**
     * An empty tape of this precision.
     *
     * @throws IllegalStateException for SINGLE where OpenBLAS cannot be called
     */
    public static Tape of(Precision precision) {
        return new Tape(precision);
    }

    /** What this tape computes in. */
    public Precision precision() {
        return precision;
    }

    /** Starts the next step; all tensors so far become invalid, and their memory is used again. Returns this tape. */
    public Tape restart() {
        order.clear();
        pool.takeBackAll();
        step++;
        ranBackward = false;
        return this;
    }

    /**
     * Ends the step and gives the memory of its results back. Without it that happens when the collector comes by, which may
     * be late: it does not see how much lies outside the heap. The tape can be used again.
     */
    public void release() {
        restart();
        pool.release();
    }

    /**
     * Data, of shape [rows, columns], one row for each sample; a vector of n numbers becomes [n, 1]. No gradient flows
     * into it. Arrays of this tape's type in row order are used as they are, so do not write to them before {@link
     * Tensor#backward()}; others are copied.
     *
     * @throws IllegalArgumentException for more than two dimensions
     */
    public Tensor input(INDArray array) {
        for (int i = 0; i < REMEMBERED; i++) {
            Storage s = known[i];
            if (s != null && s.array() == array) {
                return constant(s);
            }
        }
        INDArray matrix = array.rank() == 1 ? array.reshape(array.length(), 1) : array;
        if (matrix.rank() != 2 || matrix.isEmpty()) {
            throw new IllegalArgumentException(
                    "A tape takes non-empty matrices [rows, columns], but this array has the shape "
                            + Arrays.toString(array.shape()) + "; reshape it.");
        }
        if (matrix != array || !kernels.wraps(array)) {
            return constant(kernels.wrap(
                    Nd4j.createUninitialized(kernels.type, matrix.shape(), 'c').assign(matrix)));
        }
        Storage s = kernels.wrap(array);
        known[nextKnown] = s;
        nextKnown = (nextKnown + 1) % REMEMBERED;
        return constant(s);
    }

    /**
     * Data as rows of numbers, [rows.length, rows[0].length]; copied.
     *
     * @throws IllegalArgumentException if there is no number or the rows differ in length
     */
    public Tensor input(double[][] rows) {
        if (rows.length == 0 || rows[0].length == 0) {
            throw new IllegalArgumentException("A tape takes non-empty matrices; give at least one row of one number.");
        }
        int columns = rows[0].length;
        double[] flat = new double[rows.length * columns];
        for (int r = 0; r < rows.length; r++) {
            if (rows[r].length != columns) {
                throw new IllegalArgumentException("The rows of a matrix have one length, but row 0 has " + columns
                        + " numbers and row " + r + " has " + rows[r].length + ".");
            }
            System.arraycopy(rows[r], 0, flat, r * columns, columns);
        }
        return input(flat, rows.length, columns);
    }

    /** Data as one number for each row, [numbers.length, 1]; copied. */
    public Tensor column(double... numbers) {
        if (numbers.length == 0) {
            throw new IllegalArgumentException("A column needs at least one number.");
        }
        return input(numbers, numbers.length, 1);
    }

    /**
     * Data in row order, [rows, columns]; copied.
     *
     * @throws IllegalArgumentException unless there are rows * columns numbers, at least one
     */
    public Tensor input(double[] flat, int rows, int columns) {
        if (rows < 1 || columns < 1 || (long) rows * columns != flat.length) {
            throw new IllegalArgumentException("A matrix [" + rows + ", " + columns + "] cannot be made of "
                    + flat.length + " numbers; give rows * columns of them, at least one.");
        }
        Storage s = pool.take(rows, columns);
        kernels.write(flat, s);
        return constant(s);
    }

    /**
     * A part of a step that no gradient flows through, a target for example: parameters and results are constants in it.
     * It costs less than {@link Tensor#detach()} behind it. Returns what the part returns.
     */
    public Tensor unrecorded(Supplier<Tensor> part) {
        boolean before = recording;
        recording = false;
        try {
            return part.get();
        } finally {
            recording = before;
        }
    }

    /**
     * A parameter of a network, as a tensor that gradients flow into; within {@link #unrecorded} a constant. It is valid
     * in all steps.
     *
     * @throws IllegalArgumentException if precisions differ
     */
    public Tensor parameter(Parameter parameter) {
        return parameter(parameter, true);
    }

    /** The same, or a constant. */
    Tensor parameter(Parameter parameter, boolean learning) {
        if (parameter.storage().array().dataType() != kernels.type) {
            throw new IllegalArgumentException("Parameter " + parameter.name() + " is "
                    + parameter.storage().array().dataType() + " but the tape is " + kernels.type
                    + "; make both with the same Precision.");
        }
        return parameter.on(this, recording && learning);
    }

    Tensor constant(Storage s) {
        return new Tensor(this, step, s, false);
    }

    /** A result to be filled in; it is part of the way back if one of its arguments is. */
    Tensor result(int rows, int columns, boolean requiresGradient) {
        Tensor t = new Tensor(this, step, pool.take(rows, columns), requiresGradient && recording);
        return t.requiresGradient ? add(t) : t;
    }

    /** These numbers as a start of the way back. */
    Tensor start(Storage s) {
        return add(new Tensor(this, step, s, true));
    }

    private Tensor add(Tensor t) {
        order.add(t);
        return t;
    }

    Storage temporary(int rows, int columns) {
        return pool.take(rows, columns);
    }

    int[] choices(int n) {
        return pool.choices(n);
    }

    void check(Tensor t) {
        if (t.step != step && t.step != ALWAYS) {
            throw new IllegalStateException(
                    "This tensor belongs to an earlier step of the tape, whose memory is used again;"
                            + " compute it anew, or keep its value(), which is a copy.");
        }
    }

    void backward(Tensor loss) {
        if (ranBackward) {
            throw new IllegalStateException(
                    "A call of backward() ran already in this step; add the losses up first, or call restart() on the tape.");
        }
        ranBackward = true;
        kernels.fill(loss.gradientBuffer(), 1);
        for (int i = order.size() - 1; i >= 0; i--) {
            Tensor t = order.get(i);
            if (t.hasGradient && t.backward != null) {
                t.backward.from(t.gradient);
            }
        }
    }
}
