package marl.game;

import java.util.Arrays;
import java.util.Optional;

/**
 * Finds actions that another strategy of the same player beats, whatever the others do.
 *
 * <p>An action that no single action dominates may still be dominated by a mixture, so both are tried: all single
 * actions first, then a linear program (Osborne and Rubinstein 1994, section 4.2; Conitzer and Sandholm 2005). A
 * dominator is returned only after its advantage has been recomputed from the payoffs. Differences of up to
 * {@link MatrixGame#tolerance} count as ties.
 */
public final class Dominance {
    private Dominance() {}

    /**
     * A strategy of {@code player} that pays more than {@code action} against every joint action of the others, if any.
     */
    public static Optional<Domination> strict(MatrixGame game, int player, int action) {
        return find(game, player, action, true);
    }

    /**
     * A strategy of {@code player} that never pays less than {@code action} and pays more against at least one joint
     * action of the others, if any. A strictly dominated action is weakly dominated too.
     */
    public static Optional<Domination> weak(MatrixGame game, int player, int action) {
        return find(game, player, action, false);
    }

    /** Whether the single action {@code better} pays {@code player} more than {@code worse} against everything. */
    public static boolean strictly(MatrixGame game, int player, int better, int worse) {
        GameArguments.action(game, player, better);
        return holds(advantages(game, player, worse)[better], game.tolerance(), true);
    }

    /** Whether {@code better} never pays {@code player} less than {@code worse}, and sometimes more. */
    public static boolean weakly(MatrixGame game, int player, int better, int worse) {
        GameArguments.action(game, player, better);
        return holds(advantages(game, player, worse)[better], game.tolerance(), false);
    }

    private static Optional<Domination> find(MatrixGame game, int player, int action, boolean strict) {
        double[][] advantages = advantages(game, player, action);
        double tolerance = game.tolerance();
        for (int better = 0; better < advantages.length; better++) {
            if (holds(advantages[better], tolerance, strict)) {
                double[] pure = MixedStrategy.pure(advantages.length, better);
                return Optional.of(Domination.of(game, player, action, pure, strict));
            }
        }
        double[] mixed = strict ? Minimax.rows(advantages) : largestTotal(advantages, action);
        double[] advantage = new double[advantages[0].length];
        for (int b = 0; b < mixed.length; b++) {
            for (int o = 0; o < advantage.length; o++) {
                advantage[o] += mixed[b] * advantages[b][o];
            }
        }
        return holds(advantage, tolerance, strict)
                ? Optional.of(Domination.of(game, player, action, mixed, strict))
                : Optional.empty();
    }

    private static boolean holds(double[] advantage, double tolerance, boolean strict) {
        double least = Arrays.stream(advantage).min().orElseThrow();
        return strict ? least > tolerance : least >= -tolerance && BestResponse.max(advantage) > tolerance;
    }

    /**
     * The mixture with the largest summed advantage among those that are nowhere worse; {@code action} itself if there
     * is none.
     */
    private static double[] largestTotal(double[][] advantages, int action) {
        int others = advantages[0].length;
        double[] totals = new double[advantages.length];
        double[][] limits = new double[others + 1][advantages.length];
        for (int b = 0; b < advantages.length; b++) {
            for (int o = 0; o < others; o++) {
                totals[b] += advantages[b][o];
                limits[o][b] = -advantages[b][o];
            }
            limits[others][b] = 1;
        }
        double[] right = new double[others + 1];
        right[others] = 1;
        double[] weights = Minimax.maximise(totals, limits, right);
        return Arrays.stream(weights).sum() > 0.5
                ? MixedStrategy.normalise(weights)
                : MixedStrategy.pure(weights.length, action);
    }

    /** How much more each own action pays than {@code action}: {@code [own action][joint action of the others]}. */
    private static double[][] advantages(MatrixGame game, int player, int action) {
        GameArguments.action(game, GameArguments.player(game, player), action);
        double[][] advantages = new double[game.actions(player)][game.jointActions() / game.actions(player)];
        int other = 0;
        for (int cell = 0; cell < game.jointActions(); cell++) {
            int[] joint = game.joint(cell);
            if (joint[player] != action) {
                continue;
            }
            double base = game.payoff(player, joint);
            for (int own = 0; own < advantages.length; own++) {
                joint[player] = own;
                advantages[own][other] = game.payoff(player, joint) - base;
            }
            other++;
        }
        return advantages;
    }
}
