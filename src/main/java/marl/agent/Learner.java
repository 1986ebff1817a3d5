package marl.agent;

/** A policy that changes with what it lives through. As a policy it explores; {@link #greedy} does not. */
public interface Learner extends Policy {
    /** An episode begins, counted from 0: schedules move here. */
    void startEpisode(long episode);

    /** Learns from one step. */
    void learn(Transition transition);

    /** What it has learned so far, without exploration, frozen: later learning does not change it. */
    Policy greedy();
}
