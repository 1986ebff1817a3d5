package marl.replay;

import marl.agent.JointTransition;
import marl.agent.Transition;
import marl.nn.Precision;
import marl.nn.Staging;
import marl.random.Rng;

/**
 * The last transitions, for learning from them again in any order (Lin 1992; Mnih et al. 2015): a ring that forgets the
 * oldest.
 *
 * <p>With fingerprints (Foerster et al. 2017, section 4.2), a few numbers that date a transition, such as the
 * exploration rate and the episode, are appended to every observation that comes out. With masks, a batch says which
 * actions were legal before and after. Awkward: numbers are kept in 32 bits whatever the precision of the batch.
 */
public final class ReplayBuffer {
    private final int capacity;
    private final ReplayShape shape;
    private final Transitions transitions;
    private final UniformDraw draw;
    private final Staging staging;
    private Batch batch;
    private int size;
    private int next;

    private ReplayBuffer(Precision precision, int capacity, ReplayShape shape) {
        if (capacity < 1) {
            throw new IllegalArgumentException(
                    "A replay buffer needs positive sizes, but got capacity " + capacity + ".");
        }
        if ((long) capacity * shape.width() > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException("A buffer holds at most 2^31 numbers, but " + capacity
                    + " transitions of " + shape.width() + " numbers are more; lower the capacity.");
        }
        this.capacity = capacity;
        this.shape = shape;
        transitions = new Transitions(shape, capacity);
        draw = new UniformDraw(capacity);
        staging = Staging.of(precision);
        batch = new Batch(staging, 1, shape);
    }

    /** A buffer for one agent, in single precision, without masks. */
    public static ReplayBuffer of(int capacity, int observationSize) {
        return of(Precision.SINGLE, capacity, ReplayShape.of(1, observationSize));
    }

    /** A buffer for this many transitions of this shape, whose batches come in this precision. */
    public static ReplayBuffer of(Precision precision, int capacity, ReplayShape shape) {
        return new ReplayBuffer(precision, capacity, shape);
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
     * Adds one agent's transition, to a buffer of one agent without states.
     *
     * @param transition copied; only a terminated one ends what is bootstrapped, a truncated one does not
     * @param fingerprint as many numbers as the shape says
     * @throws IllegalArgumentException as {@link #add(JointTransition, double...)} does
     */
    public void add(Transition transition, double... fingerprint) {
        add(JointTransition.of(transition), fingerprint);
    }

    /**
     * Adds a team's transition. What is legal is not looked at in a buffer without masks.
     *
     * @param transition copied; empty masks mean that everything is legal
     * @param fingerprint as many numbers as the shape says
     * @throws IllegalArgumentException for a wrong length, a number that is not finite, or an agent without a legal action;
     *     then nothing is added
     */
    public void add(JointTransition transition, double... fingerprint) {
        transitions.put(next, transition, fingerprint);
        next = (next + 1) % capacity;
        size = Math.min(size + 1, capacity);
    }

    /**
     * Draws transitions uniformly without duplicates, in time that grows with the batch only; the same generator draws
     * the same ones. The batch is overwritten by the next draw of the same size.
     *
     * @throws IllegalArgumentException if there are fewer
     */
    public Batch sample(int batchSize, Rng rng) {
        if (batchSize < 1 || batchSize > size) {
            throw new IllegalArgumentException(
                    "A batch holds 1 to " + size + " of the transitions collected so far, but " + batchSize
                            + " were asked for; collect more first.");
        }
        if (batch.size() != batchSize) {
            batch = new Batch(staging, batchSize, shape);
        }
        batch.start();
        int[] chosen = draw.from(size, batchSize, rng);
        transitions.unpack(chosen, batch);
        return batch;
    }

    @Override
    public String toString() {
        return "ReplayBuffer " + size + " of " + capacity + ", " + shape;
    }
}
