package marl.deep;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import marl.env.MarkovGame;
import marl.env.Space;
import marl.nn.Activation;
import marl.nn.Mlp;
import marl.nn.Parameters;
import marl.nn.Trainable;
import marl.random.Require;
import marl.random.Rng;

/**
 * The actors and critics of a team: one of each for all agents, or one of each for every agent. A group is what shares a network.
 */
final class ActorCriticNets implements Trainable {
    private final List<ActorHead> heads;
    private final List<Mlp> actors;
    private final List<Mlp> critics;

    private ActorCriticNets(List<ActorHead> heads, List<Mlp> actors, List<Mlp> critics) {
        this.heads = heads;
        this.actors = actors;
        this.critics = critics;
    }

    static ActorCriticNets of(MarkovGame game, ActorCriticSettings settings, int inputs, int criticInputs) {
        int agents = game.agents();
        List<ActorHead> heads = new ArrayList<>();
        List<Mlp> actors = new ArrayList<>();
        List<Mlp> critics = new ArrayList<>();
        Rng weights = Rng.of(settings.seed(), "weights", 0);
        int groups = settings.sharing() ? 1 : agents;
        for (int group = 0; group < groups; group++) {
            Space[] spaces = new Space[settings.sharing() ? agents : 1];
            int own = group;
            Arrays.setAll(spaces, i -> game.actionSpace(own + i));
            ActorHead head = ActorHead.of(spaces);
            heads.add(head);
            actors.add(net("actor " + group, settings, weights, inputs, head.outputs()));
            if (settings.critic() != CriticKind.NONE) {
                critics.add(net("critic " + group, settings, weights, criticInputs, 1));
            }
        }
        return new ActorCriticNets(List.copyOf(heads), actors, critics);
    }

    private static Mlp net(String name, ActorCriticSettings settings, Rng rng, int inputs, int outputs) {
        int[] sizes = LayerSizes.of(inputs, settings.hidden(), outputs);
        return Mlp.named(name, Activation.TANH, settings.precision(), rng, sizes);
    }

    ActorCriticNets copy() {
        return new ActorCriticNets(
                heads,
                actors.stream().map(Mlp::copy).toList(),
                critics.stream().map(Mlp::copy).toList());
    }

    int groups() {
        return actors.size();
    }

    /** Which group this agent's networks are. */
    int groupOf(int agent) {
        return actors.size() == 1 ? 0 : agent;
    }

    ActorHead head(int group) {
        return heads.get(group);
    }

    Mlp actor(int group) {
        return actors.get(group);
    }

    boolean hasCritics() {
        return !critics.isEmpty();
    }

    Mlp critic(int group) {
        Require.that(hasCritics(), "This learner has no critic; say critic(LOCAL) or critic(CENTRAL).");
        return critics.get(group);
    }

    @Override
    public List<Parameters> parameters() {
        List<Parameters> all = new ArrayList<>();
        actors.forEach(net -> all.addAll(net.parameters()));
        critics.forEach(net -> all.addAll(net.parameters()));
        return all;
    }
}
