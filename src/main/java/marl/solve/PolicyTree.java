package marl.solve;

import java.util.Map;

/**
 * What an agent does from now to the end, as a tree: an action, and for each thing that it may see next another tree. It is all the
 * memory that a finite horizon can use (Oliehoek and Amato 2016, section 2.4).
 *
 * @param action what it does now
 * @param after the rest, by what it sees next; empty in the last step
 */
public record PolicyTree(int action, Map<Integer, PolicyTree> after) {
    /** Keeps a copy of the branches. */
    public PolicyTree {
        after = Map.copyOf(after);
    }
}
