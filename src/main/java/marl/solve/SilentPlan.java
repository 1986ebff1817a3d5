package marl.solve;

import marl.env.SwitchRiddle;
import marl.random.Require;

/**
 * The best shared rule for the {@link SwitchRiddle} without a bulb, for prisoners who know the day and how often they have been in the
 * room: whether to tell, for each day and count, by trying all rules over all sequences of visits. Telling before day n is always
 * wrong and left out. A rule might also look at the days on which one was there; that is not tried.
 *
 * <p>For n = 3 it tells on day 5 whoever is new and on day 6 whoever has been there at most twice: 390/729, where telling blindly on
 * the last day is worth 351/729.
 */
public final class SilentPlan {
    private static final int PRISONERS = 3;

    private SilentPlan() {}

    /**
     * The best rule.
     *
     * @param value what it is worth
     * @param tells whether to tell, [day from 0][how often one has been there before]
     */
    public record Best(double value, boolean[][] tells) {}

    /**
     * Finds it.
     *
     * @throws IllegalArgumentException unless there are 2 or 3 prisoners: four have 2^49 rules
     */
    public static Best of(SwitchRiddle riddle) {
        int n = riddle.agents();
        Require.that(
                n <= PRISONERS, "All rules are tried for 2 or 3 prisoners; " + n + " of them have too many to try.");
        int days = riddle.days();
        int sequences = (int) Math.pow(n, days);
        int[][] cell = new int[sequences][days];
        boolean[][] complete = new boolean[sequences][days];
        int[] first = new int[days + 1];
        for (int day = 0; day < days; day++) {
            first[day + 1] = first[day] + (day + 1 < n ? 0 : day + 1);
        }
        for (int s = 0; s < sequences; s++) {
            follow(s, n, first, cell[s], complete[s]);
        }
        long bestRule = 0;
        int best = Integer.MIN_VALUE;
        for (long rule = 0; rule < 1L << first[days]; rule++) {
            int sum = 0;
            for (int s = 0; s < sequences; s++) {
                sum += paid(rule, n, cell[s], complete[s]);
            }
            if (sum > best) {
                best = sum;
                bestRule = rule;
            }
        }
        boolean[][] tells = new boolean[days][];
        for (int day = 0; day < days; day++) {
            tells[day] = new boolean[day + 1];
            for (int count = 0; count <= day && day + 1 >= n; count++) {
                tells[day][count] = (bestRule >> (first[day] + count) & 1) == 1;
            }
        }
        return new Best((double) best / sequences, tells);
    }

    /** Which bit of a rule each day of a sequence asks, and whether all have been there by then. */
    private static void follow(int sequence, int n, int[] first, int[] cell, boolean[] complete) {
        int[] visits = new int[n];
        int here = 0;
        int left = sequence;
        for (int day = 0; day < cell.length; day++) {
            int visitor = left % n;
            left /= n;
            here += visits[visitor] == 0 ? 1 : 0;
            cell[day] = first[day] + visits[visitor];
            complete[day] = here == n;
            visits[visitor]++;
        }
    }

    private static int paid(long rule, int n, int[] cell, boolean[] complete) {
        for (int day = n - 1; day < cell.length; day++) {
            if ((rule >> cell[day] & 1) == 1) {
                return complete[day] ? 1 : -1;
            }
        }
        return 0;
    }
}
