package marl.solve;

import java.util.Arrays;

/** The optimal values of a {@link FiniteMdp} for one discount factor, and the actions that reach them. Immutable. */
public final class MdpSolution {
    private final FiniteMdp mdp;
    private final double gamma;
    private final double[] values;
    private final double errorBound;
    private final int rounds;

    MdpSolution(FiniteMdp mdp, double gamma, double[] values, double errorBound, int rounds) {
        this.mdp = mdp;
        this.gamma = gamma;
        this.values = values;
        this.errorBound = errorBound;
        this.rounds = rounds;
    }

    /** The optimal value of a state, 0 if it is terminal. */
    public double value(int state) {
        return values[state];
    }

    /** All optimal values, a copy, one for each state. */
    public double[] values() {
        return values.clone();
    }

    /**
     * The value of an action followed by optimal ones; minus infinity if it is not available, 0 in a terminal state.
     */
    public double actionValue(int state, int action) {
        return mdp.actionValue(state, action, values, gamma);
    }

    /** All action values, a new array, [state][action]. */
    public double[][] actionValues() {
        double[][] q = new double[mdp.states()][mdp.actions()];
        for (int s = 0; s < q.length; s++) {
            for (int a = 0; a < q[s].length; a++) {
                q[s][a] = actionValue(s, a);
            }
        }
        return q;
    }

    /**
     * All optimal actions of a state, in order: those whose values are within twice the error bound (and at least a
     * relative 1e-9) of the best. Empty in a terminal state.
     */
    public int[] best(int state) {
        if (mdp.terminal(state)) {
            return new int[0];
        }
        double best = Double.NEGATIVE_INFINITY;
        for (int a = 0; a < mdp.actions(); a++) {
            best = Math.max(best, actionValue(state, a));
        }
        double tolerance = 2 * errorBound + 1e-9 * Math.max(1, Math.abs(best));
        int[] found = new int[mdp.actions()];
        int count = 0;
        for (int a = 0; a < found.length; a++) {
            if (actionValue(state, a) >= best - tolerance) {
                found[count++] = a;
            }
        }
        return Arrays.copyOf(found, count);
    }

    /**
     * The first of the optimal actions.
     *
     * @throws IllegalArgumentException in a terminal state
     */
    public int greedy(int state) {
        int[] best = best(state);
        if (best.length == 0) {
            throw new IllegalArgumentException("State " + state + " is terminal, so there is nothing to do in it.");
        }
        return best[0];
    }

    /** How far any value may be from the truth, at most. */
    public double errorBound() {
        return errorBound;
    }

    /** Sweeps of value iteration, or improvements of policy iteration. */
    public int rounds() {
        return rounds;
    }

    /** The discount factor. */
    public double gamma() {
        return gamma;
    }

    @Override
    public String toString() {
        return "Solution for gamma " + gamma + " after " + rounds + " rounds, values within " + errorBound;
    }
}
