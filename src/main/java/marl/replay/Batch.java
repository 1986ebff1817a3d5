package marl.replay;

import java.util.Arrays;
import marl.nn.Staging;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Transitions drawn from a {@link ReplayBuffer} or an {@link EpisodeReplay}. The arrays are used again by the buffer's
 * next draw of the same size: copy what is to be kept. An array is filled when it is first asked for, so what a learner
 * does not look at costs next to nothing.
 */
public final class Batch {
    static final int OBSERVATION = 0;
    static final int NEXT_OBSERVATION = 1;
    static final int STATE = 2;
    static final int NEXT_STATE = 3;
    static final int REWARD = 4;
    static final int CONTINUING = 5;
    static final int FILLED = 6;
    static final int FORBIDDEN = 7;
    static final int FORBIDDEN_NEXT = 8;

    final int[] actions;
    private final ReplayShape shape;
    private final int size;
    private final BatchPart[] parts;
    private final int[][] own;
    private final boolean[] restricted = new boolean[2];
    private int filled;

    Batch(Staging staging, int size, ReplayShape shape) {
        this.shape = shape;
        this.size = size;
        int agents = shape.agents();
        int actionsEach = shape.actions();
        int[] columns = {shape.input(), shape.input(), shape.state(), shape.state(), 1, 1, 1, actionsEach, actionsEach};
        parts = new BatchPart[columns.length];
        for (int i = 0; i < columns.length; i++) {
            boolean each = i == OBSERVATION || i == NEXT_OBSERVATION || i == FORBIDDEN || i == FORBIDDEN_NEXT;
            parts[i] = new BatchPart(staging, size, each ? agents : 1, Math.max(1, columns[i]));
        }
        actions = new int[size * agents];
        own = new int[agents][size];
    }

    /** Before a draw: nothing is forbidden, and no array is filled. */
    void start() {
        for (int side = Masks.NOW; side <= Masks.NEXT; side++) {
            if (restricted[side]) {
                Arrays.fill(staged(FORBIDDEN + side), 0f);
            }
            restricted[side] = false;
        }
        filled = size;
        for (BatchPart part : parts) {
            part.stale();
        }
    }

    float[] staged(int part) {
        return parts[part].staged;
    }

    /** Something was forbidden before or after a transition; the staged mask to say where. */
    float[] restrict(int side) {
        restricted[side] = true;
        return staged(FORBIDDEN + side);
    }

    /** Row b is there for the shape only, and counts 0. */
    void blank(int b) {
        for (BatchPart part : parts) {
            part.clearRow(b);
        }
        Arrays.fill(actions, b * shape.agents(), (b + 1) * shape.agents(), 0);
        filled--;
    }

    /** How many transitions there are, the blank rows of an {@link EpisodeReplay} included. */
    public int size() {
        return size;
    }

    /** How many agents observed and acted in each. */
    public int agents() {
        return shape.agents();
    }

    /**
     * What was seen, [size * agents, observation + fingerprint]; row {@code b * agents + i} is agent i's in transition
     * b.
     */
    public INDArray observations() {
        return parts[OBSERVATION].all();
    }

    /** What one agent saw, [size, observation + fingerprint]. */
    public INDArray observations(int agent) {
        return parts[OBSERVATION].of(agent);
    }

    /** What was seen next, of the same shape as {@link #observations()}. */
    public INDArray nextObservations() {
        return parts[NEXT_OBSERVATION].all();
    }

    /** What one agent saw next, of the same shape as {@link #observations(int)}. */
    public INDArray nextObservations(int agent) {
        return parts[NEXT_OBSERVATION].of(agent);
    }

    /** The global states, [size, state]; a column of 0 if the buffer keeps none. */
    public INDArray states() {
        return parts[STATE].all();
    }

    /** The global states after the step, of the same shape. */
    public INDArray nextStates() {
        return parts[NEXT_STATE].all();
    }

    /** The actions taken, one for each row of {@link #observations()}. */
    public int[] actions() {
        return actions;
    }

    /** The actions one agent took, one for each transition. */
    public int[] actions(int agent) {
        int agents = shape.agents();
        for (int b = 0; b < size; b++) {
            own[agent][b] = actions[b * agents + agent];
        }
        return own[agent];
    }

    /** The rewards, [size, 1]. */
    public INDArray rewards() {
        return parts[REWARD].all();
    }

    /**
     * 1 where the game went on or was cut off, 0 where it ended, [size, 1]: the factor on the value of what comes next.
     */
    public INDArray continuing() {
        return parts[CONTINUING].all();
    }

    /** 1 for a transition, 0 for a blank row, [size, 1]: the weight of the row in a loss. */
    public INDArray filled() {
        return parts[FILLED].all();
    }

    /** How many rows are transitions: the sum of {@link #filled()}. */
    public int filledRows() {
        return filled;
    }

    /**
     * What to add to values before their maximum is taken, [size * agents, actions]: 0 for an action that was legal, -1e9
     * for one that was not.
     *
     * @throws IllegalStateException if the buffer keeps no masks
     */
    public INDArray forbidden() {
        requireMasks();
        return parts[FORBIDDEN].all();
    }

    /** The same for one agent, [size, actions]. */
    public INDArray forbidden(int agent) {
        requireMasks();
        return parts[FORBIDDEN].of(agent);
    }

    /** Whether {@link #forbidden()} holds anything but 0; false if the buffer keeps no masks. */
    public boolean restricted() {
        return restricted[Masks.NOW];
    }

    /** What to add to next values, of the same shape as {@link #forbidden()}; after an end nothing is forbidden. */
    public INDArray nextForbidden() {
        requireMasks();
        return parts[FORBIDDEN_NEXT].all();
    }

    /** The same for one agent, [size, actions]. */
    public INDArray nextForbidden(int agent) {
        requireMasks();
        return parts[FORBIDDEN_NEXT].of(agent);
    }

    /** Whether {@link #nextForbidden()} holds anything but 0; false if the buffer keeps no masks. */
    public boolean nextRestricted() {
        return restricted[Masks.NEXT];
    }

    private void requireMasks() {
        if (shape.actions() == 0) {
            throw new IllegalStateException(
                    "This buffer keeps no legal-action masks; make it with ReplayShape.withMasks(actions).");
        }
    }
}
