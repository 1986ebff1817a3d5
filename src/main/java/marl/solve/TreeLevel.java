package marl.solve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The policy trees that begin at one step, for each agent and each thing it may see, and what they are worth together in each state.
 * A joint tree of a state is numbered with the last agent's tree changing fastest.
 */
final class TreeLevel {
    private final FiniteDecPomdp world;
    private final Successors successors;
    private final TreeLevel[] next;
    private final boolean[] reached;
    private final int step;
    private final List<List<List<Branch>>> trees = new ArrayList<>();
    private final double[][] values;

    /** An action, and the number of the tree that follows for each thing seen next; -1 where that cannot be. */
    private record Branch(int action, int[] child) {}

    TreeLevel(FiniteDecPomdp world, Successors successors, TreeLevel next, boolean[] reached, int step) {
        this(world, successors, new TreeLevel[] {next}, reached, step);
    }

    private TreeLevel(FiniteDecPomdp world, Successors successors, TreeLevel[] next, boolean[] reached, int step) {
        this.world = world;
        this.successors = successors;
        this.next = next;
        this.reached = reached;
        this.step = step;
        values = new double[world.states()][0];
        for (int i = 0; i < world.agents(); i++) {
            trees.add(new ArrayList<>());
            for (int o = 0; o < world.observations(i); o++) {
                trees.get(i).add(new ArrayList<>());
            }
        }
    }

    /** What comes after the last step: no tree at all. */
    static TreeLevel end(FiniteDecPomdp world) {
        return new TreeLevel(
                world, new Successors(world), new TreeLevel[0], new boolean[world.states()], world.horizon());
    }

    int count(int agent, int seen) {
        return trees.get(agent).get(seen).size();
    }

    /** How many values {@link #fill} computes. */
    double size() {
        double sum = 0;
        for (int s = 0; s < reached.length; s++) {
            if (reached[s]) {
                double joint = 1;
                for (int i = 0; i < world.agents(); i++) {
                    joint *= count(i, world.observation(i, s));
                }
                sum += joint;
            }
        }
        return sum;
    }

    /** Adds all trees that begin with this action. */
    void grow(int agent, int seen, int action, int... following) {
        int[] child = new int[world.observations(agent)];
        Arrays.fill(child, -1);
        for (int o : following) {
            child[o] = 0;
        }
        boolean more = true;
        while (more) {
            trees.get(agent).get(seen).add(new Branch(action, child.clone()));
            more = false;
            for (int d = 0; d < following.length && !more; d++) {
                more = ++child[following[d]] < next[0].count(agent, following[d]);
                if (!more) {
                    child[following[d]] = 0;
                }
            }
        }
    }

    /** The tree as a reader sees it. */
    PolicyTree tree(int agent, int seen, int number) {
        Branch branch = trees.get(agent).get(seen).get(number);
        Map<Integer, PolicyTree> after = new TreeMap<>();
        for (int o = 0; o < branch.child().length; o++) {
            if (branch.child()[o] >= 0) {
                after.put(o, next[0].tree(agent, o, branch.child()[o]));
            }
        }
        return new PolicyTree(branch.action(), after);
    }

    /** What the chosen trees, [agent], are worth from this state on. */
    private double value(int state, int... chosen) {
        int n = chosen.length;
        Branch[] branches = new Branch[n];
        int joint = 0;
        for (int i = 0; i < n; i++) {
            branches[i] = trees.get(i).get(world.observation(i, state)).get(chosen[i]);
            joint = joint * world.actions(i) + branches[i].action();
        }
        double sum = world.reward(state, joint);
        if (step + 1 < world.horizon()) {
            int[] to = successors.to[state][joint];
            for (int k = 0; k < to.length; k++) {
                int number = 0;
                for (int i = 0; i < n; i++) {
                    int seen = world.observation(i, to[k]);
                    number = number * next[0].count(i, seen) + branches[i].child()[seen];
                }
                sum += successors.probability[state][joint][k] * next[0].values[to[k]][number];
            }
        }
        return sum;
    }

