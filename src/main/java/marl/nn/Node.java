package marl.nn;

import java.util.Optional;

/** What a {@link Tape} needs to know of a tensor: its numbers, and what flows back to it. */
abstract sealed class Node permits Tensor {
    /** The backward pass of one operation: hands the gradient of its result on to its arguments. */
    interface Backward {
        void from(Storage gradient);
    }

    final Tape tape;
    final int step;
    final Storage value;
    final boolean requiresGradient;
    boolean hasGradient;
    Storage gradient;
    Backward backward;
    /** exp of the numbers, where the operation that made them came by it. */
    Optional<Storage> exponential = Optional.empty();

    Node(Tape tape, int step, Storage value, boolean requiresGradient) {
        this.tape = tape;
        this.step = step;
        this.value = value;
        this.requiresGradient = requiresGradient;
    }

    /** The numbers in row order, in a new array: quicker than {@link Tensor#value()} where no INDArray is needed. */
    public final double[] numbers() {
        tape.check((Tensor) this);
        double[] numbers = new double[value.size()];
        tape.kernels.read(value, numbers);
        return numbers;
    }

    /**
     * The numbers in row order, written to this array.
     *
     * @throws IllegalArgumentException unless it has room for rows * columns of them
     */
    public final void numbers(double[] out) {
        tape.check((Tensor) this);
        if (out.length < value.size()) {
            throw new IllegalArgumentException(
                    "A tensor " + value.shape() + " does not fit into an array of " + out.length + ".");
        }
        tape.kernels.read(value, out);
    }

    /** The rows from, ..., to - 1: a part of the steps where rows are [steps * batch, ...]. */
    public final Tensor rows(int from, int to) {
        return Layout.rows((Tensor) this, from, to);
    }

    /** Where gradients of this tensor go; {@link #beta} must be asked first. */
    Storage gradientBuffer() {
        if (gradient == null) {
            gradient = tape.temporary(value.rows, value.columns);
        }
        hasGradient = true;
        return gradient;
    }

    /** 0 if nothing has come back to this tensor yet, so what its gradient holds is left over; else 1. */
    double beta() {
        return hasGradient ? 1 : 0;
    }

    /** The buffer with the old gradient in it, or zeros; for kernels that only add. */
    Storage zeroedGradientBuffer() {
        boolean fresh = !hasGradient;
        Storage to = gradientBuffer();
        if (fresh) {
            tape.kernels.fill(to, 0);
        }
        return to;
    }
}
