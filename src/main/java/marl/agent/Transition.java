package marl.agent;

import java.util.Arrays;

/**
 * What one agent lived through in one step; what a {@link Learner} learns from. The arrays are not copied and not to be
 * changed.
 *
 * @param observation what it saw before acting
 * @param action what it did
 * @param reward what it was paid
 * @param nextObservation what it saw afterwards, the final observation after an ending
 * @param nextLegal which actions it may take next, one flag for each
 * @param terminated the world ended: nothing follows, so nothing is bootstrapped
 * @param truncated a time limit cut the episode off: the world would have gone on, so the next value still counts
 */
public record Transition(
        double[] observation,
        int action,
        double reward,
        double[] nextObservation,
        boolean[] nextLegal,
        boolean terminated,
        boolean truncated) {
    @Override
    public boolean equals(Object other) {
        return other instanceof Transition t
                && action == t.action
                && Double.compare(reward, t.reward) == 0
                && terminated == t.terminated
                && truncated == t.truncated
                && Arrays.equals(observation, t.observation)
                && Arrays.equals(nextObservation, t.nextObservation)
                && Arrays.equals(nextLegal, t.nextLegal);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(observation) + Arrays.hashCode(nextObservation) + action;
    }

    @Override
    public String toString() {
        return "Transition[" + Arrays.toString(observation) + ", action " + action + ", reward " + reward + " -> "
                + Arrays.toString(nextObservation) + (terminated ? ", terminated" : "")
                + (truncated ? ", truncated" : "")
                + "]";
    }
}
