package marl.solve;

import java.util.ArrayList;
import java.util.List;

/**
 * A Markov decision process with finitely many states and actions, all of it known: what a planner may look at and a
 * learner may not.
 *
 * <p>Kept sparse: each state and action has a list of outcomes, each with a next state, a probability and a reward. A
 * terminal state has no actions and is worth 0. An action without outcomes in a state is not available there. Immutable.
 */
public final class FiniteMdp {
    private static final double SUM_TOLERANCE = 1e-9;

    private final int states;
    private final int actions;
    private final boolean[] terminal;
    private final int[] first;
    private final int[] next;
    private final double[] probability;
    private final double[] reward;
    private final double[] meanReward;

    private FiniteMdp(int states, int actions, boolean[] terminal, List<Outcome> outcomes) {
        this.states = states;
        this.actions = actions;
        this.terminal = terminal;
        this.first = new int[states * actions + 1];
        for (Outcome o : outcomes) {
            first[o.pair + 1]++;
        }
        for (int i = 0; i < states * actions; i++) {
            first[i + 1] += first[i];
        }
        this.next = new int[outcomes.size()];
        this.probability = new double[outcomes.size()];
        this.reward = new double[outcomes.size()];
        this.meanReward = new double[states * actions];
        int[] filled = first.clone();
        for (Outcome o : outcomes) {
            int at = filled[o.pair]++;
            next[at] = o.next;
            probability[at] = o.probability;
            reward[at] = o.reward;
            meanReward[o.pair] += o.probability * o.reward;
        }
    }

    private record Outcome(int pair, int next, double probability, double reward) {}

    /**
     * Begins a process with these numbers of states and actions.
     *
     * @throws IllegalArgumentException unless each is at least 1
     */
    public static Builder of(int states, int actions) {
        return new Builder(states, actions);
    }

    /** The number of states. */
    public int states() {
        return states;
    }

    /** The number of actions of every state. */
    public int actions() {
        return actions;
    }

    /** Whether nothing follows this state. */
    public boolean terminal(int state) {
        return terminal[state];
    }

    /** Whether this action can be taken in this state. */
    public boolean available(int state, int action) {
        return outcomes(state, action) > 0;
    }

    /** How many outcomes an action has in a state. */
    public int outcomes(int state, int action) {
        int pair = state * actions + action;
        return first[pair + 1] - first[pair];
    }

    /** The state that follows in the k-th outcome. */
    public int next(int state, int action, int k) {
        return next[first[state * actions + action] + k];
    }

    /** The probability of the k-th outcome. */
    public double probability(int state, int action, int k) {
        return probability[first[state * actions + action] + k];
    }

    /** The reward of the k-th outcome. */
    public double reward(int state, int action, int k) {
        return reward[first[state * actions + action] + k];
    }

    /** The mean reward of an action in a state. */
    public double meanReward(int state, int action) {
        return meanReward[state * actions + action];
    }

    /**
     * The value of taking an action when the states that follow have these values (Sutton &amp; Barto 2nd ed., equation
     * 4.6 for a greedy choice); minus infinity if the action is not available, 0 in a terminal state.
     */
    public double actionValue(int state, int action, double[] values, double gamma) {
        if (terminal[state]) {
            return 0;
        }
        int pair = state * actions + action;
        if (first[pair] == first[pair + 1]) {
            return Double.NEGATIVE_INFINITY;
        }
        double sum = 0;
        for (int i = first[pair]; i < first[pair + 1]; i++) {
            sum += probability[i] * values[next[i]];
        }
        return meanReward[pair] + gamma * sum;
    }

    @Override
    public String toString() {
        return "FiniteMdp of " + states + " states x " + actions + " actions, " + next.length + " outcomes";
    }

    /** Collects outcomes and terminal states, and checks them. */
    public static final class Builder {
        private final int states;
        private final int actions;
        private final boolean[] terminal;
        private final double[] sums;
        private final List<Outcome> outcomes = new ArrayList<>();

        private Builder(int states, int actions) {
            if (states < 1 || actions < 1) {
                throw new IllegalArgumentException(
                        "A decision process needs at least one state and one action, but got " + states + " and "
                                + actions + ".");
            }
            this.states = states;
            this.actions = actions;
            this.terminal = new boolean[states];
            this.sums = new double[states * actions];
        }

        /** A certain outcome. */
        public Builder sure(int state, int action, int next, double reward) {
            return outcome(state, action, next, 1, reward);
        }

        /**
         * One possible outcome.
         *
         * @throws IllegalArgumentException for a state or action that does not exist, a probability outside (0, 1] or a reward that is not finite
         */
        public Builder outcome(int state, int action, int next, double probability, double reward) {
            requireBelow("state", state, states);
            requireBelow("action", action, actions);
            requireBelow("next state", next, states);
            if (!(probability > 0 && probability <= 1 + SUM_TOLERANCE) || !Double.isFinite(reward)) {
                throw new IllegalArgumentException(
                        "An outcome needs a probability in (0, 1] and a finite reward, but got " + probability + " and "
                                + reward + ".");
            }
            outcomes.add(new Outcome(state * actions + action, next, probability, reward));
            sums[state * actions + action] += probability;
            return this;
        }

        /** Nothing follows this state. */
        public Builder terminal(int state) {
            requireBelow("state", state, states);
            terminal[state] = true;
            return this;
        }

        /**
         * The process.
         *
         * @throws IllegalStateException if probabilities do not sum to 1 within 1e-9, a terminal state has outcomes, or another state has none
         */
        public FiniteMdp build() {
            for (int s = 0; s < states; s++) {
                boolean any = false;
                for (int a = 0; a < actions; a++) {
                    double sum = sums[s * actions + a];
                    any |= sum > 0;
                    if (sum > 0 && Math.abs(sum - 1) > SUM_TOLERANCE) {
                        throw new IllegalStateException("The outcomes of action " + a + " in state " + s
                                + " must have probabilities that sum to 1, but they sum to " + sum + ".");
                    }
                }
                if (any == terminal[s]) {
                    throw new IllegalStateException("State " + s
                            + (any
                                    ? " is terminal but has outcomes; drop one or the other."
                                    : " has no outcomes; give it some or say terminal(" + s + ")."));
                }
            }
            return new FiniteMdp(states, actions, terminal.clone(), outcomes);
        }

        private static void requireBelow(String what, int index, int limit) {
            if (index < 0 || index >= limit) {
                throw new IllegalArgumentException(
                        "There is no " + what + " " + index + "; it must be from 0 to " + (limit - 1) + ".");
            }
        }
    }
}
