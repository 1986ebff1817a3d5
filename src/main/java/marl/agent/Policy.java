package marl.agent;

import marl.env.ObservationIndex;
import marl.env.Partner;
import marl.random.Rng;

/**
 * A rule for acting on an observation with discrete actions; every policy can serve as a fixed {@link Partner}. A policy may
 * remember what it saw since {@link #begin}. Awkward: such a policy plays one game at a time, and a method reference {@code
 * policy::act} is a policy that nobody tells of the start of an episode, so it carries its memory over the end.
 */
@FunctionalInterface
public interface Policy extends Partner {
    /** Each legal action with the same probability. */
    static Policy uniform() {
        return (observation, legal, rng) -> Policy.anyLegal(legal, rng);
    }

    /** Always this action. Acting where it is not legal is an IllegalStateException. */
    static Policy always(int action) {
        return (observation, legal, rng) -> {
            if (action < 0 || action >= legal.length || !legal[action]) {
                throw new IllegalStateException("Action " + action + " is not legal here; pick among the legal ones.");
            }
            return action;
        };
    }

    /**
     * The action of the largest value in the observation's row, ties broken at random. It reads the table as it is when it
     * acts; pass a copy to freeze it.
     */
    static Policy greedy(QTable table, ObservationIndex index) {
        return (observation, legal, rng) -> table.argmax(index.of(observation), legal, rng);
    }

    /**
     * With probability epsilon any legal action, otherwise what the other policy does; it sees only what it is asked about.
     *
     * @throws IllegalArgumentException unless epsilon is in [0, 1]
     */
    static Policy mostly(Policy policy, double epsilon) {
        if (!(epsilon >= 0 && epsilon <= 1)) {
            throw new IllegalArgumentException("Epsilon is a probability, but got " + epsilon + ".");
        }
        return new Policy() {
            @Override
            public int act(double[] observation, boolean[] legal, Rng rng) {
                return rng.uniform() < epsilon ? anyLegal(legal, rng) : policy.act(observation, legal, rng);
            }

            @Override
            public void begin() {
                policy.begin();
            }
        };
    }

    /**
     * A uniformly random legal action.
     *
     * @throws IllegalArgumentException if none is legal
     */
    static int anyLegal(boolean[] legal, Rng rng) {
        int count = 0;
        for (boolean flag : legal) {
            count += flag ? 1 : 0;
        }
        if (count == 0) {
            throw new IllegalArgumentException("No action is legal here, so none can be picked.");
        }
        int skip = rng.below(count);
        int action = 0;
        while (!legal[action] || skip-- > 0) {
            action++;
        }
        return action;
    }
}
