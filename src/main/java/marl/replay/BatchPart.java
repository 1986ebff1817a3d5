package marl.replay;

import java.util.Arrays;
import marl.nn.Staging;
import org.nd4j.linalg.api.ndarray.INDArray;

/** One matrix of a {@link Batch}, put together on the heap and copied to an INDArray when it is asked for. */
final class BatchPart {
    final float[] staged;
    private final Staging staging;
    private final int size;
    private final int agents;
    private final int columns;
    private final float[] ofOne;
    private final Staging.Matrix[] own;
    private final boolean[] ownFresh;
    private final Staging.Matrix whole;
    private boolean fresh;

    /** Of each transition a row for each agent; one agent for what all share. */
    BatchPart(Staging staging, int size, int agents, int columns) {
        this.staging = staging;
        this.size = size;
        this.agents = agents;
        this.columns = columns;
        staged = new float[size * agents * columns];
        whole = staging.matrix(size * agents, columns);
        own = new Staging.Matrix[agents];
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
            whole.write(staged);
            fresh = true;
        }
        return whole.array();
    }

    INDArray of(int agent) {
        if (agents == 1) {
            return all();
        }
        if (own[agent] == null) {
            own[agent] = staging.matrix(size, columns);
        }
        if (!ownFresh[agent]) {
            for (int b = 0; b < size; b++) {
                System.arraycopy(staged, (b * agents + agent) * columns, ofOne, b * columns, columns);
            }
            own[agent].write(ofOne);
            ownFresh[agent] = true;
        }
        return own[agent].array();
    }
}
