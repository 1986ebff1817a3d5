package marl.game;

import java.util.ArrayList;
import java.util.List;

/**
 * One pure action for every player, with the names to print: also called a joint action or pure strategy profile.
 *
 * @param actions one action index per player
 * @param names the names of these actions
 */
public record ActionProfile(List<Integer> actions, List<String> names) {
    /** Copies both lists, which must be equally long. */
    public ActionProfile {
        actions = List.copyOf(actions);
        names = List.copyOf(names);
        if (actions.size() != names.size()) {
            throw new IllegalArgumentException(
                    actions.size() + " actions need as many names, not " + names.size() + ".");
        }
    }

    /** The profile of {@code game} in which player i picks action {@code joint[i]}. */
    public static ActionProfile of(MatrixGame game, int... joint) {
        GameArguments.joint(game, joint);
        List<Integer> actions = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (int p = 0; p < joint.length; p++) {
            actions.add(joint[p]);
            names.add(game.actionNames(p).get(joint[p]));
        }
        return new ActionProfile(actions, names);
    }

    /** The action indices as a new array, ready for {@link MatrixGame#payoffs}. */
    public int[] joint() {
        return actions.stream().mapToInt(Integer::intValue).toArray();
    }

    /** For example {@code (defect, defect)}. */
    @Override
    public String toString() {
        return "(" + String.join(", ", names) + ")";
    }
}
