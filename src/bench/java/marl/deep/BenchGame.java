package marl.deep;

import marl.env.JointAction;
import marl.env.MarkovGame;
import marl.env.Space;
import marl.env.Step;

/** Only the sizes of a game: it cannot be played. */
record BenchGame(int agents, int observation, int actions, int stateSize) implements MarkovGame {
    @Override
    public Space observationSpace(int agent) {
        return Space.Box.of(observation, -10, 10);
    }

    @Override
    public Space actionSpace(int agent) {
        return new Space.Discrete(actions);
    }

    @Override
    public double[][] reset(long seed) {
        return new double[agents][observation];
    }

    @Override
    public Step step(JointAction actions) {
        throw new UnsupportedOperationException("only its sizes are known");
    }

    @Override
    public double[] state() {
        return new double[stateSize];
    }

    @Override
    public MarkovGame copy() {
        return this;
    }

    @Override
    public String name() {
        return "sizes";
    }
}
