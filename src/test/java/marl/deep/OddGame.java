package marl.deep;

import marl.env.JointAction;
import marl.env.MarkovGame;
import marl.env.Space;
import marl.env.Step;

/** A game no team of Q-learners can play: agents that see differently, or steer. */
record OddGame(boolean discrete) implements MarkovGame {
    @Override
    public int agents() {
        return 2;
    }

    @Override
    public Space observationSpace(int agent) {
        return agent == 0 ? new Space.Discrete(2) : Space.Box.of(5, 0, 1);
    }

    @Override
    public Space actionSpace(int agent) {
        return discrete ? new Space.Discrete(2) : Space.Box.of(2, -1, 1);
    }

    @Override
    public double[][] reset(long seed) {
        return new double[][] {{0}, new double[5]};
    }

    @Override
    public Step step(JointAction actions) {
        return new Step(reset(0), new double[2], true, false);
    }

    @Override
    public double[] state() {
        return new double[1];
    }

    @Override
    public MarkovGame copy() {
        return this;
    }

    @Override
    public String name() {
        return discrete ? "looking" : "steering";
    }
}
