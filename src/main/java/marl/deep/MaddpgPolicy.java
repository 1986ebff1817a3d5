package marl.deep;

import marl.agent.Policy;
import marl.env.GameBatch;
import marl.env.MarkovGame;
import marl.env.Space;
import marl.nn.Mlp;
import marl.random.Require;
import marl.random.Rng;

/** One agent's actor, frozen, taking the action of the largest output; its arrays are used again. */
final class MaddpgPolicy implements Policy {
    private final Mlp actor;
    private final int agent;
    private final Space space;
    private final double[] input;
    private final double[] outputs;

    MaddpgPolicy(Mlp actor, MarkovGame game, int agent) {
        if (!(game.actionSpace(agent) instanceof Space.Discrete actions)) {
            throw new IllegalStateException(
                    game.name() + " takes controls, which a policy of numbered actions cannot give; use play(...).");
        }
        this.actor = actor;
        this.agent = agent;
        space = game.observationSpace(agent);
        input = new double[GameBatch.rowSize(space)];
        outputs = new double[actions.n()];
    }

    @Override
    public int act(double[] observation, boolean[] legal, Rng rng) {
        Require.that(
                observation.length == space.dimension(),
                "Agent " + agent + " was trained on observations of " + space.dimension() + " numbers, but got "
                        + observation.length + "; is this the same game with as many agents?");
        GameBatch.writeRow(space, observation, input, 0);
        actor.values(input, outputs);
        int best = -1;
        for (int i = 0; i < outputs.length; i++) {
            best = legal[i] && (best < 0 || outputs[i] > outputs[best]) ? i : best;
        }
        Require.that(best >= 0, "Agent " + agent + " has no legal action here.");
        return best;
    }
}
