package marl.nn;

import java.util.List;
import marl.random.Rng;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A gated recurrent unit (Cho et al. 2014, eq. 5 to 8), the memory of agents that see a part of the state. For inputs x and a
 * hidden state h, with s the sigmoid:
 *
 * <pre>
 * r  = s(W_ir x + b_ir + W_hr h + b_hr)          reset
 * z  = s(W_iz x + b_iz + W_hz h + b_hz)          update
 * n  = tanh(W_in x + b_in + r * (W_hn h + b_hn)) new
 * h' = (1 - z) * n + z * h
 * </pre>
 *
 * <p>This is PyTorch's convention. Two things differ from the paper: reset is applied after the product with h, and a z of 1
 * keeps the old state as in the paper but not as in Chung et al. 2014. Weights are {@code weight_ih} [3H, inputs], {@code
 * weight_hh} [3H, H], {@code bias_ih} and {@code bias_hh} [1, 3H], rows in the order reset, update, new, drawn in this order
 * uniform in (-1/sqrt(H), 1/sqrt(H)), as PyTorch does. Awkward: {@link #advance} uses memory of the unit's own, so a unit
 * serves one thread; give each thread a {@link #copy()}.
 */
public final class Gru implements Trainable {
    private final int inputs;
    private final int hidden;
    private final Parameters parameters;
    private final Storage x;
    private final Storage next;
    private final GruKernels.Pass single;

    private Gru(Precision precision, int inputs, int hidden) {
        if (inputs < 1 || hidden < 1) {
            throw new IllegalArgumentException(
                    "A recurrent unit needs at least one input and one hidden number, but got " + inputs + " and "
                            + hidden + ".");
        }
        this.inputs = inputs;
        this.hidden = hidden;
        parameters = new Parameters(
                precision,
                List.of(
                        new Parameters.Shape("weight_ih", 3 * hidden, inputs),
                        new Parameters.Shape("weight_hh", 3 * hidden, hidden),
                        new Parameters.Shape("bias_ih", 1, 3 * hidden),
                        new Parameters.Shape("bias_hh", 1, 3 * hidden)));
        Kernels k = parameters.kernels;
        x = k.create(1, inputs);
        next = k.create(1, hidden);
        single = new GruKernels.Pass(
                1,
                new int[0],
                storage(1),
                storage(2),
                storage(3),
                k.create(1, hidden),
                k.create(1, 3 * hidden),
                k.create(1, 3 * hidden),
                next);
    }

    private Storage storage(int parameter) {
        return parameters.get(parameter).storage();
    }

    /**
     * A unit with weights drawn as PyTorch draws them; both precisions start from the same numbers.
     *
     * @throws IllegalArgumentException unless both sizes are positive
     */
    public static Gru of(Precision precision, Rng rng, int inputs, int hidden) {
        Gru unit = new Gru(precision, inputs, hidden);
        double bound = 1 / Math.sqrt(hidden);
        double[] all = new double[unit.parameters.size()];
        for (int i = 0; i < all.length; i++) {
            all[i] = rng.uniform(-bound, bound);
        }
        unit.parameters.kernels.write(all, unit.parameters.values);
        return unit;
    }

    /** The same unit with weights of its own: a target network, or one for another thread. */
    public Gru copy() {
        Gru twin = new Gru(precision(), inputs, hidden);
        twin.copyFrom(this);
        return twin;
    }

    /** How many numbers come in at each step. */
    public int inputs() {
        return inputs;
    }

    /** How many numbers the hidden state has, which is also what comes out. */
    public int hidden() {
        return hidden;
    }

    /** What the weights are kept in. */
    public Precision precision() {
        return parameters.precision();
    }

    @Override
    public List<Parameters> parameters() {
        return List.of(parameters);
    }

    /** The weights of the inputs, [3H, inputs], rows reset, update, new: a live view. */
    public INDArray inputWeight() {
        return parameters.get(0).value();
    }

    /** The weights of the hidden state, [3H, H], rows reset, update, new: a live view. */
    public INDArray hiddenWeight() {
        return parameters.get(1).value();
    }

    /** The bias of the inputs, [1, 3H]: a live view. */
    public INDArray inputBias() {
        return parameters.get(2).value();
    }

    /** The bias of the hidden state, [1, 3H]: a live view. */
    public INDArray hiddenBias() {
        return parameters.get(3).value();
    }

    /** A hidden state of zeros, [H]: nothing remembered. */
    public double[] zero() {
        return new double[hidden];
    }

    /**
     * Hidden states of zeros on this tape, [batch, H].
     *
     * @throws IllegalArgumentException if the batch is empty
     */
    public Tensor zero(Tape tape, int batch) {
        if (batch < 1) {
            throw new IllegalArgumentException("A batch has at least one sequence, but got " + batch + ".");
        }
        Storage zeros = tape.temporary(batch, hidden);
        tape.kernels.fill(zeros, 0);
        return tape.constant(zeros);
    }

    /**
     * One step: the next hidden state of each row, [batch, H].
     *
     * @param x [batch, inputs]
     * @param state the hidden state, [batch, H]
     * @throws IllegalArgumentException for other shapes, a hidden state of another batch size for example
     */
    public Tensor step(Tensor x, Tensor state) {
        return unroll(x, state, 1);
    }

    /**
     * All steps of sequences of equal length: the hidden state after each, [steps * batch, H], time slowest. Backpropagation
     * goes through all of them (Werbos 1990).
     *
     * @param x [steps * batch, inputs], time slowest: first the first step of all sequences
     * @param start the hidden state before the first step, [batch, H]
     * @throws IllegalArgumentException for other shapes, no step, or steps that do not divide the rows
     */
    public Tensor unroll(Tensor x, Tensor start, int steps) {
        return Recurrence.unroll(weights(x.tape, true), x, start, steps);
    }

    /**
     * All steps of sequences of different lengths. Sequence i has lengths[i] steps; what stands in x behind them is padding,
     * which may be any finite numbers. A sequence that is over keeps its hidden state, so the last batch rows of the result
     * are the final states of all. Padding gets no gradient and moves no weight; what comes back to a result behind the end
     * goes on to the last state before it.
     *
     * @param x [steps * batch, inputs], time slowest, with batch = lengths.length
     * @param start the hidden state before the first step, [batch, H]
     * @throws IllegalArgumentException for other shapes, or a length that is not in 1, ..., steps
     */
    public Tensor unroll(Tensor x, Tensor start, int[] lengths) {
        return Recurrence.unroll(weights(x.tape, true), x, start, lengths);
    }

    private Recurrence.Weights weights(Tape tape, boolean learning) {
        return new Recurrence.Weights(
                tape.parameter(parameters.get(0), learning),
                tape.parameter(parameters.get(1), learning),
                tape.parameter(parameters.get(2), learning),
                tape.parameter(parameters.get(3), learning));
    }

    /**
     * One step of one agent that acts: overwrites its hidden state with the next one, recording nothing and making no
     * garbage.
     *
     * @param x the inputs, [inputs]
     * @param state the hidden state, [H], overwritten
     * @throws IllegalArgumentException if a length is wrong or an input is NaN
     */
    public void advance(double[] x, double[] state) {
        if (x.length != inputs || state.length != hidden) {
            throw new IllegalArgumentException("This unit takes " + inputs + " inputs and a hidden state of " + hidden
                    + ", but got " + x.length + " and " + state.length + ".");
        }
        for (double number : x) {
            if (Double.isNaN(number)) {
                throw new IllegalArgumentException("An input holds NaN; look for a division by zero upstream.");
            }
        }
        Kernels k = parameters.kernels;
        k.write(x, this.x);
        k.write(state, single.start());
        k.matmul(false, this.x, true, storage(0), 0, single.gates());
        k.gru().forward(single);
        k.read(next, state);
    }

    @Override
    public String toString() {
        return "Gru " + inputs + "-" + hidden + " " + precision();
    }
}
