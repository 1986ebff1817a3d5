package marl.env;

/** Checks of joint actions that every environment makes before it changes anything. */
public final class Actions {
    private Actions() {}

    /**
     * The action indices, checked: one for each agent and each below its limit. The array is the joint action's own.
     *
     * @param game the game's name, for messages
     * @param limits the number of actions of each agent
     * @throws IllegalArgumentException if the joint action is continuous, too short or long, or out of range
     */
    public static int[] discrete(String game, JointAction action, int... limits) {
        if (!(action instanceof JointAction.Discrete discrete)) {
            throw new IllegalArgumentException(
                    game + " takes one action index for each agent, not control vectors; use JointAction.of(int...).");
        }
        int[] actions = discrete.actions();
        requireAgents(game, actions.length, limits.length);
        for (int i = 0; i < limits.length; i++) {
            if (actions[i] < 0 || actions[i] >= limits[i]) {
                throw new IllegalArgumentException("Agent " + i + " of " + game + " has actions 0 to " + (limits[i] - 1)
                        + ", but was given " + actions[i] + ".");
            }
        }
        return actions;
    }

    /**
     * The control vectors, checked: one for each agent, inside its box. The array is the joint action's own.
     *
     * @throws IllegalArgumentException if the joint action is discrete, too short or long, or out of bounds
     */
    public static double[][] continuous(String game, JointAction action, Space.Box... boxes) {
        if (!(action instanceof JointAction.Continuous continuous)) {
            throw new IllegalArgumentException(game
                    + " takes one control vector for each agent, not action indices; use JointAction.of(double[]...).");
        }
        double[][] controls = continuous.controls();
        requireAgents(game, controls.length, boxes.length);
        for (int i = 0; i < boxes.length; i++) {
            if (!boxes[i].contains(controls[i])) {
                throw new IllegalArgumentException("Agent " + i + " of " + game + " was given a control outside its "
                        + boxes[i] + ": " + java.util.Arrays.toString(controls[i]) + ".");
            }
        }
        return controls;
    }

    private static void requireAgents(String game, int given, int agents) {
        if (given != agents) {
            throw new IllegalArgumentException(game + " has " + agents + (agents == 1 ? " agent" : " agents") + ", but "
                    + given + (given == 1 ? " action was given." : " actions were given."));
        }
    }
}
