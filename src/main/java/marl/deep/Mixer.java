package marl.deep;

import java.nio.file.Path;
import marl.nn.Tensor;
import marl.nn.Trainable;

/**
 * Turns the agents' values into one total, perhaps knowing the state: what is trained in centralised training, and left
 * behind when agents act.
 *
 * <p>A total can be computed in two ways. On a tape, for batches and for learning. And in double arithmetic with every
 * sum in a fixed order, for statements without a tolerance; there a monotone mixer's total never falls when a value
 * rises, not even in the last bit. Both look at the weights as they are. Awkward: the second uses memory of the mixer's
 * own, so a mixer serves one thread.
 */
public interface Mixer extends Trainable {

    /** A mixer whose weights were made for a batch of states; values can be mixed several times. */
    @FunctionalInterface
    interface Mixing {
        /** Values [batch, agents] to totals [batch, 1]. */
        Tensor total(Tensor values);
    }

    /** How many agents' values it mixes. */
    int agents();

    /** The length of the state it wants; 0 if it takes no notice of the state. */
    int stateSize();

    /**
     * Prepares it for states [batch, state].
     *
     * @throws IllegalArgumentException if the states have another length
     */
    Mixing at(Tensor states);

    /**
     * Totals on the tape of its arguments.
     *
     * @param values [batch, agents]
     * @param states [batch, state]
     * @return [batch, 1]
     * @throws IllegalArgumentException for other shapes
     */
    default Tensor total(Tensor values, Tensor states) {
        return at(states).total(values);
    }

    /**
     * The total of one profile of values, in double with sums in a fixed order.
     *
     * @param values one for each agent
     * @param state the state
     * @return the total
     * @throws IllegalArgumentException for a wrong length
     */
    double total(double[] values, double[] state);

    /**
     * How fast the total grows with each agent's value there; 0 at the kink of ReLU.
     *
     * @param values one for each agent
     * @param state the state
     * @return the exact derivatives, one for each agent, a new array
     * @throws IllegalArgumentException for a wrong length
     */
    double[] slopes(double[] values, double[] state);

    /** The same mixer with weights of its own. */
    Mixer copy();

    /**
     * Reads weights that {@link #save} wrote.
     *
     * @throws IllegalArgumentException if the file is damaged or from a mixer of another kind, team size, state or
     *     embedding; nothing is changed then
     */
    @Override
    default void load(Path file) {
        try {
            Trainable.super.load(file);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(e.getMessage() + " So these weights are not for " + this + ".", e);
        }
    }
}
