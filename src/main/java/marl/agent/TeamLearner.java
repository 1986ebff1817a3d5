package marl.agent;

import java.util.ArrayList;
import java.util.List;

/**
 * A team that trains together and acts alone: centralised training, decentralised execution. The split is in the types.
 * {@link #learn} is given the state and what everybody saw and did; what comes out are {@link Policy policies}, and a
 * policy is given one agent's own observation and nothing else.
 */
public interface TeamLearner {
    /** The number of agents. */
    int agents();

    /** An episode begins, counted from 0: schedules move here. */
    void startEpisode(long episode);

    /** How this agent acts while the team trains: it explores, and changes as the team learns. */
    Policy actor(int agent);

    /** Learns from one step of the whole team. */
    void learn(JointTransition transition);

    /** How this agent acts without exploration, as the team is now; later learning does not change it. */
    Policy greedy(int agent);

    /** The greedy policies of all agents, in their order. */
    default List<Policy> greedy() {
        List<Policy> all = new ArrayList<>();
        for (int agent = 0; agent < agents(); agent++) {
            all.add(greedy(agent));
        }
        return all;
    }
}
