package marl.agent;

import marl.random.Rng;

/** A policy that changes with what it lives through. As a policy it explores; {@link #greedy} does not. */
public interface Learner extends Policy {
    /** A policy in a learner's seat that never learns: a frozen partner. */
    static Learner frozen(Policy policy) {
        return new Learner() {
            @Override
            public void startEpisode(long episode) {
                // Nothing moves.
            }

            @Override
            public void learn(Transition transition) {
                // Nothing is learned.
            }

            @Override
            public Policy greedy() {
                return policy;
            }

            @Override
            public int act(double[] observation, boolean[] legal, Rng rng) {
                return policy.act(observation, legal, rng);
            }

            @Override
            public void begin() {
                policy.begin();
            }
        };
    }

    /** An episode begins, counted from 0: schedules move here. */
    void startEpisode(long episode);

    /** Learns from one step. */
    void learn(Transition transition);

    /** What it has learned so far, without exploration, frozen: later learning does not change it. */
    Policy greedy();
}
