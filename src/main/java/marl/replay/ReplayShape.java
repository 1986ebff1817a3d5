package marl.replay;

/**
 * What a replay buffer keeps of each transition.
 *
 * @param agents how many agents observe and act, at least 1
 * @param observation the length of an agent's observation, at least 1
 * @param state the length of the global state, 0 for none
 * @param fingerprint the length of a fingerprint, 0 for none
 * @param actions how many actions an agent has if legal-action masks are kept, 0 if they are not
 */
public record ReplayShape(int agents, int observation, int state, int fingerprint, int actions) {
    /** Checks the sizes. */
    public ReplayShape {
        if (agents < 1 || observation < 1 || state < 0 || fingerprint < 0 || actions < 0) {
            throw new IllegalArgumentException("A replay buffer needs positive sizes, but got agents " + agents
                    + ", observation " + observation + ", state " + state + ", fingerprint " + fingerprint
                    + ", actions " + actions + ".");
        }
    }

    /** Observations and actions of this many agents, without state, fingerprint or masks. */
    public static ReplayShape of(int agents, int observationSize) {
        return new ReplayShape(agents, observationSize, 0, 0, 0);
    }

    /** The same with a global state of this length. */
    public ReplayShape withState(int length) {
        return new ReplayShape(agents, observation, length, fingerprint, actions);
    }

    /** The same with a fingerprint of this length. */
    public ReplayShape withFingerprint(int length) {
        return new ReplayShape(agents, observation, state, length, actions);
    }

    /** The same with a mask over this many actions for each agent. */
    public ReplayShape withMasks(int numberOfActions) {
        return new ReplayShape(agents, observation, state, fingerprint, numberOfActions);
    }

    /** Numbers in a transition's row. */
    int width() {
        return 2 * agents * observation + 2 * state + 2 + fingerprint;
    }

    /** Numbers in an agent's row of a batch. */
    int input() {
        return observation + fingerprint;
    }
}
