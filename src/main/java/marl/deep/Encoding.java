package marl.deep;

import java.util.Arrays;
import marl.env.Space;

/**
 * Turns an agent's observation into the inputs of a network.
 *
 * @param inputs how many numbers a network gets
 * @param observation the length of the observation
 * @param oneHot whether the observation is one whole number, drawn as a row of zeros with a single 1
 * @param agent whose id is appended, from 0; -1 for nobody's
 * @param agents how many ids there are; 0 for none
 */
public record Encoding(int inputs, int observation, boolean oneHot, int agent, int agents) {

    /**
     * An observation that is one of {@code n} numbers, as the repeated games give it.
     *
     * @param n how many there are
     * @return an encoding with n inputs
     * @throws IllegalArgumentException if n is below 1
     */
    public static Encoding oneHot(int n) {
        return new Encoding(positive(n), 1, true, -1, 0);
    }

    /**
     * An observation whose numbers are the inputs.
     *
     * @param n its length
     * @return an encoding with n inputs
     * @throws IllegalArgumentException if n is below 1
     */
    public static Encoding numbers(int n) {
        return new Encoding(positive(n), n, false, -1, 0);
    }

    /**
     * The encoding of an agent's observation space: one-hot for one of n, the numbers themselves for a box.
     *
     * @param space what observations look like
     * @return its encoding
     */
    public static Encoding of(Space space) {
        return space instanceof Space.Discrete discrete ? oneHot(discrete.n()) : numbers(space.dimension());
    }

    /**
     * The same with the agent's id appended, so that agents can share one network and still differ.
     *
     * @param id from 0
     * @param count how many agents share
     * @return an encoding with {@code count} more inputs
     * @throws IllegalArgumentException if the id is not one of them, or an id is there already
     */
    public Encoding withId(int id, int count) {
        if (agents > 0 || id < 0 || id >= count) {
            throw new IllegalArgumentException(
                    "An id is one of 0 to " + (count - 1) + " and is given once, not " + id + ".");
        }
        return new Encoding(inputs + count, observation, oneHot, id, count);
    }

    /**
     * Encodes.
     *
     * @param seen the observation
     * @return a new array of {@link #inputs} numbers
     * @throws IllegalArgumentException if the observation has another length or is no such whole number
     */
    public double[] of(double[] seen) {
        double[] out = new double[inputs];
        write(seen, out, 0);
        return out;
    }

    /**
     * Encodes into a part of an array.
     *
     * @param seen the observation
     * @param out where {@link #inputs} numbers are written
     * @param from the place of the first
     * @throws IllegalArgumentException as {@link #of} does
     */
    public void write(double[] seen, double[] out, int from) {
        if (seen.length != observation) {
            throw new IllegalArgumentException("This learner takes an observation of " + observation
                    + " numbers, but got " + seen.length + "; make it with the encoding of its world.");
        }
        if (oneHot) {
            int index = (int) seen[0];
            if (index != seen[0] || index < 0 || index >= inputs - agents) {
                throw new IllegalArgumentException(
                        "An observation here is a whole number below " + (inputs - agents) + ", not " + seen[0] + ".");
            }
            Arrays.fill(out, from, from + inputs, 0);
            out[from + index] = 1;
        } else {
            System.arraycopy(seen, 0, out, from, seen.length);
        }
        if (agents > 0) {
            Arrays.fill(out, from + inputs - agents, from + inputs, 0);
            out[from + inputs - agents + agent] = 1;
        }
    }

    private static int positive(int n) {
        if (n < 1) {
            throw new IllegalArgumentException("An observation has at least one number, not " + n + ".");
        }
        return n;
    }

    /** For a reader: what goes in. */
    @Override
    public String toString() {
        String base = oneHot ? "one of " + (inputs - agents) : observation + " numbers";
        return agents == 0 ? base : base + " and the id of agent " + agent + " of " + agents;
    }
}
