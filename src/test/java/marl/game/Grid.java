package marl.game;

import java.util.ArrayList;
import java.util.List;

/**
 * All mixed strategies whose probabilities are multiples of one over a number of steps: what brute force looks through.
 */
final class Grid {
    private Grid() {}

    static List<double[]> of(int actions, int steps) {
        List<double[]> all = new ArrayList<>();
        fill(new int[actions], 0, steps, steps, all);
        return all;
    }

    private static void fill(int[] counts, int action, int left, int steps, List<double[]> all) {
        if (action == counts.length - 1) {
            counts[action] = left;
            double[] mixed = new double[counts.length];
            for (int a = 0; a < mixed.length; a++) {
                mixed[a] = (double) counts[a] / steps;
            }
            all.add(mixed);
            return;
        }
        for (counts[action] = 0; counts[action] <= left; counts[action]++) {
            fill(counts, action + 1, left - counts[action], steps, all);
        }
    }
}
