package marl.game;

import java.util.ArrayList;
import java.util.List;

/**
 * Why an action can be struck out: a pure or mixed strategy of the same player that does better.
 *
 * @param player who owns the action
 * @param action the dominated action
 * @param name its name
 * @param by the dominating strategy: one probability per action of the player
 * @param byText the dominating strategy in words, such as {@code 0.5 top + 0.5 middle}
 * @param strict whether it does better against everything; otherwise never worse and sometimes better
 */
public record Domination(int player, int action, String name, List<Double> by, String byText, boolean strict) {
    /** Copies the list. */
    public Domination {
        by = List.copyOf(by);
    }

    static Domination of(MatrixGame game, int player, int action, double[] by, boolean strict) {
        List<String> names = game.actionNames(player);
        List<Double> weights = new ArrayList<>();
        List<String> terms = new ArrayList<>();
        for (int a = 0; a < by.length; a++) {
            weights.add(by[a]);
            if (by[a] > 0) {
                terms.add(by[a] == 1 ? names.get(a) : GameText.number(by[a]) + " " + names.get(a));
            }
        }
        return new Domination(player, action, names.get(action), weights, String.join(" + ", terms), strict);
    }

    /** Whether the dominating strategy is a single action. */
    public boolean byPure() {
        return by.contains(1.0);
    }

    /** For example {@code player 0: cooperate is strictly dominated by defect}. */
    @Override
    public String toString() {
        return "player " + player + ": " + name + " is " + (strict ? "strictly" : "weakly") + " dominated by " + byText;
    }
}