    /** Computes the values of all joint trees in all states. */
    void fill() {
        int n = world.agents();
        for (int s = 0; s < reached.length; s++) {
            if (reached[s]) {
                int[] sizes = sizes(s);
                int all = Arrays.stream(sizes).reduce(1, Math::multiplyExact);
                values[s] = new double[all];
                int[] chosen = new int[n];
                for (int number = 0; number < all; number++) {
                    values[s][number] = value(s, chosen);
                    for (int i = n - 1; i >= 0 && ++chosen[i] == sizes[i]; i--) {
                        chosen[i] = 0;
                    }
                }
            }
        }
    }

    private int[] sizes(int state) {
        int[] sizes = new int[world.agents()];
        Arrays.setAll(sizes, i -> count(i, world.observation(i, state)));
        return sizes;
    }

    /** Drops trees that another one is never worse than, until there is none. */
    void prune() {
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int i = 0; i < world.agents(); i++) {
                for (int seen = 0; seen < world.observations(i); seen++) {
                    for (int k = count(i, seen) - 1; k >= 0; k--) {
                        if (isDominated(i, seen, k)) {
                            trees.get(i).get(seen).remove(k);
                            dropValues(i, seen, k);
                            changed = true;
                        }
                    }
                }
            }
        }
    }

    private boolean isDominated(int agent, int seen, int k) {
        for (int other = 0; other < count(agent, seen); other++) {
            if (other != k && neverWorse(agent, seen, other, k)) {
                return true;
            }
        }
        return false;
    }

    private boolean neverWorse(int agent, int seen, int other, int k) {
        for (int s = 0; s < reached.length; s++) {
            if (reached[s] && world.observation(agent, s) == seen) {
                int[] sizes = sizes(s);
                int fast = stride(agent, sizes);
                int block = fast * sizes[agent];
                for (int base = 0; base < values[s].length; base += block) {
                    for (int f = 0; f < fast; f++) {
                        if (values[s][base + other * fast + f] < values[s][base + k * fast + f]) {
                            return false;
                        }
                    }
                }
            }
        }
        return true;
    }

    /** Called after the tree has left the list. */
    private void dropValues(int agent, int seen, int k) {
        for (int s = 0; s < reached.length; s++) {
            if (reached[s] && world.observation(agent, s) == seen) {
                int[] sizes = sizes(s);
                int fast = stride(agent, sizes);
                int kept = 0;
                double[] old = values[s];
                int block = fast * (sizes[agent] + 1);
                double[] left = new double[old.length / (sizes[agent] + 1) * sizes[agent]];
                for (int number = 0; number < old.length; number++) {
                    if (number % block / fast != k) {
                        left[kept++] = old[number];
                    }
                }
                values[s] = left;
            }
        }
    }

    private static int stride(int agent, int... sizes) {
        int fast = 1;
        for (int i = agent + 1; i < sizes.length; i++) {
            fast *= sizes[i];
        }
        return fast;
    }

    /** The best first tree of an agent that sees this, others held, written to {@code chosen[agent][seen]}; what it adds to the value. */
    double answer(int agent, int seen, int[][] chosen) {
        double best = Double.NEGATIVE_INFINITY;
        int found = 0;
        int[] each = new int[chosen.length];
        for (int k = 0; k < count(agent, seen); k++) {
            double sum = 0;
            for (int s = 0; s < reached.length; s++) {
                if (reached[s] && world.observation(agent, s) == seen) {
                    for (int i = 0; i < each.length; i++) {
                        each[i] = i == agent ? k : chosen[i][world.observation(i, s)];
                    }
                    sum += world.start(s) * value(s, each);
                }
            }
            if (sum > best) {
                best = sum;
                found = k;
            }
        }
        chosen[agent][seen] = found;
        return best;
    }
}
