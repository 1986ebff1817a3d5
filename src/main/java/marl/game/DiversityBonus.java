package marl.game;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A well-meant bonus for acting differently: {@code 0.2 d / n - 0.1 (n - d)} to each of n players when d different actions
 * are chosen. For n = 3: -2/15 if all act alike, 1/30 with two kinds, 1/5 if all differ.
 *
 * <p>It depends on the actions and is no difference of potentials (Ng, Harada and Russell 1999), so it may change what is
 * best: a {@link Games#coordination(int, int, double)} game that pays less than 1/3 for agreement is best played apart with
 * it, and below 1/6 agreement is not even an equilibrium.
 */
public final class DiversityBonus {
    private DiversityBonus() {}

    /** The bonus of each player for a joint action. */
    public static double of(int... joint) {
        int n = joint.length;
        long distinct = Arrays.stream(joint).distinct().count();
        return 0.2 * distinct / n - 0.1 * (n - distinct);
    }

    /** The game with the bonus added to every payoff. */
    public static MatrixGame addedTo(MatrixGame game) {
        List<String[]> names = new ArrayList<>();
        for (int p = 0; p < game.players(); p++) {
            names.add(game.actionNames(p).toArray(String[]::new));
        }
        return MatrixGame.of(game.name() + " with a diversity bonus", names, joint -> {
            double[] paid = game.payoffs(joint);
            double bonus = of(joint);
            for (int p = 0; p < paid.length; p++) {
                paid[p] += bonus;
            }
            return paid;
        });
    }
}
