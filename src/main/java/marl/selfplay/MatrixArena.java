package marl.selfplay;

import java.util.Arrays;
import marl.agent.Learner;
import marl.agent.Policy;
import marl.agent.SoftmaxLearner;
import marl.game.MatrixGame;
import marl.random.Rng;

/** One round of a matrix game, in plain arrays and without garbage; draws the same numbers as the long way round. */
final class MatrixArena implements Arena {
    private static final double[] NOTHING = {-1, -1};

    private final MatrixGame game;
    /** [seat][row's action][column's action]. */
    private final double[][][] payoffs;

    private final boolean[][] legal;
    private final double[] paid = new double[2];

    MatrixArena(MatrixGame game) {
        if (game.players() != 2) {
            throw new IllegalArgumentException(
                    "Self-play is for two, but " + game.name() + " has " + game.players() + " players.");
        }
        this.game = game;
        this.payoffs = new double[][][] {game.payoffMatrix(0), game.payoffMatrix(1)};
        this.legal = new boolean[][] {new boolean[game.actions(0)], new boolean[game.actions(1)]};
        Arrays.fill(legal[0], true);
        Arrays.fill(legal[1], true);
    }

    @Override
    public String name() {
        return game.name();
    }

    @Override
    public void requireOneForBothSeats() {
        boolean symmetric = game.actions(0) == game.actions(1);
        for (int a = 0; symmetric && a < game.actions(0); a++) {
            for (int b = 0; b < game.actions(1); b++) {
                symmetric &= Math.abs(payoffs[0][a][b] - payoffs[1][b][a]) <= game.tolerance();
            }
        }
        if (!symmetric) {
            throw new IllegalArgumentException(
                    game.name() + " does not look the same from both seats; give a learner for each of them.");
        }
    }

    /** A round asks the rival once, before anything is learned, so the learner can stand in for its own copy. */
    @Override
    public Policy latest(Learner learner) {
        return learner;
    }

    @Override
    public void play(Learner learner, Policy rival, int seat, Rng own, Rng others, Rng world) {
        SoftmaxLearner softmax = (SoftmaxLearner) learner;
        int mine = softmax.act(NOTHING, legal[seat], own);
        int theirs = rival.act(NOTHING, legal[1 - seat], others);
        int row = seat == 0 ? mine : theirs;
        int column = seat == 0 ? theirs : mine;
        paid[0] = payoffs[0][row][column];
        paid[1] = payoffs[1][row][column];
        softmax.learn(mine, paid[seat]);
    }

    @Override
    public double paid(int seat) {
        return paid[seat];
    }
}
