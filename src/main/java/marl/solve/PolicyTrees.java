package marl.solve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import marl.random.Require;

/**
 * The best joint policy with full memory, by dynamic programming over policy trees from the last step backwards (Hansen, Bernstein and
 * Zilberstein 2004). At each step an agent's trees are all actions with all choices of trees that follow; a tree is dropped if another
 * one is at least as good in every state in which the agent sees the same and with all trees of the others. The original drops more,
 * by linear programs.
 *
 * <p>Finding it is hard: the number of trees grows doubly exponentially in the horizon (Bernstein et al. 2002). What is too large is
 * refused with its size. {@link HistorySearch} finds the same number in another way.
 */
public final class PolicyTrees {
    /** How many values of joint trees are computed at most for the first step. */
    public static final long MOST = 10_000_000;
    /** How many are kept at most for each later step. */
    public static final long MOST_KEPT = 1_000_000;

    private final FiniteDecPomdp world;
    private final Successors successors;
    private final boolean[][] reached;

    private PolicyTrees(FiniteDecPomdp world) {
        this.world = world;
        successors = new Successors(world);
        reached = successors.reachable();
    }

    /**
     * The best joint policy.
     *
     * @param value its expected return
     * @param trees for each agent, by what it sees first
     */
    public record Solution(double value, List<Map<Integer, PolicyTree>> trees) {}

    /**
     * Finds the best joint policy.
     *
     * @throws IllegalArgumentException if the first step needs more than {@link #MOST} values or another one more than {@link #MOST_KEPT}
     */
    public static Solution solve(FiniteDecPomdp world) {
        PolicyTrees search = new PolicyTrees(world);
        TreeLevel level = TreeLevel.end(world);
        for (int t = world.horizon() - 1; t > 0; t--) {
            level = search.backup(t, level);
            level.fill();
            level.prune();
        }
        return search.root(search.backup(0, level));
    }

    /**
     * What a joint policy earns, exactly.
     *
     * @param trees for each agent, by what it sees first
     * @throws IllegalArgumentException if the number of agents differs, or a tree is missing for something that can be seen
     */
    public static double value(FiniteDecPomdp world, List<Map<Integer, PolicyTree>> trees) {
        Require.that(trees.size() == world.agents(), "Give trees for each of the " + world.agents() + " agents.");
        Successors successors = new Successors(world);
        double sum = 0;
        for (int s = 0; s < world.states(); s++) {
            if (world.start(s) > 0) {
                sum += world.start(s) * value(world, successors, 0, s, trees);
            }
        }
        return sum;
    }

    private static double value(
            FiniteDecPomdp world, Successors successors, int t, int state, List<Map<Integer, PolicyTree>> trees) {
        int[] each = new int[trees.size()];
        List<Map<Integer, PolicyTree>> after = new ArrayList<>();
        for (int i = 0; i < each.length; i++) {
            PolicyTree tree = trees.get(i).get(world.observation(i, state));
            Require.that(
                    tree != null,
                    "Agent " + i + " has no tree for seeing " + world.observation(i, state) + " in step " + t + ".");
            each[i] = tree.action();
            after.add(tree.after());
        }
        int joint = world.join(each);
        double sum = world.reward(state, joint);
        if (t + 1 < world.horizon()) {
            for (int k = 0; k < successors.to[state][joint].length; k++) {
                sum += successors.probability[state][joint][k]
                        * value(world, successors, t + 1, successors.to[state][joint][k], after);
            }
        }
        return sum;
    }

    /** All trees that begin at step t, before any is dropped. */
    private TreeLevel backup(int t, TreeLevel next) {
        TreeLevel level = new TreeLevel(world, successors, next, reached[t], t);
        for (int i = 0; i < world.agents(); i++) {
            for (int seen : successors.seen(i, reached[t])) {
                double count = 0;
                for (int a = 0; a < world.actions(i); a++) {
                    double branches = 1;
                    for (int o : following(t, i, seen, a)) {
                        branches *= next.count(i, o);
                    }
                    count += branches;
                }
                refuseAbove(t, count, MOST_KEPT);
                for (int a = 0; a < world.actions(i); a++) {
                    level.grow(i, seen, a, following(t, i, seen, a));
                }
            }
        }
        if (t > 0) {
            refuseAbove(t, level.size(), MOST_KEPT);
        }
        return level;
    }

    private static void refuseAbove(int t, double count, long most) {
        Require.that(
                count <= most,
                String.format(
                        java.util.Locale.ROOT,
                        "Step %d of this world needs %.3g values of policy trees, and at most %d are computed;"
                                + " take a shorter horizon or a smaller world.",
                        t,
                        count,
                        most));
    }

    /** What an agent may see after seeing this and doing that at step t; nothing after the last step. */
    private int[] following(int t, int agent, int seen, int action) {
        if (t + 1 == world.horizon()) {
            return new int[0];
        }
        boolean[] after = new boolean[world.states()];
        for (int s = 0; s < after.length; s++) {
            if (reached[t][s] && world.observation(agent, s) == seen) {
                for (int joint = 0; joint < world.jointActions(); joint++) {
                    if (world.split(joint)[agent] == action) {
                        Arrays.stream(successors.to[s][joint]).forEach(next -> after[next] = true);
                    }
                }
            }
        }
        return successors.seen(agent, after);
    }

    /** One thing that an agent may see at first. */
    private record First(int agent, int seen) {}

    /** Tries all first trees of all agents but the last, whose best answer is found for each thing it sees alone. */
    private Solution root(TreeLevel level) {
        int last = world.agents() - 1;
        List<First> firsts = new ArrayList<>();
        double count = 1;
        for (int i = 0; i < last; i++) {
            for (int seen : successors.seen(i, reached[0])) {
                firsts.add(new First(i, seen));
                count *= level.count(i, seen);
            }
        }
        int[] answers = successors.seen(last, reached[0]);
        long replies =
                Arrays.stream(answers).mapToLong(o -> level.count(last, o)).sum();
        refuseAbove(0, count * replies, MOST);
        int[][] chosen = new int[world.agents()][];
        Arrays.setAll(chosen, i -> new int[world.observations(i)]);
        double best = Double.NEGATIVE_INFINITY;
        int[][] kept = chosen;
        boolean more = true;
        while (more) {
            double value = 0;
            for (int seen : answers) {
                value += level.answer(last, seen, chosen);
            }
            if (value > best) {
                best = value;
                kept = Arrays.stream(chosen).map(int[]::clone).toArray(int[][]::new);
            }
            more = false;
            for (int d = 0; d < firsts.size() && !more; d++) {
                First f = firsts.get(d);
                more = ++chosen[f.agent()][f.seen()] < level.count(f.agent(), f.seen());
                if (!more) {
                    chosen[f.agent()][f.seen()] = 0;
                }
            }
        }
        List<Map<Integer, PolicyTree>> trees = new ArrayList<>();
        for (int i = 0; i < world.agents(); i++) {
            Map<Integer, PolicyTree> own = new TreeMap<>();
            for (int seen : successors.seen(i, reached[0])) {
                own.put(seen, level.tree(i, seen, kept[i][seen]));
            }
            trees.add(own);
        }
        return new Solution(best, trees);
    }
}
