package marl.replay;

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
    private float[] fetched = new float[0];

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
    void put(int to, ReplayStep step) {
        int agents = shape.agents();
        length("observation", step.seen(), agents * shape.observation());
        length("next observation", step.seenNext(), agents * shape.observation());
        length("state", step.state(), shape.state());
        length("next state", step.stateNext(), shape.state());
        length("fingerprint", step.dated(), shape.fingerprint());
        if (step.taken().length != agents) {
            throw new IllegalArgumentException(
                    "This buffer takes " + agents + " actions, but got " + step.taken().length + ".");
        }
        if (!Double.isFinite(step.reward())) {
            throw new IllegalArgumentException(
                    "A reward is a finite number, but got " + step.reward() + "; look where it is made.");
        }
        boolean maskedNow = shape.actions() > 0 && step.legal().length > 0;
        boolean maskedNext = shape.actions() > 0 && step.nextLegal().length > 0 && !step.terminated();
        if (maskedNow) {
            masks.check(Masks.NOW, step.legal());
        }
        if (maskedNext) {
            masks.check(Masks.NEXT, step.nextLegal());
        }
        System.arraycopy(step.taken(), 0, actions, to * agents, agents);
        int at = put(step.seen(), to * width);
        at = put(step.seenNext(), at);
        at = put(step.state(), at);
        at = put(step.stateNext(), at);
        rows[at++] = (float) step.reward();
        rows[at++] = step.terminated() ? 0 : 1;
        put(step.dated(), at);
        if (maskedNow) {
            masks.put(to, Masks.NOW, step.legal());
        } else {
            masks.clear(to, Masks.NOW);
        }
        if (maskedNext) {
            masks.put(to, Masks.NEXT, step.nextLegal());
        } else {
            masks.clear(to, Masks.NEXT);
        }
    }

    private int put(double[] from, int at) {
        int i = at;
        for (double x : from) {
            rows[i++] = (float) x;
        }
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
     * Copies these transitions to the rows of the batch. Whole rows first, in one go: they lie far apart in memory, and
     * the processor waits for many of them at once only if nothing else is done in between.
     */
    void unpack(int[] chosen, Batch to) {
        if (fetched.length < chosen.length * width) {
            fetched = new float[chosen.length * width];
        }
        for (int b = 0; b < chosen.length; b++) {
            System.arraycopy(rows, chosen[b] * width, fetched, b * width, width);
        }
        for (int b = 0; b < chosen.length; b++) {
            unpack(chosen[b], fetched, b * width, to, b);
        }
    }

    /** Copies a transition to row b of the batch. */
    void unpack(int transition, Batch to, int b) {
        unpack(transition, rows, transition * width, to, b);
    }

    /** The same from a row that was fetched before and starts here. */
    private void unpack(int transition, float[] from, int start, Batch to, int b) {
        int agents = shape.agents();
        int observation = shape.observation();
        int state = shape.state();
        int fingerprint = shape.fingerprint();
        System.arraycopy(actions, transition * agents, to.actions, b * agents, agents);
        int at = start;
        if (fingerprint == 0) {
            int all = agents * observation;
            for (int part = Batch.SEEN; part <= Batch.SEEN_NEXT; part++, at += all) {
                System.arraycopy(from, at, to.staged(part), b * all, all);
            }
        } else {
            at = dated(from, start, to, b);
        }
        for (int part = Batch.STATE; part <= Batch.STATE_NEXT; part++, at += state) {
            System.arraycopy(from, at, to.staged(part), b * state, state);
        }
        to.staged(Batch.REWARD)[b] = from[at];
        to.staged(Batch.CONTINUING)[b] = from[at + 1];
        to.staged(Batch.FILLED)[b] = 1;
        for (int side = Masks.NOW; side <= Masks.NEXT; side++) {
            if (masks.any(transition, side)) {
                masks.unpack(transition, side, to.restrict(side), b);
            }
        }
    }

    /** Observations with the fingerprint behind each; returns where the row goes on. */
    private int dated(float[] from, int start, Batch to, int b) {
        int observation = shape.observation();
        int fingerprint = shape.fingerprint();
        int input = shape.input();
        int dated = start + width - fingerprint;
        int at = start;
        for (int part = Batch.SEEN; part <= Batch.SEEN_NEXT; part++) {
            float[] rowsOut = to.staged(part);
            for (int i = 0; i < shape.agents(); i++, at += observation) {
                int place = (b * shape.agents() + i) * input;
                System.arraycopy(from, at, rowsOut, place, observation);
                System.arraycopy(from, dated, rowsOut, place + observation, fingerprint);
            }
        }
        return at;
    }
}
