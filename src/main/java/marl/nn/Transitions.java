package marl.nn;

import java.util.Arrays;

/**
 * Transitions in rows of floats: each agent's observation, each agent's next, state, next state, reward, continuing,
 * fingerprint. Actions and masks lie beside them.
 */
final class Transitions {
    private final ReplayShape shape;
    private final int width;
    private final Masks masks;
    private float[] rows;
    private int[] actions;

    Transitions(ReplayShape shape, int capacity) {
        this.shape = shape;
        width = shape.width();
        rows = new float[capacity * width];
        actions = new int[capacity * shape.agents()];
        masks = new Masks(shape, capacity);
    }

    int capacity() {
        return rows.length / width;
    }

    void resize(int capacity) {
        rows = Arrays.copyOf(rows, capacity * width);
        actions = Arrays.copyOf(actions, capacity * shape.agents());
        masks.resize(capacity);
    }

    /** Throws IllegalArgumentException, and changes nothing, for a wrong length or a number that is not finite. */
    void put(
            int to,
            double[] seen,
            int[] taken,
            double reward,
            double[] seenNext,
            boolean[][] nextLegal,
            boolean terminated,
            double[] stateNow,
            double[] stateNext,
            double... dated) {
        int agents = shape.agents();
        length("observation", seen, agents * shape.observation());
        length("next observation", seenNext, agents * shape.observation());
        length("state", stateNow, shape.state());
        length("next state", stateNext, shape.state());
        length("fingerprint", dated, shape.fingerprint());
        if (taken.length != agents) {
            throw new IllegalArgumentException(
                    "This buffer takes " + agents + " actions, but got " + taken.length + ".");
        }
        if (!Double.isFinite(reward)) {
            throw new IllegalArgumentException(
                    "A reward is a finite number, but got " + reward + "; look where it is made.");
        }
        boolean masked = shape.actions() > 0 && nextLegal.length > 0 && !terminated;
        if (masked) masks.check(nextLegal);
        System.arraycopy(taken, 0, actions, to * agents, agents);
        int at = put(seen, to * width);
        at = put(seenNext, at);
        at = put(stateNow, at);
        at = put(stateNext, at);
        rows[at++] = (float) reward;
        rows[at++] = terminated ? 0 : 1;
        put(dated, at);
        if (masked) masks.put(to, nextLegal);
        else masks.clear(to);
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

    /** Copies a transition to row b of the batch. */
    void unpack(int transition, Batch to, int b) {
        int agents = shape.agents();
        int observation = shape.observation();
        int state = shape.state();
        int fingerprint = shape.fingerprint();
        int input = shape.input();
        System.arraycopy(actions, transition * agents, to.actions, b * agents, agents);
        int at = transition * width;
        int dated = at + width - fingerprint;
        for (int part = Batch.SEEN; part <= Batch.SEEN_NEXT; part++) {
            float[] rowsOut = to.staged(part);
            for (int i = 0; i < agents; i++, at += observation) {
                int start = (b * agents + i) * input;
                System.arraycopy(rows, at, rowsOut, start, observation);
                System.arraycopy(rows, dated, rowsOut, start + observation, fingerprint);
            }
        }
        for (int part = Batch.STATE; part <= Batch.STATE_NEXT; part++, at += state) {
            System.arraycopy(rows, at, to.staged(part), b * state, state);
        }
        to.staged(Batch.REWARD)[b] = rows[at];
        to.staged(Batch.CONTINUING)[b] = rows[at + 1];
        to.staged(Batch.FILLED)[b] = 1;
        if (masks.any(transition)) masks.unpack(transition, to.restrict(), b);
    }
}
