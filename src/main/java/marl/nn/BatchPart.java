package marl.nn;

import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;

/** One matrix of a {@link Batch}, put together on the heap and copied to an INDArray when it is asked for. */
final class BatchPart {
    final float[] staged;
    private final Kernels kernels;
    private final int size;
    private final int agents;
    private final int columns;
    private final float[] ofOne;
    private final Storage[] own;
    private final boolean[] ownFresh;
    private final Storage whole;
    private boolean fresh;

    /** Of each transition a row for each agent; one agent for what all share. */
    BatchPart(Kernels kernels, int size, int agents, int columns) {
        this.kernels = kernels;
        this.size = size;
        this.agents = agents;
        this.columns = columns;
        staged = new float[size * agents * columns];
        whole = kernels.create(size * agents, columns);
        own = new Storage[agents];
        ownFresh = new boolean[agents];
        ofOne = new float[agents == 1 ? 0 : size * columns];
    }

    void stale() {
        fresh = false;
        Arrays.fill(ownFresh, false);
    }

    void clearRow(int b) {
        Arrays.fill(staged, b * agents * columns, (b + 1) * agents * columns, 0f);
    }

    INDArray all() {
        if (!fresh) {
            kernels.write(staged, whole);
            fresh = true;
        }
        return whole.array();
    }

    INDArray of(int agent) {
        if (agents == 1) return all();
        if (own[agent] == null) own[agent] = kernels.create(size, columns);
        if (!ownFresh[agent]) {
            for (int b = 0; b < size; b++) {
                System.arraycopy(staged, (b * agents + agent) * columns, ofOne, b * columns, columns);
            }
            kernels.write(ofOne, own[agent]);
            ownFresh[agent] = true;
        }
        return own[agent].array();
    }
}
