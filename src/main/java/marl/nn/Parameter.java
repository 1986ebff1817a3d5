package marl.nn;

import org.nd4j.linalg.api.ndarray.INDArray;

/** A matrix of weights, or a bias as a matrix of one row, with room for its gradient; part of {@link Parameters}. */
public final class Parameter {
    private final String name;
    private final Storage value;
    private final Storage gradient;

    Parameter(String name, Storage value, Storage gradient) {
        this.name = name;
        this.value = value;
        this.gradient = gradient;
    }

    /** What it is called in its network, for example {@code 0.weight}. */
    public String name() {
        return name;
    }

    /** The weights themselves, [rows, columns]: what is written here is what the network computes with. */
    public INDArray value() {
        return value.array;
    }

    /** The gradient, of the same shape: the sum of all that came back since it was last set to zero. */
    public INDArray gradient() {
        return gradient.array;
    }

    Storage storage() {
        return value;
    }

    Storage gradientStorage() {
        return gradient;
    }

    @Override
    public String toString() {
        return name + " " + value.shape();
    }
}
