package marl.solve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import marl.env.SwitchRiddle;
import marl.game.ZeroSum;
import marl.random.Require;

/**
 * The best protocol for the {@link SwitchRiddle} that all prisoners share and that knows the day, the bulb and whether one has been there
 * before: exactly, although there are 81 rules for each of 4n - 6 days. What everybody knows is how likely each count of prisoners with
 * each bulb is; a day's rule moves these probabilities, and nobody sees anything in common. So it is a partially observable process
 * without observations, and its value is the largest of finitely many linear functions, one for each way to go on. They are found from
 * the last day backwards; one that is nowhere the largest is dropped, by a linear program (Monahan 1982; Kaelbling, Littman and Cassandra
 * 1998, section 4).
 *
 * <p>For n = 3 it is 540/729, all that chance allows. For n = 4 it is .774754, just below chance's .780602: one bit and the day do not
 * quite count to four. That takes some ten seconds.
 */
public final class RiddlePlan {
    private static final int MOST = 4;
    private static final double EQUAL = 1e-10;
    private static final int RULES = 9;

    private RiddlePlan() {}

    /**
     * The best protocol.
     *
     * @param value what it is worth
     * @param actions what to do, [day][bulb][been before], bulb and been being 0 or 1
     */
    public record Best(double value, int[][][] actions) {
        /** The same as a rule. */
        public RiddleValue.Protocol protocol() {
            return (day, bulb, been) -> actions[day][bulb ? 1 : 0][been ? 1 : 0];
        }
    }

    /** What a way to go on is worth for each count k = 1 .. n and bulb, [2 (k - 1) + bulb]; its rule, [bulb][been]; and what follows. */
    private record Way(double[] worth, int[][] rule, List<Way> next) {}

    /**
     * Finds it.
     *
     * @throws IllegalArgumentException for more than 4 prisoners
     */
    public static Best of(SwitchRiddle riddle) {
        int n = riddle.agents();
        Require.that(
                n <= MOST,
                "For " + n + " prisoners there are 81 rules for each of " + riddle.days()
                        + " days, which is too much; take at most " + MOST + ".");
        List<Way> ways = List.of(new Way(new double[2 * n], new int[2][2], List.of()));
        for (int day = riddle.days() - 1; day > 0; day--) {
            ways = largest(backup(n, riddle.hasBulb(), ways));
        }
        // On the first day one prisoner is new and the light is off.
        double best = -1;
        int first = SwitchRiddle.TELL;
        Way found = ways.get(0);
        for (Way way : ways) {
            for (int bulb = 0; bulb < (riddle.hasBulb() ? 2 : 1); bulb++) {
                if (way.worth()[bulb] > best) {
                    best = way.worth()[bulb];
                    first = bulb == 1 ? SwitchRiddle.TOGGLE : SwitchRiddle.NONE;
                    found = way;
                }
            }
        }
        int[][][] actions = new int[riddle.days()][][];
        actions[0] = new int[][] {{first, SwitchRiddle.NONE}, {SwitchRiddle.NONE, SwitchRiddle.NONE}};
        for (int day = 1; day < actions.length; day++) {
            actions[day] = found.rule();
            found = found.next().get(0);
        }
        return new Best(best, actions);
    }

    /** All ways to go on that begin with some rule, without those that are never better than another one. */
    private static List<Way> backup(int n, boolean bulbWorks, List<Way> next) {
        TreeMap<double[], Way> all = new TreeMap<>(Arrays::compare);
        for (Way way : next) {
            for (int off = 0; off < RULES; off++) {
                for (int on = 0; on < RULES; on++) {
                    int[][] rule = {{off / 3, off % 3}, {on / 3, on % 3}};
                    double[] worth = new double[2 * n];
                    for (int s = 0; s < worth.length; s++) {
                        worth[s] = worth(n, bulbWorks, s / 2 + 1, s % 2, rule[s % 2], way.worth());
                    }
                    all.putIfAbsent(worth, new Way(worth, rule, List.of(way)));
                }
            }
        }
        List<Way> sorted = new ArrayList<>(all.values());
        sorted.sort(Comparator.comparingDouble(w -> -Arrays.stream(w.worth()).sum()));
        List<Way> kept = new ArrayList<>();
        for (Way way : sorted) {
            if (kept.stream().noneMatch(other -> neverWorse(other.worth(), way.worth()))) {
                kept.add(way);
            }
        }
        return kept;
    }

    /** What a rule for this bulb, [been], is worth with this count and these ways to go on. */
    private static double worth(int n, boolean bulbWorks, int count, int bulb, int[] rule, double... next) {
        double sum = 0;
        for (int been = 0; been < 2; been++) {
            double p = (double) (been == 1 ? count : n - count) / n;
            int there = been == 1 ? count : count + 1;
            if (p > 0 && rule[been] == SwitchRiddle.TELL) {
                sum += there == n ? p : -p;
            } else if (p > 0) {
                int after = bulbWorks && rule[been] == SwitchRiddle.TOGGLE ? 1 - bulb : bulb;
                sum += p * next[2 * (there - 1) + after];
            }
        }
        return sum;
    }

    private static boolean neverWorse(double[] other, double... worth) {
        for (int s = 0; s < worth.length; s++) {
            if (other[s] < worth[s] - EQUAL) {
                return false;
            }
        }
        return true;
    }

    /** Those that are the largest for some probabilities. */
    private static List<Way> largest(List<Way> ways) {
        List<Way> open = new ArrayList<>(ways);
        List<Way> kept = new ArrayList<>();
        while (!open.isEmpty()) {
            Way way = open.get(open.size() - 1);
            double[] where = kept.isEmpty() ? uniform(way.worth().length) : whereLarger(way.worth(), kept);
            if (where.length == 0) {
                open.remove(open.size() - 1);
            } else {
                // Another one may be larger still there; ties go to the first in the order of their numbers.
                Way best = open.stream()
                        .max(Comparator.<Way>comparingDouble(w -> dot(where, w.worth()))
                                .thenComparing(Way::worth, Arrays::compare))
                        .orElseThrow();
                open.remove(best);
                kept.add(best);
            }
        }
        return kept;
    }

    /** Probabilities at which this is larger than all that are kept; empty if there are none. It is a game against them. */
    private static double[] whereLarger(double[] worth, List<Way> kept) {
        double[][] gains = new double[worth.length][kept.size()];
        for (int s = 0; s < worth.length; s++) {
            for (int k = 0; k < kept.size(); k++) {
                gains[s][k] = worth[s] - kept.get(k).worth()[s];
            }
        }
        ZeroSum game = ZeroSum.solve(gains);
        return game.value() > EQUAL ? game.row() : new double[0];
    }

    private static double[] uniform(int n) {
        double[] p = new double[n];
        Arrays.fill(p, 1.0 / n);
        return p;
    }

    private static double dot(double[] p, double... x) {
        double sum = 0;
        for (int s = 0; s < p.length; s++) {
            sum += p[s] * x[s];
        }
        return sum;
    }
}
