package marl.nn;

/** A gated recurrent unit over all steps as one operation of the tape: what {@link Gru} computes and how gradients go back. */
final class Recurrence {
    private static final int[] ALL = {};

    private Recurrence() {}

    /** The weights, each as a tensor: [3H, inputs], [3H, H], [1, 3H] and [1, 3H]. */
    record Weights(Tensor in, Tensor hidden, Tensor biasIn, Tensor biasHidden) {
        boolean learning() {
            return in.requiresGradient;
        }
    }

    /** All sequences have this many steps. */
    static Tensor unroll(Weights w, Tensor x, Tensor start, int steps) {
        Algebra.together(x, start);
        Algebra.together(x, w.in);
        if (steps < 1 || x.rows() % steps != 0) {
            throw new IllegalArgumentException(
                    "To unroll over " + steps + " steps, give [steps * batch, inputs] with at"
                            + " least one step; these " + x.rows() + " rows do not divide by it.");
        }
        return unroll(w, x, start, steps, ALL);
    }

    /** Sequence i has lengths[i] steps, the longest at most as many as there are rows for. */
    static Tensor unroll(Weights w, Tensor x, Tensor start, int[] lengths) {
        Algebra.together(x, start);
        Algebra.together(x, w.in);
        int batch = lengths.length;
        if (batch == 0 || x.rows() % batch != 0) {
            throw new IllegalArgumentException("There are lengths of " + batch + " sequences, but the " + x.rows()
                    + " rows are no whole number of steps of these; give one length for each sequence.");
        }
        int steps = x.rows() / batch;
        for (int length : lengths) {
            if (length < 1 || length > steps) {
                throw new IllegalArgumentException("A sequence has 1 to " + steps + " steps here, but one has " + length
                        + "; leave out what is empty.");
            }
        }
        int[] own = x.tape.choices(batch);
        System.arraycopy(lengths, 0, own, 0, batch);
        return unroll(w, x, start, steps, own);
    }

    private static Tensor unroll(Weights w, Tensor x, Tensor start, int steps, int[] lengths) {
        int batch = x.rows() / steps;
        int hidden = w.hidden.columns();
        if (x.columns() != w.in.columns()) {
            throw new IllegalArgumentException("This unit takes " + w.in.columns()
                    + " inputs, but the rows of this batch have " + x.columns() + ".");
        }
        if (start.rows() != batch || start.columns() != hidden) {
            throw new IllegalArgumentException("The hidden state must be [" + batch + ", " + hidden
                    + "], a row for each of the " + batch + " sequences, but it is " + start.value.shape() + ".");
        }
        Kernels k = x.tape.kernels;
        Tensor y = x.tape.result(x.rows(), hidden, x.requiresGradient || start.requiresGradient || w.learning());
        GruKernels.Pass pass = new GruKernels.Pass(
                steps,
                lengths,
                w.hidden.value,
                w.biasIn.value,
                w.biasHidden.value,
                start.value,
                x.tape.temporary(x.rows(), 3 * hidden),
                x.tape.temporary(x.rows(), 3 * hidden),
                y.value);
        k.matmul(false, x.value, true, w.in.value, 0, pass.gates());
        k.gru().forward(pass);
        if (y.requiresGradient) {
            y.backward = g -> backward(w, x, start, pass, g);
        }
        return y;
    }

    private static void backward(Weights w, Tensor x, Tensor start, GruKernels.Pass pass, Storage g) {
        Kernels k = x.tape.kernels;
        Storage carried = x.tape.temporary(start.rows(), start.columns());
        k.gru().backward(pass, g, start.requiresGradient, carried);
        if (w.learning()) {
            k.gru().weightBackward(pass, w.hidden.beta(), w.hidden.gradientBuffer());
            k.matmul(true, pass.gates(), false, x.value, w.in.beta(), w.in.gradientBuffer());
            k.addColumnSums(pass.gates(), w.biasIn.zeroedGradientBuffer());
            k.addColumnSums(pass.recurrent(), w.biasHidden.zeroedGradientBuffer());
        }
        if (x.requiresGradient) {
            k.matmul(false, pass.gates(), false, w.in.value, x.beta(), x.gradientBuffer());
        }
        if (start.requiresGradient) {
            k.add(1, carried, start.beta(), start.gradientBuffer());
        }
    }
}
