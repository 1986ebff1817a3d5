package marl.env;

import java.util.Arrays;

/**
 * What all agents do at the same moment: either one action index each, or one control vector each.
 *
 * <p>Awkward for speed: a joint action keeps the array it was given, so a loop may make one and refill its array. Whoever
 * wants to keep one must not write to that array again.
 */
public sealed interface JointAction {
    /** How many agents act. */
    int agents();

    /** One action index for each agent, in the order of the agents: {@code JointAction.of(0, 1)}. */
    static JointAction of(int... actions) {
        return new Discrete(actions);
    }

    /** One control vector for each agent: {@code JointAction.of(new double[] {0.1, 0}, new double[] {0, 1})}. */
    static JointAction of(double[]... controls) {
        return new Continuous(controls);
    }

    /**
     * The action index of one agent.
     *
     * @throws IllegalArgumentException if there is no such agent or the agents act with control vectors
     */
    default int discrete(int agent) {
        throw new IllegalArgumentException(
                "This joint action holds control vectors, not action indices; ask for continuous(" + agent + ").");
    }

    /**
     * The control vector of one agent.
     *
     * @throws IllegalArgumentException if there is no such agent or the agents act with action indices
     */
    default double[] continuous(int agent) {
        throw new IllegalArgumentException(
                "This joint action holds action indices, not control vectors; ask for discrete(" + agent + ").");
    }

    private static void requireAgent(int agent, int agents) {
        if (agent < 0 || agent >= agents) {
            throw new IllegalArgumentException(
                    "There is no agent " + agent + " in a joint action of " + agents + "; agents count from 0.");
        }
    }

    /**
     * Action indices.
     *
     * @param actions one index for each agent, not copied
     */
    record Discrete(int[] actions) implements JointAction {
        @Override
        public int agents() {
            return actions.length;
        }

        @Override
        public int discrete(int agent) {
            requireAgent(agent, actions.length);
            return actions[agent];
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Discrete d && Arrays.equals(actions, d.actions);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(actions);
        }

        @Override
        public String toString() {
            return Arrays.toString(actions);
        }
    }

    /**
     * Control vectors.
     *
     * @param controls [agent][coordinate], not copied
     */
    record Continuous(double[][] controls) implements JointAction {
        @Override
        public int agents() {
            return controls.length;
        }

        @Override
        public double[] continuous(int agent) {
            requireAgent(agent, controls.length);
            return controls[agent];
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Continuous c && Arrays.deepEquals(controls, c.controls);
        }

        @Override
        public int hashCode() {
            return Arrays.deepHashCode(controls);
        }

        @Override
        public String toString() {
            return Arrays.deepToString(controls);
        }
    }
}
