package marl.deep;

import java.util.Arrays;
import marl.agent.Policy;
import marl.env.GameBatch;
import marl.env.MarkovGame;
import marl.env.Space;
import marl.random.Require;
import marl.random.Rng;

/** One agent's actor, frozen; its arrays are used again. */
final class ActorPolicy implements Policy {
    private final ActorCriticNets nets;
    private final RowWriter writer;
    private final int agent;
    private final int group;
    private final boolean greedy;
    private final Space space;
    private final int seenSize;
    private final double[] padded;
    private final double[] input;
    private final double[] outputs;
    private final double[] action = new double[1];

    ActorPolicy(ActorCriticNets nets, MarkovGame game, ActorCriticSettings settings, int agent, boolean greedy) {
        Require.that(
                agent >= 0 && agent < game.agents(),
                game.name() + " has agents 0 to " + (game.agents() - 1) + ", but not " + agent + ".");
        if (!(game.actionSpace(agent) instanceof Space.Discrete)) {
            throw new IllegalStateException(
                    game.name() + " takes controls, which a policy of numbered actions cannot give; use play(...).");
        }
        this.nets = nets;
        this.agent = agent;
        this.greedy = greedy;
        group = nets.groupOf(agent);
        space = game.observationSpace(agent);
        seenSize = space.dimension();
        int widest = 0;
        for (int i = 0; i < game.agents(); i++) {
            widest = Math.max(widest, GameBatch.rowSize(game.observationSpace(i)));
        }
        writer = new RowWriter(widest, 0, game.agents(), settings.ids());
        padded = new double[widest];
        input = new double[writer.inputSize()];
        outputs = new double[nets.head(group).outputs()];
    }

    @Override
    public int act(double[] observation, boolean[] legal, Rng rng) {
        Require.that(
                observation.length == seenSize,
                "Agent " + agent + " was trained on observations of " + seenSize + " numbers, but got "
                        + observation.length + "; is this the same game with as many agents?");
        GameBatch.writeRow(space, observation, padded, 0);
        writer.input(padded, 0, agent, input, 0);
        nets.actor(group).values(input, outputs);
        boolean[] may = legal.length == outputs.length ? legal : Arrays.copyOf(legal, outputs.length);
        ActorHead head = nets.head(group);
        if (greedy) {
            head.best(outputs, 0, may, 0, action, 0);
        } else {
            head.sample(outputs, 0, may, 0, rng, action, 0);
        }
        return (int) action[0];
    }
}
