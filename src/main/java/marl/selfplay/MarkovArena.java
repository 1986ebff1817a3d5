package marl.selfplay;

import marl.agent.Learner;
import marl.agent.Policy;
import marl.agent.Transition;
import marl.env.JointAction;
import marl.env.MarkovGame;
import marl.env.Step;
import marl.random.Rng;

/** An episode of a Markov game of two: both act at once, one of them learns from every step. */
final class MarkovArena implements Arena {
    private final MarkovGame game;
    private final double[] paid = new double[2];

    MarkovArena(MarkovGame game) {
        if (game.agents() != 2) {
            throw new IllegalArgumentException(
                    "Self-play is for two, but " + game.name() + " has " + game.agents() + " agents.");
        }
        this.game = game.copy();
    }

    @Override
    public String name() {
        return game.name();
    }

    @Override
    public void requireOneForBothSeats() {
        if (!game.actionSpace(0).equals(game.actionSpace(1))
                || !game.observationSpace(0).equals(game.observationSpace(1))) {
            throw new IllegalArgumentException(
                    game.name() + " has other actions or observations in each seat; give a learner for each of them.");
        }
    }

    @Override
    public void play(Learner learner, Policy rival, int seat, Rng own, Rng others, Rng world) {
        paid[0] = 0;
        paid[1] = 0;
        double[][] seen = game.reset(world.bits());
        int[] actions = new int[2];
        boolean over = false;
        for (int steps = 1; !over; steps++) {
            actions[seat] = learner.act(seen[seat], game.legalActions(seat), own);
            actions[1 - seat] = rival.act(seen[1 - seat], game.legalActions(1 - seat), others);
            Step step = game.step(JointAction.of(actions));
            paid[0] += step.rewards()[0];
            paid[1] += step.rewards()[1];
            learner.learn(new Transition(
                    seen[seat],
                    actions[seat],
                    step.rewards()[seat],
                    step.observations()[seat],
                    game.legalActions(seat),
                    step.terminated(),
                    step.truncated()));
            seen = step.observations();
            over = step.over();
            Patience.look(game.name(), steps);
        }
    }

    @Override
    public double paid(int seat) {
        return paid[seat];
    }
}
