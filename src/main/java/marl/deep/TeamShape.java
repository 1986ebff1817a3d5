package marl.deep;

import java.util.ArrayList;
import java.util.List;
import marl.env.MarkovGame;
import marl.env.Space;

/**
 * What a team's networks need to know of a game.
 *
 * @param encodings what each agent's network sees, without ids
 * @param actions how many actions each agent has
 * @param stateSize the length of the state
 * @param lastAction whether each network also sees its agent's last action
 */
record TeamShape(List<Encoding> encodings, int actions, int stateSize, boolean lastAction) {

    TeamShape {
        encodings = List.copyOf(encodings);
    }

    /**
     * Looks at a copy of the game.
     *
     * @throws IllegalArgumentException if its agents cannot share sizes
     */
    static TeamShape of(MarkovGame game) {
        MarkovGame own = game.copy();
        own.reset(0); // the length of the state is not known before
        List<Encoding> encodings = new ArrayList<>();
        for (int agent = 0; agent < own.agents(); agent++) {
            if (!(own.actionSpace(agent) instanceof Space.Discrete)) {
                throw new IllegalArgumentException("Agent " + agent + " of " + own.name()
                        + " has continuous controls, but a team of Q-learners picks one of several actions.");
            }
            encodings.add(Encoding.of(own.observationSpace(agent)));
            if (own.actions(agent) != own.actions(0)) {
                throw new IllegalArgumentException("Agents 0 and " + agent + " of " + own.name() + " have "
                        + own.actions(0) + " and " + own.actions(agent)
                        + " actions; a team of Q-learners needs the same number for all.");
            }
            if (encodings.get(agent).inputs() != encodings.get(0).inputs()) {
                throw new IllegalArgumentException("Agents 0 and " + agent + " of " + own.name() + " see "
                        + encodings.get(0) + " and " + encodings.get(agent)
                        + "; a team of Q-learners needs observations of one length.");
            }
        }
        return new TeamShape(encodings, own.actions(0), own.state().length, false);
    }

    int agents() {
        return encodings.size();
    }

    /** The same with each agent's id appended to what it sees. */
    TeamShape withIds() {
        List<Encoding> marked = new ArrayList<>();
        for (int agent = 0; agent < agents(); agent++) {
            marked.add(encodings.get(agent).withId(agent, agents()));
        }
        return new TeamShape(marked, actions, stateSize, lastAction);
    }

    /** The same with each agent's last action appended, or not. */
    TeamShape withLastAction(boolean on) {
        return new TeamShape(encodings, actions, stateSize, on);
    }

    /** Numbers that go into an agent's network. */
    int inputs() {
        return encodings.get(0).inputs() + (lastAction ? actions : 0);
    }
}
