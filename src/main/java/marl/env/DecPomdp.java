package marl.env;

import java.util.Arrays;

/**
 * A team game seen as a decentralised partially observable Markov decision process (Oliehoek and Amato 2016): everybody is
 * paid the same, and while acting nobody sees more than its own observation.
 *
 * <p>It has two views with the same play. {@link #training} can be looked at from above, {@link #execution} cannot: its
 * {@link MarkovGame#state} throws. Whoever trains centrally and then plays the execution view knows that nothing of the
 * view from above is left in the policies.
 *
 * <p>Awkward: whether rewards are common shows only in play. A step that pays agents differently throws
 * IllegalStateException in both views; reset before playing on. Compared exactly, so use {@link TeamReward} where payments
 * are the same up to rounding.
 */
public final class DecPomdp {
    private final MarkovGame game;

    private DecPomdp(MarkovGame game) {
        this.game = game;
    }

    /** This game as a Dec-POMDP; it is played in copies. */
    public static DecPomdp of(MarkovGame game) {
        return new DecPomdp(game.copy());
    }

    /** The game with its state, for training: each call gives an independent copy as it was given. */
    public MarkovGame training() {
        return new Face(game.copy(), true);
    }

    /** The game without its state, for acting: each call gives an independent copy, whose copies have no state either. */
    public MarkovGame execution() {
        return new Face(game.copy(), false);
    }

    @Override
    public String toString() {
        return game.name() + " as a Dec-POMDP";
    }

    private static final class Face extends OtherRewards {
        private final boolean fromAbove;

        Face(MarkovGame game, boolean fromAbove) {
            super(game);
            this.fromAbove = fromAbove;
        }

        @Override
        public Step step(JointAction action) {
            Step step = game.step(action);
            for (double reward : step.rewards()) {
                if (reward != step.rewards()[0]) {
                    throw new IllegalStateException(
                            "In a Dec-POMDP everybody is paid the same, but a step of " + game.name() + " paid "
                                    + Arrays.toString(step.rewards()) + "; wrap the game in TeamReward.");
                }
            }
            return step;
        }

        @Override
        public double[] state() {
            if (!fromAbove) {
                throw new IllegalStateException("The state of " + game.name()
                        + " is for training only; while acting, a policy gets its own agent's observation.");
            }
            return game.state();
        }

        @Override
        public Face copy() {
            return new Face(game.copy(), fromAbove);
        }

        @Override
        public String name() {
            return game.name() + (fromAbove ? ", training" : ", execution");
        }
    }
}
