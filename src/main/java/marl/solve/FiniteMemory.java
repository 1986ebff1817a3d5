package marl.solve;

import java.util.Arrays;
import marl.random.Require;

/**
 * A Dec-POMDP in which each agent has a memory of k nodes that it moves itself: a finite-state controller (Oliehoek and Amato 2016,
 * section 2.4.4) becomes a policy without memory of a larger world, so whatever solves that solves both.
 *
 * <p>An agent sees {@code seen * k + node} and does {@code action * k + next node}; all begin in node 0. Rewards and chances are those
 * of the world inside. Nothing but what an agent sees moves its node.
 */
public final class FiniteMemory {
    private static final long MOST = 20_000_000;

    private FiniteMemory() {}

    /**
     * The larger world.
     *
     * @param nodes how many each agent has; with 1 it is the same world
     * @throws IllegalArgumentException if there is none, or the larger world's transitions are more than 20 million
     */
    public static FiniteDecPomdp of(FiniteDecPomdp world, int nodes) {
        Require.that(nodes >= 1, "A memory has at least one node, not " + nodes + ".");
        int n = world.agents();
        int memories = (int) Math.round(Math.pow(nodes, n));
        double size = Math.pow((double) world.states() * memories, 2) * world.jointActions() * memories;
        Require.that(
                size <= MOST,
                "With " + nodes + " nodes for each agent this world has "
                        + String.format(java.util.Locale.ROOT, "%.3g", size) + " transitions, more than " + MOST
                        + "; take fewer nodes or a smaller world.");
        int states = world.states() * memories;
        double[] start = new double[states];
        int[][] observations = new int[n][states];
        int[] actions = new int[n];
        Arrays.setAll(actions, i -> world.actions(i) * nodes);
        for (int s = 0; s < states; s++) {
            start[s] = s % memories == 0 ? world.start(s / memories) : 0;
            for (int i = 0; i < n; i++) {
                observations[i][s] = world.observation(i, s / memories) * nodes + node(s % memories, i, n, nodes);
            }
        }
        return FiniteDecPomdp.of(
                world.horizon(),
                start,
                observations,
                actions,
                (state, joint) -> world.reward(state / memories, inside(world, joint, nodes)),
                (state, joint) -> {
                    double[] next = new double[states];
                    int memory = 0;
                    for (int each : joint) {
                        memory = memory * nodes + each % nodes;
                    }
                    int action = inside(world, joint, nodes);
                    for (int s = 0; s < world.states(); s++) {
                        next[s * memories + memory] = world.transition(state / memories, action, s);
                    }
                    return next;
                });
    }

    private static int inside(FiniteDecPomdp world, int[] joint, int nodes) {
        return world.join(Arrays.stream(joint).map(a -> a / nodes).toArray());
    }

    private static int node(int memory, int agent, int agents, int nodes) {
        int left = memory;
        for (int i = agents - 1; i > agent; i--) {
            left /= nodes;
        }
        return left % nodes;
    }
}
