package marl.nn;

import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A matrix of weights, or a bias as a matrix of one row, with room for its gradient; part of {@link Parameters}. */
public final class Parameter {
    private final String name;
    private final Storage value;
    private final Storage gradient;
    private Optional<Tensor> recorded = Optional.empty();
    private Optional<Tensor> constant = Optional.empty();

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
        return value.array();
    }

    /** The gradient, of the same shape: the sum of all that came back since it was last set to zero. */
    public INDArray gradient() {
        return gradient.array();
    }

    /** This as a tensor of the tape, made once: a network is mostly used on one tape, many times a step. */
    Tensor on(Tape tape, boolean record) {
        Optional<Tensor> known = record ? recorded : constant;
        if (known.isPresent() && known.get().tape == tape) {
            return known.get();
        }
        Tensor t = new Tensor(tape, Tape.ALWAYS, value, record);
        if (record) {
            t.gradient = gradient;
            t.hasGradient = true; // what is there already is added to
            recorded = Optional.of(t);
        } else {
            constant = Optional.of(t);
        }
        return t;
    }

    Storage storage() {
        return value;
    }

    @Override
    public String toString() {
        return name + " " + value.shape();
    }
}
