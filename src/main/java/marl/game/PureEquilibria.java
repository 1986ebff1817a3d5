package marl.game;

import java.util.ArrayList;
import java.util.List;

/**
 * Nash equilibria in which nobody mixes, found by looking at every joint action of a game with any number of players.
 */
public final class PureEquilibria {
    private PureEquilibria() {}

    /** All pure equilibria in order of their indices; empty when there are none, as in matching pennies. */
    public static List<ActionProfile> of(MatrixGame game) {
        List<ActionProfile> found = new ArrayList<>();
        for (int cell = 0; cell < game.jointActions(); cell++) {
            int[] joint = game.joint(cell);
            if (isEquilibrium(game, joint)) {
                found.add(ActionProfile.of(game, joint));
            }
        }
        return found;
    }

    /** Whether no player gains more than {@link MatrixGame#tolerance} by changing its own action alone. */
    public static boolean isEquilibrium(MatrixGame game, int... joint) {
        for (int p = 0; p < game.players(); p++) {
            if (!isBestResponse(game, p, joint)) {
                return false;
            }
        }
        return true;
    }

    /** Whether {@code player}'s action in {@code joint} is a best response to the others' actions in it. */
    public static boolean isBestResponse(MatrixGame game, int player, int... joint) {
        double now = game.payoff(player, joint);
        int[] other = joint.clone();
        for (other[player] = 0; other[player] < game.actions(player); other[player]++) {
            if (game.payoff(player, other) > now + game.tolerance()) {
                return false;
            }
        }
        return true;
    }
}
