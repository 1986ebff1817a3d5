package marl.solve;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import marl.random.Require;

/**
 * The value of the best joint policy with full memory, by brute force: it tries every way in which all agents but the last may answer
 * the histories of what they saw, and for each finds the last agent's best reply, exactly, over its own histories, each of which carries
 * a belief about the state and the others' histories. With one agent it is dynamic programming over beliefs.
 *
 * <p>It shares nothing with {@link PolicyTrees}, which goes backwards and drops trees, so each is the other's test.
 */
public final class HistorySearch {
    /** How many joint policies of all agents but the last are tried at most. */
    public static final long MOST = 1_000_000;

    private static final double MOST_HISTORIES = 1e7;

    private final FiniteDecPomdp world;
    private final Successors successors;
    private final int last;
    /** What agents may see at a step, [step][agent][...]. */
    private final int[][][] seen;
    /** The action for each history of each agent but the last, [agent][step][history]. */
    private final int[][][] policy;

    private HistorySearch(FiniteDecPomdp world) {
        this.world = world;
        successors = new Successors(world);
        last = world.agents() - 1;
        boolean[][] reached = successors.reachable();
        seen = new int[world.horizon()][world.agents()][];
        policy = new int[last][world.horizon()][];
        double policies = 1;
        double histories = 1;
        for (int t = 0; t < world.horizon(); t++) {
            for (int i = 0; i <= last; i++) {
                seen[t][i] = successors.seen(i, reached[t]);
            }
            histories *= (double) world.actions(last) * seen[t][last].length;
            for (int i = 0; i < last; i++) {
                double count = seen[t][i].length * (t == 0 ? 1.0 : policy[i][t - 1].length);
                policies *= Math.pow(world.actions(i), count);
                refuse(policies, MOST, "joint histories' policies");
                policy[i][t] = new int[(int) count];
            }
        }
        refuse(histories, MOST_HISTORIES, "histories of the last agent");
    }

    private static void refuse(double count, double most, String what) {
        Require.that(
                count <= most,
                String.format(
                        java.util.Locale.ROOT,
                        "This world has %.3g or more %s, and at most %.0f are tried; take a shorter horizon.",
                        count,
                        what,
                        most));
    }

    /**
     * The value of the best joint policy.
     *
     * @throws IllegalArgumentException if there are too many to try
     */
    public static double value(FiniteDecPomdp world) {
        HistorySearch search = new HistorySearch(world);
        double best = Double.NEGATIVE_INFINITY;
        do {
            best = Math.max(best, search.bestReply());
        } while (search.countUp());
        return best;
    }

    private boolean countUp() {
        for (int i = 0; i < last; i++) {
            for (int[] actions : policy[i]) {
                for (int h = 0; h < actions.length; h++) {
                    if (++actions[h] < world.actions(i)) {
                        return true;
                    }
                    actions[h] = 0;
                }
            }
        }
        return false;
    }

    /** Where the world may be: its state, and the number of each other agent's history. */
    private record Place(int state, List<Integer> histories) {}

    private double bestReply() {
        Map<Integer, Map<Place, Double>> beliefs = new TreeMap<>();
        for (int s = 0; s < world.states(); s++) {
            if (world.start(s) > 0) {
                List<Integer> first = new ArrayList<>();
                for (int i = 0; i < last; i++) {
                    first.add(position(0, i, s));
                }
                add(beliefs, s, first, world.start(s));
            }
        }
        double sum = 0;
        for (Map<Place, Double> belief : beliefs.values()) {
            sum += best(0, belief);
        }
        return sum;
    }

    private void add(Map<Integer, Map<Place, Double>> beliefs, int state, List<Integer> histories, double weight) {
        beliefs.computeIfAbsent(world.observation(last, state), o -> new LinkedHashMap<>())
                .merge(new Place(state, histories), weight, Double::sum);
    }

    private int position(int t, int agent, int state) {
        return java.util.Arrays.binarySearch(seen[t][agent], world.observation(agent, state));
    }

    /** What the last agent can earn from here on at most; the weights of a belief sum to the chance of coming here. */
    private double best(int t, Map<Place, Double> belief) {
        double best = Double.NEGATIVE_INFINITY;
        int[] each = new int[last + 1];
        for (int action = 0; action < world.actions(last); action++) {
            double sum = 0;
            Map<Integer, Map<Place, Double>> next = new TreeMap<>();
            for (Map.Entry<Place, Double> entry : belief.entrySet()) {
                Place place = entry.getKey();
                for (int i = 0; i < last; i++) {
                    each[i] = policy[i][t][place.histories().get(i)];
                }
                each[last] = action;
                int joint = world.join(each);
                sum += entry.getValue() * world.reward(place.state(), joint);
                if (t + 1 < world.horizon()) {
                    int[] to = successors.to[place.state()][joint];
                    for (int k = 0; k < to.length; k++) {
                        List<Integer> longer = new ArrayList<>();
                        for (int i = 0; i < last; i++) {
                            longer.add(place.histories().get(i) * seen[t + 1][i].length + position(t + 1, i, to[k]));
                        }
                        add(next, to[k], longer, entry.getValue() * successors.probability[place.state()][joint][k]);
                    }
                }
            }
            for (Map<Place, Double> further : next.values()) {
                sum += best(t + 1, further);
            }
            best = Math.max(best, sum);
        }
        return best;
    }
}
