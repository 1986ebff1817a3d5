package marl.replay;

import java.util.Arrays;
import marl.agent.JointTransition;

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

    /**
     * Puts a transition in a row.
     *
     * @throws IllegalArgumentException for a wrong length or a number that is not finite; then nothing has changed
     */
    void put(int to, JointTransition t, double... fingerprint) {
        check(t, fingerprint);
        boolean maskedNow = shape.actions() > 0 && t.legal().length > 0;
        boolean maskedNext = shape.actions() > 0 && t.nextLegal().length > 0 && !t.terminated();
        if (maskedNow) {
            masks.check(Masks.NOW, t.legal());
        }
        if (maskedNext) {
            masks.check(Masks.NEXT, t.nextLegal());
        }
        int agents = shape.agents();
        System.arraycopy(t.actions(), 0, actions, to * agents, agents);
        int at = to * width;
        for (double[] own : t.observations()) {
            at = put(own, at);
        }
        for (double[] own : t.nextObservations()) {
            at = put(own, at);
        }
        at = put(t.state(), at);
        at = put(t.nextState(), at);
        rows[at++] = (float) t.reward();
        rows[at++] = t.terminated() ? 0 : 1;
        put(fingerprint, at);
        if (maskedNow) {
            masks.put(to, Masks.NOW, t.legal());
        } else {
            masks.clear(to, Masks.NOW);
        }
        if (maskedNext) {
            masks.put(to, Masks.NEXT, t.nextLegal());
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

    private void check(JointTransition t, double... fingerprint) {
        int agents = shape.agents();
        if (t.actions().length != agents
                || t.observations().length != agents
                || t.nextObservations().length != agents) {
            throw new IllegalArgumentException(
                    "This buffer takes observations, actions and next observations of " + agents
                            + " agents, but got " + t.observations().length + ", " + t.actions().length + " and "
                            + t.nextObservations().length + "; make it for as many as the game has.");
        }
        for (int i = 0; i < agents; i++) {
            length("observation", shape.observation(), t.observations()[i]);
            length("next observation", shape.observation(), t.nextObservations()[i]);
        }
        length("state", shape.state(), t.state());
        length("next state", shape.state(), t.nextState());
        length("fingerprint", shape.fingerprint(), fingerprint);
        if (!Double.isFinite(t.reward())) {
            throw new IllegalArgumentException(
                    "A reward is a finite number, but got " + t.reward() + "; look where it is made.");
        }
    }

    private static void length(String what, int wanted, double... numbers) {
        if (numbers.length != wanted) {
            throw new IllegalArgumentException("Here " + what + "s have " + wanted + " numbers, but one has "
                    + numbers.length + "; make the buffer with the shape of its transitions.");
        }
        for (double x : numbers) {
            if (!Double.isFinite(x)) {
                throw new IllegalArgumentException(
                        "The " + what + " holds " + x + "; look for a division by zero upstream.");
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

    /** Copies what all agents saw, each with the fingerprint behind it, to this place of the array. */
    void observations(int transition, float[] to, int at) {
        int observation = shape.observation();
        int input = shape.input();
        int start = transition * width;
        for (int i = 0; i < shape.agents(); i++) {
            System.arraycopy(rows, start + i * observation, to, at + i * input, observation);
            int fingerprint = start + width - shape.fingerprint();
            System.arraycopy(rows, fingerprint, to, at + i * input + observation, shape.fingerprint());
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
            for (int part = Batch.OBSERVATION; part <= Batch.NEXT_OBSERVATION; part++, at += all) {
                System.arraycopy(from, at, to.staged(part), b * all, all);
            }
        } else {
            at = withFingerprint(from, start, to, b);
        }
        for (int part = Batch.STATE; part <= Batch.NEXT_STATE; part++, at += state) {
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
    private int withFingerprint(float[] from, int start, Batch to, int b) {
        int observation = shape.observation();
        int fingerprint = shape.fingerprint();
        int input = shape.input();
        int last = start + width - fingerprint;
        int at = start;
        for (int part = Batch.OBSERVATION; part <= Batch.NEXT_OBSERVATION; part++) {
            float[] rowsOut = to.staged(part);
            for (int i = 0; i < shape.agents(); i++, at += observation) {
                int place = (b * shape.agents() + i) * input;
                System.arraycopy(from, at, rowsOut, place, observation);
                System.arraycopy(from, last, rowsOut, place + observation, fingerprint);
            }
        }
        return at;
    }
}
