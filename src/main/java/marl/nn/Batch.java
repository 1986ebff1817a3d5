package marl.nn;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Transitions drawn from a {@link ReplayBuffer}. The arrays are used again by the buffer's next draw of the same size:
 * copy what is to be kept.
 */
public final class Batch {
    final float[][] staged;
    final int[] actions;
    private final Storage[] parts;
    private final Kernels kernels;

    /** Observations, next observations, states, next states, rewards, continuing, in this order. */
    Batch(Kernels kernels, int size, int agents, int observation, int state) {
        this.kernels = kernels;
        int[][] shapes = {
            {size * agents, observation},
            {size * agents, observation},
            {size, state},
            {size, state},
            {size, 1},
            {size, 1}
        };
        parts = new Storage[shapes.length];
        staged = new float[shapes.length][];
        for (int i = 0; i < shapes.length; i++) {
            int columns =
                    Math.max(1, shapes[i][1]); // ND4J has no empty matrices to speak of; a column of 0 stands for them
            parts[i] = kernels.create(shapes[i][0], columns);
            staged[i] = new float[shapes[i][0] * columns];
        }
        actions = new int[size * agents];
    }

    void write() {
        for (int i = 0; i < parts.length; i++) kernels.write(staged[i], parts[i]);
    }

    /** How many transitions there are. */
    public int size() {
        return parts[4].rows;
    }

    /**
     * What was seen, [size * agents, observation + fingerprint]; row {@code b * agents + i} is agent i's in transition
     * b.
     */
    public INDArray observations() {
        return parts[0].array;
    }

    /** What was seen next, of the same shape. */
    public INDArray nextObservations() {
        return parts[1].array;
    }

    /** The global states, [size, state]; a column of 0 if the buffer keeps none. */
    public INDArray states() {
        return parts[2].array;
    }

    /** The global states after the step, of the same shape. */
    public INDArray nextStates() {
        return parts[3].array;
    }

    /** The actions taken, one for each row of {@link #observations}. */
    public int[] actions() {
        return actions;
    }

    /** The rewards, [size, 1]. */
    public INDArray rewards() {
        return parts[4].array;
    }

    /**
     * 1 where the game went on or was cut off, 0 where it ended, [size, 1]: the factor on the value of what comes next.
     */
    public INDArray continuing() {
        return parts[5].array;
    }
}
