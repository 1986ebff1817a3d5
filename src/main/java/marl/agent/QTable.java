package marl.agent;

import java.util.Arrays;
import marl.random.Rng;

/**
 * A value for each state and action. Not thread-safe.
 *
 * <p>States and actions count from 0; for speed only array bounds are checked, so an action that is out of range may read
 * a neighbouring row.
 */
public final class QTable {
    private final int states;
    private final int actions;
    private final double[] values;

    /**
     * A table of zeros.
     *
     * @param states number of rows, at least 1
     * @param actions number of columns, at least 1
     * @throws IllegalArgumentException if one of them is below 1
     */
    public QTable(int states, int actions) {
        if (states < 1 || actions < 1) {
            throw new IllegalArgumentException(
                    "A table needs at least one state and one action, but got " + states + " and " + actions + ".");
        }
        this.states = states;
        this.actions = actions;
        this.values = new double[Math.multiplyExact(states, actions)];
    }

    /** The number of states. */
    public int states() {
        return states;
    }

    /** The number of actions. */
    public int actions() {
        return actions;
    }

    /** One value. */
    public double get(int state, int action) {
        return values[state * actions + action];
    }

    /** Overwrites one value. */
    public void set(int state, int action, double value) {
        values[state * actions + action] = value;
    }

    /** Adds to one value. */
    public void add(int state, int action, double change) {
        values[state * actions + action] += change;
    }

    /** Overwrites all values with one. */
    public void fill(double value) {
        Arrays.fill(values, value);
    }

    /** A copy of a state's values, one for each action. */
    public double[] row(int state) {
        return Arrays.copyOfRange(values, state * actions, (state + 1) * actions);
    }

    /** The largest value of a state. */
    public double max(int state) {
        double best = values[state * actions];
        for (int i = state * actions + 1; i < (state + 1) * actions; i++) {
            best = Math.max(best, values[i]);
        }
        return best;
    }

    /**
     * The largest value of a state among its legal actions.
     *
     * @throws IllegalArgumentException if none is legal, or if there is not one flag for each action: then the learner was made for another game
     */
    public double max(int state, boolean[] legal) {
        if (legal.length != actions) {
            throw new IllegalArgumentException("This table has " + actions + " actions, but the game offers "
                    + legal.length + "; make the learner with as many.");
        }
        double best = Double.NEGATIVE_INFINITY;
        int base = state * actions;
        boolean any = false;
        for (int a = 0; a < actions; a++) {
            if (legal[a]) {
                any = true;
                best = Math.max(best, values[base + a]);
            }
        }
        requireLegal(any, state);
        return best;
    }

    /**
     * The legal action of the largest value; exact ties are broken uniformly at random, with one draw and only if there is
     * a tie. (Always taking the first of equals lets a fresh table walk into the same wall for ever.)
     *
     * @throws IllegalArgumentException if no action is legal
     */
    public int argmax(int state, boolean[] legal, Rng rng) {
        double best = max(state, legal);
        int base = state * actions;
        int ties = 0;
        int first = -1;
        for (int a = actions - 1; a >= 0; a--) {
            if (legal[a] && values[base + a] == best) {
                ties++;
                first = a;
            }
        }
        if (ties == 0) {
            throw new IllegalStateException(
                    "State " + state + " holds NaN: the step size or the rewards are not finite.");
        }
        int skip = ties > 1 ? rng.below(ties) : 0;
        int action = first;
        while (skip > 0) {
            action++;
            if (legal[action] && values[base + action] == best) {
                skip--;
            }
        }
        return action;
    }

    /** All actions whose value is within the tolerance of the state's largest, in order. */
    public int[] best(int state, double tolerance) {
        double best = max(state);
        int[] found = new int[actions];
        int count = 0;
        for (int a = 0; a < actions; a++) {
            if (get(state, a) >= best - tolerance) {
                found[count++] = a;
            }
        }
        return Arrays.copyOf(found, count);
    }

    /**
     * The largest absolute difference of two values in the same place.
     *
     * @throws IllegalArgumentException for another shape
     */
    public double maxAbsDifference(QTable other) {
        if (states != other.states || actions != other.actions) {
            throw new IllegalArgumentException("Cannot compare a table of " + states + " x " + actions + " with one of "
                    + other.states + " x " + other.actions + ".");
        }
        double largest = 0;
        for (int i = 0; i < values.length; i++) {
            largest = Math.max(largest, Math.abs(values[i] - other.values[i]));
        }
        return largest;
    }

    /** An independent copy. */
    public QTable copy() {
        QTable copy = new QTable(states, actions);
        System.arraycopy(values, 0, copy.values, 0, values.length);
        return copy;
    }

    /** All values in one row, a copy, state by state. */
    double[] values() {
        return values.clone();
    }

    /**
     * Overwrites all values.
     *
     * @throws IllegalArgumentException for another number of them
     */
    void restore(double... all) {
        if (all.length != values.length) {
            throw new IllegalArgumentException(
                    "A table of " + states + " x " + actions + " cannot hold " + all.length + " values.");
        }
        System.arraycopy(all, 0, values, 0, all.length);
    }

    /** All values, a copy, [state][action]. */
    public double[][] toArray() {
        double[][] rows = new double[states][];
        Arrays.setAll(rows, this::row);
        return rows;
    }

    @Override
    public String toString() {
        return "QTable of " + states + " states x " + actions + " actions";
    }

    private static void requireLegal(boolean any, int state) {
        if (!any) {
            throw new IllegalArgumentException("No action is legal in state " + state + ", so none is the best.");
        }
    }
}
