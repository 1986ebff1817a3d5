package marl.nn;

import java.util.Arrays;
import marl.random.Rng;

/**
 * The last transitions, for learning from them again in any order (Lin 1992; Mnih et al. 2015): a ring that forgets the
 * oldest. Each transition is one row of floats: each agent's observation, each agent's next, state, next state, reward,
 * continuing, fingerprint.
 *
 * <p>With fingerprints (Foerster et al. 2017, section 4.2), a few numbers that date a transition, such as the
 * exploration rate and the episode, are appended to every observation that comes out. Awkward: numbers are kept in 32
 * bits whatever the precision of the batch, and the buffer keeps no legal-action masks.
 */
public final class ReplayBuffer {
    private final int capacity;
    private final int agents;
    private final int observation;
    private final int state;
    private final int fingerprint;
    private final int width;
    private final float[] rows;
    private final int[] actions;
    private final UniformDraw draw;
    private final Kernels kernels;
    private Batch batch;
    private int size;
    private int next;

    private ReplayBuffer(Precision precision, int capacity, int agents, int observation, int state, int fingerprint) {
        if (capacity < 1 || agents < 1 || observation < 1 || state < 0 || fingerprint < 0) {
            throw new IllegalArgumentException("A replay buffer needs positive sizes, but got capacity " + capacity
                    + ", agents " + agents + ", observation " + observation + ", state " + state + ", fingerprint "
                    + fingerprint + ".");
        }
        this.capacity = capacity;
        this.agents = agents;
        this.observation = observation;
        this.state = state;
        this.fingerprint = fingerprint;
        width = 2 * agents * observation + 2 * state + 2 + fingerprint;
        if ((long) capacity * width > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException("A buffer holds at most 2^31 numbers, but " + capacity
                    + " transitions of " + width + " numbers are more; lower the capacity.");
        }
        rows = new float[capacity * width];
        actions = new int[capacity * agents];
        draw = new UniformDraw(capacity);
        kernels = precision.kernels();
        batch = new Batch(kernels, 1, agents, observation + fingerprint, state);
    }

    /** A buffer for one agent, in single precision. */
    public static ReplayBuffer of(int capacity, int observationSize) {
        return of(Precision.SINGLE, capacity, 1, observationSize, 0, 0);
    }

    /**
     * A buffer for the joint transitions of several agents.
     *
     * @param precision what batches come in
     * @param capacity how many transitions are kept
     * @param agents how many agents observe and act in each
     * @param observationSize the length of an agent's observation
     * @param stateSize the length of the global state, 0 for none
     * @param fingerprintSize the length of a fingerprint, 0 for none
     */
    public static ReplayBuffer of(
            Precision precision, int capacity, int agents, int observationSize, int stateSize, int fingerprintSize) {
        return new ReplayBuffer(precision, capacity, agents, observationSize, stateSize, fingerprintSize);
    }

    /** How many transitions are there. */
    public int size() {
        return size;
    }

    /** How many transitions fit in. */
    public int capacity() {
        return capacity;
    }

    /**
     * Adds one agent's transition. Say terminated only if the game ended there, not if it was cut off. Throws
     * IllegalArgumentException for a wrong length or a number that is not finite.
     */
    public void add(double[] seen, int action, double reward, double[] seenNext, boolean terminated, double... dated) {
        add(seen, new int[] {action}, reward, seenNext, terminated, new double[0], new double[0], dated);
    }

    /**
     * Adds a joint transition; observations of all agents one after the other, [agents * observation], actions
     * [agents], states [state]. Throws IllegalArgumentException for a wrong length or a number that is not finite.
     */
    public void add(
            double[] seen,
            int[] taken,
            double reward,
            double[] seenNext,
            boolean terminated,
            double[] stateNow,
            double[] stateNext,
            double... dated) {
        length("observation", seen, agents * observation);
        length("next observation", seenNext, agents * observation);
        length("state", stateNow, state);
        length("next state", stateNext, state);
        length("fingerprint", dated, fingerprint);
        if (taken.length != agents) {
            throw new IllegalArgumentException(
                    "This buffer takes " + agents + " actions, but got " + taken.length + ".");
        }
        if (!Double.isFinite(reward)) {
            throw new IllegalArgumentException(
                    "A reward is a finite number, but got " + reward + "; look where it is made.");
        }
        System.arraycopy(taken, 0, actions, next * agents, agents);
        int at = put(seen, next * width);
        at = put(seenNext, at);
        at = put(stateNow, at);
        at = put(stateNext, at);
        rows[at++] = (float) reward;
        rows[at++] = terminated ? 0 : 1;
        put(dated, at);
        next = (next + 1) % capacity;
        size = Math.min(size + 1, capacity);
    }

    private int put(double[] from, int at) {
        int i = at;
        for (double x : from) rows[i++] = (float) x;
        return i;
    }

    private static void length(String what, double[] numbers, int wanted) {
        if (numbers.length != wanted) {
            throw new IllegalArgumentException(
                    "This buffer takes a " + what + " of " + wanted + " numbers, but got " + numbers.length + ".");
        }
        for (double x : numbers) {
            if (!Double.isFinite(x)) {
                throw new IllegalArgumentException(
                        "A " + what + " holds " + x + "; look for a division by zero upstream.");
            }
        }
    }

    /**
     * Draws transitions uniformly without duplicates, in time that grows with the batch only; the same generator draws
     * the same ones. The batch is overwritten by the next draw of the same size. Throws IllegalArgumentException if
     * there are fewer.
     */
    public Batch sample(int batchSize, Rng rng) {
        if (batchSize < 1 || batchSize > size) {
            throw new IllegalArgumentException(
                    "A batch holds 1 to " + size + " of the transitions collected so far, but " + batchSize
                            + " were asked for; collect more first.");
        }
        if (batch.size() != batchSize) {
            batch = new Batch(kernels, batchSize, agents, observation + fingerprint, state);
        }
        int[] chosen = draw.from(size, batchSize, rng);
        for (int b = 0; b < batchSize; b++) unpack(chosen[b], b);
        batch.write();
        return batch;
    }

    private void unpack(int transition, int b) {
        float[][] to = batch.staged;
        System.arraycopy(actions, transition * agents, batch.actions, b * agents, agents);
        int at = transition * width;
        int dated = at + width - fingerprint;
        int row = observation + fingerprint;
        for (int part = 0; part < 2; part++) {
            for (int i = 0; i < agents; i++, at += observation) {
                int start = (b * agents + i) * row;
                System.arraycopy(rows, at, to[part], start, observation);
                System.arraycopy(rows, dated, to[part], start + observation, fingerprint);
            }
        }
        for (int part = 2; part < 4; part++, at += state) System.arraycopy(rows, at, to[part], b * state, state);
        to[4][b] = rows[at];
        to[5][b] = rows[at + 1];
    }

    @Override
    public String toString() {
        return "ReplayBuffer " + size + " of " + capacity + ", shape "
                + Arrays.toString(new int[] {agents, observation, state});
    }
}
