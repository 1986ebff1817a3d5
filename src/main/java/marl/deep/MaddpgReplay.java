package marl.deep;

import marl.random.Rng;

/**
 * The last joint transitions, a ring that forgets the oldest. Batches are drawn uniformly and independently, so that a transition
 * may come twice, as the authors draw them. Numbers are kept in 32 bits whatever the networks' precision.
 */
final class MaddpgReplay {
    private final MaddpgShape shape;
    private final int capacity;
    private final float[] rows;
    private int size;
    private int next;

    MaddpgReplay(MaddpgShape shape, int capacity) {
        if ((long) capacity * shape.width() > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException("A replay holds at most 2^31 numbers, but " + capacity
                    + " transitions of " + shape.width() + " numbers are more; lower the capacity.");
        }
        this.shape = shape;
        this.capacity = capacity;
        rows = new float[capacity * shape.width()];
    }

    int size() {
        return size;
    }

    /**
     * Adds a transition, a row as {@link MaddpgShape} lays it out; copied.
     *
     * @throws IllegalArgumentException if a number is not finite; then nothing is added
     */
    void add(double[] row) {
        for (int i = 0; i < shape.width(); i++) {
            if (!Double.isFinite(row[i])) {
                throw new IllegalArgumentException(
                        "A transition holds " + row[i] + "; look for a division by zero in the game.");
            }
        }
        int at = next * shape.width();
        for (int i = 0; i < shape.width(); i++) {
            rows[at + i] = (float) row[i];
        }
        next = (next + 1) % capacity;
        size = Math.min(size + 1, capacity);
    }

    /** Draws as many transitions as the batch holds. */
    void draw(MaddpgBatch batch, Rng chance) {
        for (int b = 0; b < batch.size(); b++) {
            batch.put(b, rows, chance.below(size) * shape.width());
        }
        batch.show();
    }
}
