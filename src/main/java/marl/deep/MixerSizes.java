package marl.deep;

/** Whether arguments have the sizes a mixer was made for. */
final class MixerSizes {
    private MixerSizes() {}

    /** Throws IllegalArgumentException unless there is an agent and a state. */
    static void requireTeam(int agents, int stateSize) {
        if (agents < 1) {
            throw new IllegalArgumentException("a mixer mixes the values of at least one agent, not of " + agents);
        }
        if (stateSize < 1) {
            throw new IllegalArgumentException(
                    "this mixer looks at a state of at least one number, not of " + stateSize);
        }
    }

    /** Throws IllegalArgumentException unless there is a value for each agent and a state of the right length. */
    static void require(Mixer mixer, int values, int state) {
        if (values != mixer.agents()) {
            throw new IllegalArgumentException(
                    "this mixer takes the values of " + mixer.agents() + " agents, but got " + values);
        }
        if (mixer.stateSize() > 0 && state != mixer.stateSize()) {
            throw new IllegalArgumentException(
                    "this mixer takes a state of " + mixer.stateSize() + " numbers, but got " + state);
        }
    }
}
