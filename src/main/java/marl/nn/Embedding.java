package marl.nn;

import java.util.List;
import marl.random.Rng;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A learned vector for each of n things: the first layer for inputs that are one of many. It does what a linear layer without bias does
 * to one-hot rows, but the time does not grow with n. Vectors start standard normal, as PyTorch's Embedding does; the parameter is
 * called {@code embedding}, [things, columns].
 */
public final class Embedding implements Trainable {
    private final Parameters parameters;

    private Embedding(Precision precision, int things, int columns) {
        if (things < 1 || columns < 1) {
            throw new IllegalArgumentException("An embedding needs at least one thing and one column, but got " + things
                    + " and " + columns + ".");
        }
        parameters = new Parameters(precision, List.of(new Parameters.Shape("embedding", things, columns)));
    }

    /**
     * Vectors drawn from the standard normal distribution.
     *
     * @throws IllegalArgumentException unless both sizes are positive
     */
    public static Embedding of(Precision precision, Rng rng, int things, int columns) {
        Embedding made = new Embedding(precision, things, columns);
        double[] all = new double[made.parameters.size()];
        for (int i = 0; i < all.length; i++) {
            all[i] = rng.gaussian();
        }
        made.parameters.kernels.write(all, made.parameters.values);
        return made;
    }

    /** The same with weights of its own. */
    public Embedding copy() {
        Embedding twin = new Embedding(parameters.precision(), things(), columns());
        twin.copyFrom(this);
        return twin;
    }

    /** How many things there are. */
    public int things() {
        return parameters.get(0).storage().rows;
    }

    /** The length of a vector. */
    public int columns() {
        return parameters.get(0).storage().columns;
    }

    /** All vectors, [things, columns]: a live view. */
    public INDArray vectors() {
        return parameters.get(0).value();
    }

    /**
     * The vectors of these things, [chosen.length, columns], recorded on the tape.
     *
     * @param chosen numbers of things, from 0
     * @throws IllegalArgumentException if there is none, or no such thing
     */
    public Tensor apply(Tape tape, int... chosen) {
        return Rows.pick(tape.parameter(parameters.get(0)), chosen);
    }

    @Override
    public List<Parameters> parameters() {
        return List.of(parameters);
    }

    @Override
    public String toString() {
        return "Embedding of " + things() + " in " + columns() + " " + parameters.precision();
    }
}
