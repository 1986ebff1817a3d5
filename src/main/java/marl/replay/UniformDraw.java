package marl.replay;

import java.util.Arrays;
import marl.random.Rng;

/**
 * Draws k of n different numbers, every set equally likely, with k random numbers and in time that grows with k only
 * (Floyd's algorithm; Bentley &amp; Floyd 1987). What was drawn is marked with the number of the draw, so nothing is
 * cleared.
 */
final class UniformDraw {
    private final int[] marks;
    private int[] chosen = new int[0];
    private int draws;

    UniformDraw(int largest) {
        marks = new int[largest];
    }

    /** k different numbers in 0 .. n-1, in an array that the next draw overwrites. */
    int[] from(int n, int k, Rng rng) {
        if (chosen.length != k) {
            chosen = new int[k];
        }
        if (++draws == Integer.MAX_VALUE) {
            Arrays.fill(marks, 0);
            draws = 1;
        }
        int found = 0;
        for (int last = n - k; last < n; last++) {
            int candidate = rng.below(last + 1);
            int taken = marks[candidate] == draws ? last : candidate;
            marks[taken] = draws;
            chosen[found++] = taken;
        }
        return chosen;
    }
}
