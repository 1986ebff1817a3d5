package marl.selfplay;

import java.util.List;
import marl.agent.Learner;
import marl.agent.Policy;
import marl.agent.Transition;
import marl.env.MarkovGame;
import marl.env.StepLimit;
import marl.random.Rng;
import marl.train.EpisodeRunner;

/** An episode of a Markov game of two: both act at once, one of them learns from every step. */
final class MarkovArena implements Arena {
    private final MarkovGame game;
    private final EpisodeRunner runner;

    MarkovArena(MarkovGame game) {
        if (game.agents() != 2) {
            throw new IllegalArgumentException(
                    "Self-play is for two, but " + game.name() + " has " + game.agents() + " agents.");
        }
        this.game = game.copy();
        this.runner = new EpisodeRunner(game, 1, StepLimit.LEARNING);
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
        List<Policy> policies = seat == 0 ? List.of(learner, rival) : List.of(rival, learner);
        Rng[] chance = seat == 0 ? new Rng[] {own, others} : new Rng[] {others, own};
        runner.play(
                policies,
                chance,
                world.bits(),
                (seen, actions, step, legal) -> learner.learn(new Transition(
                        seen[seat],
                        actions[seat],
                        step.rewards()[seat],
                        step.observations()[seat],
                        legal[seat],
                        step.terminated(),
                        step.truncated())));
    }

    @Override
    public double paid(int seat) {
        return runner.lastReturn(seat);
    }
}
