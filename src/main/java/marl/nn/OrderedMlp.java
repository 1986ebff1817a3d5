package marl.nn;

import java.util.Arrays;

/**
 * A network computed once more, on the heap in double, each sum in the order of its inputs. What it gives does not depend
 * on how a product is tiled, so statements about its last bit can be made: if all weights on the way are not negative,
 * raising an input never lowers an output, without any tolerance, because rounding keeps order and {@link Math#expm1} and
 * {@link Math#tanh} are semi-monotonic.
 *
 * <p>Awkward: it computes with the weights as they were at the last {@link #refresh}, which costs a look at all of them;
 * and like its network, it serves one thread.
 */
public final class OrderedMlp {
    private final Mlp net;
    private final Watched weights;
    private final int[] sizes;
    private final double[][][] weight; // [layer][input][output], so that the inner loop runs along memory
    private final double[][] bias;
    private final double[][] layers;
    private final double[][] back;

    private OrderedMlp(Mlp net) {
        this.net = net;
        weights = new Watched(net.parameters().get(0));
        sizes = net.sizes();
        int last = sizes.length - 1;
        weight = new double[last][][];
        bias = new double[last][];
        layers = new double[last + 1][];
        back = new double[last + 1][];
        for (int i = 0; i <= last; i++) {
            layers[i] = new double[sizes[i]];
            back[i] = new double[sizes[i]];
            if (i < last) {
                weight[i] = new double[sizes[i]][sizes[i + 1]];
                bias[i] = new double[sizes[i + 1]];
            }
        }
        transpose();
    }

    /** The network's twin with the weights it has now. */
    public static OrderedMlp of(Mlp net) {
        return new OrderedMlp(net);
    }

    /** Reads the weights again if the network's have changed; whether they had. */
    public boolean refresh() {
        boolean changed = weights.changed();
        if (changed) {
            transpose();
        }
        return changed;
    }

    private void transpose() {
        double[] flat = weights.numbers();
        int at = 0;
        for (int layer = 0; layer < weight.length; layer++) {
            int in = sizes[layer];
            int out = sizes[layer + 1];
            for (int o = 0; o < out; o++) {
                for (int i = 0; i < in; i++) {
                    weight[layer][i][o] = flat[at++];
                }
            }
            System.arraycopy(flat, at, bias[layer], 0, out);
            at += out;
        }
    }

    /**
     * The outputs for these inputs.
     *
     * @throws IllegalArgumentException for a wrong length
     */
    public void values(double[] x, double[] out) {
        if (x.length != sizes[0] || out.length != sizes[sizes.length - 1]) {
            throw new IllegalArgumentException("This network takes " + sizes[0] + " inputs to "
                    + sizes[sizes.length - 1] + " outputs, but got " + x.length + " and " + out.length + ".");
        }
        forward(x);
        System.arraycopy(layers[layers.length - 1], 0, out, 0, out.length);
    }

    /**
     * The derivative of the only output by each input, a new array.
     *
     * @throws IllegalArgumentException if there are more outputs or x has a wrong length
     */
    public double[] slopes(double[] x) {
        values(x, new double[1]);
        int last = weight.length;
        back[last][0] = 1;
        for (int layer = last - 1; layer >= 0; layer--) {
            for (int i = 0; i < sizes[layer]; i++) {
                double sum = 0;
                for (int o = 0; o < sizes[layer + 1]; o++) {
                    sum += weight[layer][i][o] * back[layer + 1][o];
                }
                back[layer][i] = layer == 0 ? sum : sum * slope(layers[layer][i]);
            }
        }
        return back[0].clone();
    }

    private void forward(double[] x) {
        System.arraycopy(x, 0, layers[0], 0, x.length);
        for (int layer = 0; layer < weight.length; layer++) {
            double[] from = layers[layer];
            double[] to = layers[layer + 1];
            System.arraycopy(bias[layer], 0, to, 0, to.length);
            for (int i = 0; i < from.length; i++) {
                if (from[i] != 0) {
                    add(from[i], weight[layer][i], to); // half of all units, behind a ReLU
                }
            }
            if (layer + 1 < weight.length) {
                activate(to);
            }
        }
    }

    /** to += factor row: a loop of its own, so that the compiler vectorises it; that does not change a bit. */
    private static void add(double factor, double[] row, double[] to) {
        for (int o = 0; o < row.length; o++) {
            to[o] += factor * row[o];
        }
    }

    private void activate(double[] x) {
        Activation activation = net.activation();
        if (activation == Activation.RELU) {
            for (int i = 0; i < x.length; i++) {
                x[i] = Math.max(x[i], 0);
            }
        } else {
            for (int i = 0; i < x.length; i++) {
                x[i] = activation.of(x[i]);
            }
        }
    }

    /** The slope of the activation where it gave y. */
    private double slope(double y) {
        return net.activation().slopeAt(y);
    }

    @Override
    public String toString() {
        return "OrderedMlp " + Arrays.toString(sizes);
    }
}
