package marl.env;

/** A game as it is except for the rewards: what the wrappers of this room share. */
abstract class OtherRewards implements MarkovGame {
    /** The game inside; it belongs to this wrapper. */
    final MarkovGame game;

    OtherRewards(MarkovGame game) {
        this.game = game;
    }

    static Step with(double[] rewards, Step step) {
        return new Step(step.observations(), rewards, step.terminated(), step.truncated());
    }

    @Override
    public int agents() {
        return game.agents();
    }

    @Override
    public Space observationSpace(int agent) {
        return game.observationSpace(agent);
    }

    @Override
    public Space actionSpace(int agent) {
        return game.actionSpace(agent);
    }

    @Override
    public int actions(int agent) {
        return game.actions(agent);
    }

    @Override
    public boolean[] legalActions(int agent) {
        return game.legalActions(agent);
    }

    @Override
    public double[][] reset(long seed) {
        return game.reset(seed);
    }

    @Override
    public double[] state() {
        return game.state();
    }

    @Override
    public String toString() {
        return name();
    }
}
