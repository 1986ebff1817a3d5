package marl.nn;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Changes weights against their gradient. One optimiser serves one network, or several that share a loss; the defaults
 * are PyTorch's.
 *
 * <p>{@link #minimise} is a whole step: forward, back, clip, update. For other orders of things call {@link
 * #zeroGradients}, {@link Tensor#backward} and {@link #step} yourself.
 */
public final class Optimiser {
    private static final double TINY = 1e-6;

    private final Rule rule;
    private final List<Parameters> blocks;
    private final List<Kernels.Memory> memories = new ArrayList<>();
    private final Kernels kernels;
    private final Tape tape;
    private double rate;
    private double maxNorm = Double.POSITIVE_INFINITY;
    private long steps;

    private Optimiser(Rule rule, double rate, Trainable[] networks) {
        this.rule = rule;
        List<Parameters> all = new ArrayList<>();
        for (Trainable network : networks) {
            all.addAll(network.parameters());
        }
        if (all.isEmpty()) {
            throw new IllegalArgumentException("An optimiser needs at least one network to train.");
        }
        Precision precision = all.get(0).precision();
        for (Parameters p : all) {
            if (p.precision() != precision) {
                throw new IllegalArgumentException(
                        "Networks trained together need one precision, but these have both.");
            }
        }
        blocks = List.copyOf(all);
        tape = Tape.of(precision);
        kernels = tape.kernels;
        for (Parameters p : blocks) {
            memories.add(kernels.memory(rule, p.size()));
        }
        learningRate(rate);
    }

    /** Adam (Kingma &amp; Ba 2015) with betas 0.9 and 0.999 and epsilon 1e-8. */
    public static Optimiser adam(double learningRate, Trainable... networks) {
        return new Optimiser(new Rule.Adam(0.9, 0.999, 1e-8), learningRate, networks);
    }

    /**
     * RMSProp (Tieleman &amp; Hinton 2012) with this decay and epsilon; PyTorch's are 0.99 and 1e-8, PyMARL's 0.99 and
     * 1e-5.
     */
    public static Optimiser rmsProp(double learningRate, double decay, double epsilon, Trainable... networks) {
        share("decay", decay);
        if (!(epsilon > 0)) {
            throw new IllegalArgumentException("RMSProp needs a positive epsilon, but got " + epsilon + ".");
        }
        return new Optimiser(new Rule.RmsProp(decay, epsilon), learningRate, networks);
    }

    /** Gradient descent. */
    public static Optimiser sgd(double learningRate, Trainable... networks) {
        return sgd(learningRate, 0, networks);
    }

    /** Gradient descent with momentum: m = momentum m + g, w -= rate m. */
    public static Optimiser sgd(double learningRate, double momentum, Trainable... networks) {
        share("momentum", momentum);
        return new Optimiser(new Rule.Sgd(momentum), learningRate, networks);
    }

    private static void share(String name, double value) {
        if (!(value >= 0 && value < 1)) {
            throw new IllegalArgumentException(name + " is in [0, 1), but got " + value + ".");
        }
    }

    /**
     * Shortens every gradient longer than this (Euclidean norm over all weights together) to this length, as PyTorch's
     * clip_grad_norm_ does. Returns this optimiser.
     *
     * @throws IllegalArgumentException unless it is positive
     */
    public Optimiser clipNorm(double longest) {
        if (!(longest > 0)) {
            throw new IllegalArgumentException("A gradient is clipped to a positive length, not " + longest + ".");
        }
        maxNorm = longest;
        return this;
    }

    /**
     * Changes the learning rate from the next step on.
     *
     * @throws IllegalArgumentException unless it is positive and finite
     */
    public void learningRate(double value) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(
                    "A learning rate is a positive number, for example 5e-4, but got " + value + ".");
        }
        rate = value;
    }

    /** How many steps were made. */
    public long steps() {
        return steps;
    }

    /**
     * One step of learning: computes the loss on a restarted tape, walks back, clips, updates. The loss is [1, 1].
     * Returns its value before the update.
     *
     * @throws IllegalStateException if the loss is not a finite number; it changes no weight
     */
    public double minimise(Function<Tape, Tensor> loss) {
        Tensor result = loss.apply(tape.restart());
        double value = result.item();
        if (!Double.isFinite(value)) {
            throw new IllegalStateException("The loss is " + value
                    + "; no weight was changed. Lower the learning rate, clip the gradient"
                    + " or look for NaN in the data.");
        }
        zeroGradients();
        result.backward();
        step();
        return value;
    }

    /** Sets the gradients of all networks to 0. */
    public void zeroGradients() {
        for (int i = 0; i < blocks.size(); i++) {
            kernels.fill(blocks.get(i).gradients, 0);
        }
    }

    /** The Euclidean norm of the gradient over all weights. */
    public double gradientNorm() {
        double sum = 0;
        for (int i = 0; i < blocks.size(); i++) {
            sum += kernels.sumOfSquares(blocks.get(i).gradients);
        }
        return Math.sqrt(sum);
    }

    /** Clips the gradients if {@link #clipNorm} was asked for, then moves the weights. */
    public void step() {
        steps++;
        double shrink = maxNorm < Double.POSITIVE_INFINITY ? maxNorm / (gradientNorm() + TINY) : 1;
        for (int i = 0; i < blocks.size(); i++) {
            Parameters p = blocks.get(i);
            if (shrink < 1) {
                kernels.add(shrink, p.gradients, 0, p.gradients);
            }
            kernels.update(rule, p.values, p.gradients, memories.get(i), rate, steps);
        }
    }
}
