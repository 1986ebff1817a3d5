package marl.game;

import java.util.Arrays;
import marl.random.Rng;

/** All players of a game as one, see {@link StageGame#inOneHand}. */
record OneHand(StageGame game, int jointActions) implements StageGame {
    private static final int MOST_ACTIONS = 1 << 20;

    static OneHand over(StageGame game) {
        long product = 1;
        for (int p = 0; p < game.players(); p++) {
            product *= game.actions(p);
            if (product > MOST_ACTIONS) {
                throw new IllegalArgumentException("'" + game.name()
                        + "' has more than a million joint actions, too many for one hand; use fewer players.");
            }
        }
        return new OneHand(game, (int) product);
    }

    @Override
    public String name() {
        return game.name() + " in one hand";
    }

    @Override
    public int players() {
        return 1;
    }

    @Override
    public int actions(int player) {
        return jointActions;
    }

    @Override
    public double[] payoffs(int... joint) {
        return mean(game.payoffs(split(joint)));
    }

    @Override
    public double[] play(Rng chance, int... joint) {
        return mean(game.play(chance, split(joint)));
    }

    @Override
    public boolean stochastic() {
        return game.stochastic();
    }

    private int[] split(int... joint) {
        GameArguments.joint(this, joint);
        int[] actions = new int[game.players()];
        for (int p = actions.length - 1, rest = joint[0]; p >= 0; p--) {
            actions[p] = rest % game.actions(p);
            rest /= game.actions(p);
        }
        return actions;
    }

    private static double[] mean(double... payoffs) {
        return new double[] {Arrays.stream(payoffs).sum() / payoffs.length};
    }
}
