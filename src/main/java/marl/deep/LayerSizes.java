package marl.deep;

import java.util.List;
import marl.random.Require;

/** The sizes of a network's layers, from those of its hidden ones. */
final class LayerSizes {
    private LayerSizes() {}

    /** Inputs, hidden layers and outputs, in their order. */
    static int[] of(int inputs, List<Integer> hidden, int outputs) {
        int[] sizes = new int[hidden.size() + 2];
        sizes[0] = inputs;
        for (int i = 0; i < hidden.size(); i++) {
            sizes[i + 1] = hidden.get(i);
        }
        sizes[sizes.length - 1] = outputs;
        return sizes;
    }

    /**
     * Checks hidden sizes.
     *
     * @throws IllegalArgumentException if a layer has no unit
     */
    static void require(List<Integer> hidden) {
        Require.that(
                hidden.stream().allMatch(units -> units > 0),
                "Hidden layers have at least one unit, but these have " + hidden + ".");
    }
}
