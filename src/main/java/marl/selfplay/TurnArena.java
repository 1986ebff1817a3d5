package marl.selfplay;

import marl.agent.Learner;
import marl.agent.Policy;
import marl.agent.Transition;
import marl.env.StepLimit;
import marl.env.TurnGame;
import marl.random.Rng;

/**
 * A game of turns. To the learner a step goes from one turn of its own to the next one, or to the end; what happens in
 * between belongs to it.
 */
final class TurnArena implements Arena {
    private final TurnGame game;
    private final double[] paid = new double[2];

    TurnArena(TurnGame game) {
        if (game.seats() != 2) {
            throw new IllegalArgumentException(
                    "Self-play is for two, but " + game.name() + " has " + game.seats() + " seats.");
        }
        this.game = game.copy();
    }

    @Override
    public String name() {
        return game.name();
    }

    @Override
    public void requireOneForBothSeats() {
        // All seats share one numbering of actions, and observations are a seat's own.
    }

    @Override
    public void play(Learner learner, Policy rival, int seat, Rng own, Rng others, Rng world) {
        game.restart();
        double[] seen = {};
        int action = -1;
        double before = 0;
        for (int steps = 1; !game.over(); steps++) {
            if (game.turn() == TurnGame.CHANCE) {
                game.playChance(world);
            } else if (game.turn() == seat) {
                double[] now = game.observation(seat);
                boolean[] legal = game.legalActions();
                if (action >= 0) {
                    double reward = game.returns(seat) - before;
                    learner.learn(new Transition(seen, action, reward, now, legal, false, false));
                }
                before = game.returns(seat);
                seen = now;
                action = learner.act(now, legal, own);
                game.play(action);
            } else {
                game.play(rival.act(game.observation(1 - seat), game.legalActions(), others));
            }
            StepLimit.LEARNING.check(game.name(), steps);
        }
        if (action >= 0) {
            double reward = game.returns(seat) - before;
            learner.learn(
                    new Transition(seen, action, reward, game.observation(seat), game.legalActions(), true, false));
        }
        paid[0] = game.returns(0);
        paid[1] = game.returns(1);
    }

    @Override
    public double paid(int seat) {
        return paid[seat];
    }
}
