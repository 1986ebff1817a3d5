package marl.game;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The pure actions that pay a player most against what the others do. Every mixture of them is a best response too.
 *
 * @param actions indices of all best actions, in order; ties are why there can be several
 * @param names their names
 * @param payoff what each of them earns on average
 */
public record BestResponse(List<Integer> actions, List<String> names, double payoff) {
    /** Copies both lists. */
    public BestResponse {
        actions = List.copyOf(actions);
        names = List.copyOf(names);
    }

    /**
     * {@code player}'s best responses to the others' strategies; payoffs within {@link MatrixGame#tolerance} of the
     * best tie.
     *
     * @param mixed one strategy per player in order; {@code player}'s own one makes no difference
     */
    public static BestResponse of(MatrixGame game, int player, double[]... mixed) {
        return within(game.tolerance(), game, player, mixed);
    }

    /** {@code player}'s best responses in a two-player game to the one opponent's mixed strategy. */
    public static BestResponse against(MatrixGame game, int player, double[] opponent) {
        GameArguments.twoPlayers(game, "A best response against one opponent");
        double[] own = MixedStrategy.uniform(game.actions(player));
        return player == 0 ? of(game, player, own, opponent) : of(game, player, opponent, own);
    }

    /** Like {@link #of}, with every action that pays at least the best minus {@code tolerance}. */
    public static BestResponse within(double tolerance, MatrixGame game, int player, double[]... mixed) {
        if (!(tolerance >= 0)) {
            throw new IllegalArgumentException("The tolerance must be 0 or more, not " + tolerance + ".");
        }
        double[] earned = game.deviationPayoffs(player, mixed);
        double best = max(earned);
        List<Integer> actions = new ArrayList<>();
        for (int a = 0; a < earned.length; a++) {
            if (earned[a] >= best - tolerance) {
                actions.add(a);
            }
        }
        List<String> all = game.actionNames(player);
        return new BestResponse(actions, actions.stream().map(all::get).collect(Collectors.toList()), best);
    }

    /** For example {@code [paper] paying 1}. */
    @Override
    public String toString() {
        return names + " paying " + GameText.number(payoff);
    }

    static double max(double[] values) {
        double best = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            best = Math.max(best, value);
        }
        return best;
    }
}
