package marl.deep;

import marl.agent.JointTransition;
import marl.env.MarkovGame;

/** A team of two that learns in a second, and what it is shown. */
final class SmallTeam {
    static final MarkovGame GAME = new TwoStepStandIn();
    static final boolean[] BOTH = {true, true};
    static final boolean[][] ALL = {BOTH, BOTH};
    static final double[] STATE = TwoStepStandIn.state(0);
    static final double[][] HERE = TwoStepStandIn.seen(0);
    static final double[][] THERE = TwoStepStandIn.seen(1);

    static TeamQSettings.Builder small(TeamQSettings.Builder builder) {
        return builder.hidden(16)
                .adam(3e-3)
                .gamma(0.5)
                .epsilon(0.2)
                .transitions(500, 16, 1)
                .targetEvery(20)
                .seed(3);
    }

    static JointTransition step(
            double[][] from, int[] actions, double reward, double[][] to, boolean[][] legal, boolean end, boolean cut) {
        double[] now = TwoStepStandIn.state((int) from[0][0]);
        return new JointTransition(
                now, from, ALL, actions, reward, TwoStepStandIn.state((int) to[0][0]), to, legal, end, cut);
    }

    private SmallTeam() {}
}
