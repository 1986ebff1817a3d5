package marl.game;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import marl.random.Require;

/** Checks of what games are asked, each with a sentence that says what is wrong and what would be right. */
final class GameArguments {
    private static final double SUM_TOLERANCE = 1e-6;

    private GameArguments() {}

    static List<List<String>> actionNames(List<List<String>> names) {
        if (names.isEmpty()) {
            throw new IllegalArgumentException("A game needs at least one player; give action names for each.");
        }
        for (int p = 0; p < names.size(); p++) {
            List<String> own = names.get(p);
            if (own.isEmpty()) {
                throw new IllegalArgumentException("Player " + p + " needs at least one action.");
            }
            own.forEach(action -> Require.text(action, "action"));
            if (new HashSet<>(own).size() < own.size()) {
                throw new IllegalArgumentException(
                        "Player " + p + "'s action names " + own + " must differ from each other.");
            }
        }
        return names;
    }

    static double[] payoffs(double[] paid, int players, int[] joint) {
        if (paid == null || paid.length != players) {
            throw new IllegalArgumentException("The payoff function must give " + players
                    + " payoffs, one per player, for the joint action " + Arrays.toString(joint) + ".");
        }
        for (double one : paid) {
            if (!Double.isFinite(one)) {
                throw new IllegalArgumentException("Payoffs must be finite numbers, but the joint action "
                        + Arrays.toString(joint) + " pays " + one + ".");
            }
        }
        return paid;
    }

    static void table(double[][] table, int rows, int columns, String what) {
        boolean fits = table.length == rows;
        for (int r = 0; fits && r < rows; r++) {
            fits = table[r].length == columns;
        }
        if (!fits) {
            throw new IllegalArgumentException("The " + what + " must be a " + rows + "x" + columns
                    + " table, one row per row action and one column per column action.");
        }
    }

    /** The size of the largest entry of a table that is not empty, not ragged and finite. */
    static double finiteTable(double[][] table) {
        if (table.length == 0 || table[0].length == 0) {
            throw new IllegalArgumentException("The payoff table needs at least one row and one column.");
        }
        table(table, table.length, table[0].length, "payoffs");
        double largest = 0;
        for (double[] row : table) {
            for (double entry : row) {
                if (!Double.isFinite(entry)) {
                    throw new IllegalArgumentException("Payoffs must be finite numbers, but one is " + entry + ".");
                }
                largest = Math.max(largest, Math.abs(entry));
            }
        }
        return largest;
    }

    static int player(StageGame game, int player) {
        if (player < 0 || player >= game.players()) {
            throw new IllegalArgumentException(
                    "There is no player " + player + "; players are numbered 0 to " + (game.players() - 1) + ".");
        }
        return player;
    }

    static int action(StageGame game, int player, int action) {
        if (action < 0 || action >= game.actions(player)) {
            throw new IllegalArgumentException("Player " + player + " has no action " + action
                    + "; the actions are numbered 0 to " + (game.actions(player) - 1) + ".");
        }
        return action;
    }

    static void joint(StageGame game, int... joint) {
        if (joint.length != game.players()) {
            throw new IllegalArgumentException("A joint action needs one action for each of the " + game.players()
                    + " players, but " + joint.length + " were given.");
        }
        for (int p = 0; p < joint.length; p++) {
            action(game, p, joint[p]);
        }
    }

    static void twoPlayers(MatrixGame game, String what) {
        if (game.players() != 2) {
            throw new IllegalArgumentException(
                    what + " needs a two-player game, but '" + game.name() + "' has " + game.players() + ".");
        }
    }

    static void mixed(MatrixGame game, double[]... mixed) {
        if (mixed.length != game.players()) {
            throw new IllegalArgumentException("Give one mixed strategy for each of the " + game.players()
                    + " players, not " + mixed.length + ".");
        }
        for (int p = 0; p < mixed.length; p++) {
            if (mixed[p].length != game.actions(p)) {
                throw new IllegalArgumentException("Player " + p + "'s mixed strategy needs " + game.actions(p)
                        + " probabilities, one per action, but has " + mixed[p].length + ".");
            }
            distribution(mixed[p]);
        }
    }

    static void distribution(double[] mixed) {
        double sum = 0;
        for (double probability : mixed) {
            // Written so that NaN fails too.
            if (!(probability >= 0)) {
                throw new IllegalArgumentException("A mixed strategy has no negative or NaN entries, but this one is "
                        + Arrays.toString(mixed) + ".");
            }
            sum += probability;
        }
        if (!(Math.abs(sum - 1) <= SUM_TOLERANCE)) {
            throw new IllegalArgumentException("A mixed strategy sums to 1, but " + Arrays.toString(mixed) + " sums to "
                    + sum + "; MixedStrategy.normalise mends weights.");
        }
    }
}
