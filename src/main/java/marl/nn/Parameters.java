package marl.nn;

import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * All weights of a network in one row of numbers, and their gradients in another, with a window for each matrix. So an
 * update, a norm or a copy is one pass.
 */
public final class Parameters {
    final Kernels kernels;
    final Storage values;
    final Storage gradients;
    private final Precision precision;
    private final List<Shape> shapes;
    private final List<Parameter> all;

    /** The name and the shape of one matrix. */
    record Shape(String name, int rows, int columns) {}

    Parameters(Precision precision, List<Shape> shapes) {
        this.precision = precision;
        this.shapes = List.copyOf(shapes);
        kernels = precision.kernels();
        int size = shapes.stream().mapToInt(s -> s.rows() * s.columns()).sum();
        values = kernels.create(1, size);
        gradients = kernels.create(1, size);
        List<Parameter> made = new ArrayList<>();
        int offset = 0;
        for (Shape s : shapes) {
            made.add(new Parameter(
                    s.name(),
                    kernels.view(values, offset, s.rows(), s.columns()),
                    kernels.view(gradients, offset, s.rows(), s.columns())));
            offset += s.rows() * s.columns();
        }
        all = List.copyOf(made);
    }

    /** What these weights are kept in. */
    public Precision precision() {
        return precision;
    }

    /** The matrices, in order. */
    public List<Parameter> list() {
        return all;
    }

    /** The matrix at this place, counted from 0. */
    public Parameter get(int i) {
        return all.get(i);
    }

    /** How many numbers there are in all. */
    public int size() {
        return values.columns;
    }

    /** All weights, [1, size]: a live view. */
    public INDArray values() {
        return values.array();
    }

    /** All gradients, [1, size]: a live view. */
    public INDArray gradients() {
        return gradients.array();
    }

    /** Sets all gradients to 0. */
    public void zeroGradients() {
        kernels.fill(gradients, 0);
    }

    /**
     * Adds the gradients of a copy of this network to these: a batch can be shared out over copies, each with the weight of its
     * share in the loss.
     *
     * @throws IllegalArgumentException if shapes or precisions differ
     */
    public void addGradients(Parameters copy) {
        requireSame(copy);
        kernels.add(1, copy.gradients, 1, gradients);
    }

    List<Shape> shapes() {
        return shapes;
    }

    /** tau times the source's weights plus (1 - tau) times these. */
    void mix(Parameters source, double tau) {
        requireSame(source);
        kernels.add(tau, source.values, 1 - tau, values);
    }

    private void requireSame(Parameters source) {
        if (!source.shapes.equals(shapes) || source.precision != precision) {
            throw new IllegalArgumentException(
                    "Networks must have the same shapes and precision to be copied, but one is " + source
                            + " and the other " + this + ".");
        }
    }

    @Override
    public String toString() {
        return precision + " " + all;
    }
}
