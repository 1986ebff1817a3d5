package marl.nn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import marl.random.Rng;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A multi-layer perceptron: linear layers with an activation after each but the last. Two sizes make a single linear
 * layer.
 *
 * <p>Weights are {@code [out, in]} as in PyTorch's Linear, a layer being x W' + b, and so is their start: every weight
 * and bias uniform in (-1/sqrt(in), 1/sqrt(in)), drawn layer by layer, weights in row order before biases. Parameters
 * are named {@code 0.weight, 0.bias, 1.weight, ...} by layer. Awkward: {@link #values} uses memory of the network's
 * own, so a network serves one thread; give each thread a {@link #copy()}.
 */
public final class Mlp implements Trainable {
    private final String prefix;
    private final Activation activation;
    private final int[] sizes;
    private final Parameters parameters;
    private final Storage[] single;

    private Mlp(String prefix, Activation activation, Precision precision, int[] sizes) {
        this.prefix = prefix;
        this.activation = activation;
        this.sizes = sizes.clone();
        if (sizes.length < 2 || Arrays.stream(sizes).anyMatch(n -> n < 1)) {
            throw new IllegalArgumentException(
                    "A network needs at least an input and an output size, all of them positive,"
                            + " for example 18, 128, 5; but got " + Arrays.toString(sizes) + ".");
        }
        List<Parameters.Shape> shapes = new ArrayList<>();
        for (int i = 0; i + 1 < sizes.length; i++) {
            shapes.add(new Parameters.Shape(prefix + i + ".weight", sizes[i + 1], sizes[i]));
            shapes.add(new Parameters.Shape(prefix + i + ".bias", 1, sizes[i + 1]));
        }
        parameters = new Parameters(precision, shapes);
        single = new Storage[sizes.length];
        for (int i = 0; i < sizes.length; i++) {
            single[i] = parameters.kernels.create(1, sizes[i]);
        }
    }

    /** A network with ReLU in single precision. The sizes are input, hidden ..., output. */
    public static Mlp relu(Rng rng, int... sizes) {
        return of(Activation.RELU, Precision.SINGLE, rng, sizes);
    }

    /** A network with tanh in single precision. The sizes are input, hidden ..., output. */
    public static Mlp tanh(Rng rng, int... sizes) {
        return of(Activation.TANH, Precision.SINGLE, rng, sizes);
    }

    /**
     * A network with weights drawn as PyTorch draws them; both precisions start from the same numbers.
     *
     * @throws IllegalArgumentException unless there are two or more sizes, all positive
     */
    public static Mlp of(Activation activation, Precision precision, Rng rng, int... sizes) {
        return drawn(new Mlp("", activation, precision, sizes), rng);
    }

    /**
     * The same for a network that is a part of something: its parameters are called {@code name.0.weight, ...}. Networks
     * of different names do not take each other's weights, nor each other's files.
     */
    public static Mlp named(String name, Activation activation, Precision precision, Rng rng, int... sizes) {
        return drawn(new Mlp(name + ".", activation, precision, sizes), rng);
    }

    private static Mlp drawn(Mlp net, Rng rng) {
        int[] sizes = net.sizes;
        double[] all = new double[net.parameters.size()];
        int i = 0;
        for (int layer = 0; layer + 1 < sizes.length; layer++) {
            double bound = 1 / Math.sqrt(sizes[layer]);
            int end = i + (sizes[layer] + 1) * sizes[layer + 1];
            while (i < end) {
                all[i++] = rng.uniform(-bound, bound);
            }
        }
        net.parameters.kernels.write(all, net.parameters.values);
        return net;
    }

    /** The same network with weights of its own: a target network, or one for another thread. */
    public Mlp copy() {
        Mlp twin = new Mlp(prefix, activation, precision(), sizes);
        twin.copyFrom(this);
        return twin;
    }

    /** The sizes: input, hidden ..., output. */
    public int[] sizes() {
        return sizes.clone();
    }

    /** The activation of its hidden layers. */
    public Activation activation() {
        return activation;
    }

    /** What the weights are kept in. */
    public Precision precision() {
        return parameters.precision();
    }

    @Override
    public List<Parameters> parameters() {
        return List.of(parameters);
    }

    /** The weights of a layer, counted from 0, [out, in]: a live view. */
    public INDArray weight(int layer) {
        return parameters.get(2 * layer).value();
    }

    /** The bias of a layer, counted from 0, [1, out]: a live view. */
    public INDArray bias(int layer) {
        return parameters.get(2 * layer + 1).value();
    }

    /**
     * The output for each row, [rows, out], recorded on the tape of x.
     *
     * @throws IllegalArgumentException unless x is [rows, in]
     */
    public Tensor apply(Tensor x) {
        return layers(x, true, false);
    }

    /**
     * The same with the activation behind the last layer too, for a network that is a part of a larger one.
     *
     * @throws IllegalArgumentException unless x is [rows, in]
     */
    public Tensor activated(Tensor x) {
        return layers(x, true, true);
    }

    /**
     * The same with the weights as constants: gradients flow through the network to x but not into its weights, which is less
     * work. So an actor learns from a critic that stays as it is.
     *
     * @throws IllegalArgumentException unless x is [rows, in]
     */
    public Tensor frozen(Tensor x) {
        return layers(x, false, false);
    }

    private Tensor layers(Tensor x, boolean learning, boolean activated) {
        if (x.columns() != sizes[0]) {
            throw new IllegalArgumentException(
                    "This network takes " + sizes[0] + " inputs, but the rows of this batch have " + x.columns() + ".");
        }
        Tensor y = x;
        for (int i = 0; i + 1 < sizes.length; i++) {
            Tensor weight = x.tape.parameter(parameters.get(2 * i), learning);
            Tensor bias = x.tape.parameter(parameters.get(2 * i + 1), learning);
            boolean last = i + 2 == sizes.length && !activated;
            y = last ? y.affine(weight, bias) : Linear.affineActivated(activation.function, y, weight, bias);
        }
        return y;
    }

    /** The output for each row of data, [rows, out], recorded on this tape. */
    public Tensor apply(Tape tape, INDArray x) {
        return apply(tape.input(x));
    }

    /** The output for one observation, in a new array; see {@link #values(double[], double[])}. */
    public double[] values(double[] observation) {
        double[] out = new double[sizes[sizes.length - 1]];
        values(observation, out);
        return out;
    }

    /**
     * The output for one observation, written to {@code out}, recording nothing and making no garbage.
     *
     * @throws IllegalArgumentException if a length is wrong or the observation holds a NaN
     */
    public void values(double[] observation, double[] out) {
        int last = sizes.length - 1;
        if (observation.length != sizes[0] || out.length != sizes[last]) {
            throw new IllegalArgumentException("This network takes " + sizes[0] + " inputs to " + sizes[last]
                    + " outputs, but got " + observation.length + " and " + out.length + ".");
        }
        for (double x : observation) {
            if (Double.isNaN(x)) {
                throw new IllegalArgumentException("An observation holds NaN; look for a division by zero upstream.");
            }
        }
        Kernels k = parameters.kernels;
        k.write(observation, single[0]);
        for (int i = 0; i < last; i++) {
            k.affine(
                    single[i],
                    parameters.get(2 * i).storage(),
                    parameters.get(2 * i + 1).storage(),
                    single[i + 1]);
            if (i + 1 < last) {
                k.apply(activation.function, single[i + 1], single[i + 1]);
            }
        }
        k.read(single[last], out);
    }

    @Override
    public String toString() {
        return "Mlp " + Arrays.toString(sizes) + " " + activation + " " + precision();
    }
}
