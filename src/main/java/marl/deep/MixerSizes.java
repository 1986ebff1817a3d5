package marl.deep;

/** Whether arguments have the sizes a mixer was made for. */
final class MixerSizes {
    private MixerSizes() {}

    /**
     * Checks the size of a team.
     *
     * @throws IllegalArgumentException unless there is an agent and a state
     */
    static void requireTeam(int agents, int stateSize) {
        if (agents < 1) {
            throw new IllegalArgumentException(
                    "A mixer mixes the values of at least one agent, not of " + agents + ".");
        }
        if (stateSize < 1) {
            throw new IllegalArgumentException(
                    "This mixer looks at a state of at least one number, not of " + stateSize + ".");
        }
    }

    /**
     * Checks what a mixer is given.
     *
     * @throws IllegalArgumentException unless there is a value for each agent and a state of the right length
     */
    static void require(Mixer mixer, int values, int state) {
        if (values != mixer.agents()) {
            throw new IllegalArgumentException(
                    "This mixer takes the values of " + mixer.agents() + " agents, but got " + values + ".");
        }
        if (mixer.stateSize() > 0 && state != mixer.stateSize()) {
            throw new IllegalArgumentException(
                    "This mixer takes a state of " + mixer.stateSize() + " numbers, but got " + state + ".");
        }
    }
}
