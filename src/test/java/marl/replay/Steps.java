package marl.replay;

import marl.agent.JointTransition;
import marl.agent.Transition;

/** Transitions for tests, where all is legal unless said. */
final class Steps {
    private static final boolean[][] ALL = {};

    private Steps() {}

    static Transition one(double[] seen, int action, double reward, double[] next, boolean terminated) {
        return new Transition(seen, action, reward, next, new boolean[0], terminated, false);
    }

    static JointTransition joint(
            double[][] seen, int[] actions, double reward, double[][] next, boolean terminated, double[]... states) {
        double[] none = {};
        double[] now = states.length == 0 ? none : states[0];
        double[] then = states.length == 0 ? none : states[1];
        return new JointTransition(now, seen, ALL, actions, reward, then, next, ALL, terminated, false);
    }

    static JointTransition masked(JointTransition t, boolean[][] legal, boolean[][] nextLegal) {
        return new JointTransition(
                t.state(),
                t.observations(),
                legal,
                t.actions(),
                t.reward(),
                t.nextState(),
                t.nextObservations(),
                nextLegal,
                t.terminated(),
                t.truncated());
    }
}
