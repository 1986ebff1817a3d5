package marl.solve;

import java.util.stream.IntStream;

/** Where each joint action may lead from each state, without the zeros, and what can be reached at each step. */
final class Successors {
    final int[][][] to;
    final double[][][] probability;
    private final FiniteDecPomdp world;

    Successors(FiniteDecPomdp world) {
        this.world = world;
        to = new int[world.states()][world.jointActions()][];
        probability = new double[world.states()][world.jointActions()][];
        for (int s = 0; s < to.length; s++) {
            int state = s;
            for (int a = 0; a < to[s].length; a++) {
                int joint = a;
                to[s][a] = IntStream.range(0, world.states())
                        .filter(next -> world.transition(state, joint, next) > 0)
                        .toArray();
                probability[s][a] = IntStream.of(to[s][a])
                        .mapToDouble(next -> world.transition(state, joint, next))
                        .toArray();
            }
        }
    }

    /** Whether some joint actions may lead to a state by this step, [step][state]. */
    boolean[][] reachable() {
        boolean[][] reached = new boolean[world.horizon()][world.states()];
        for (int s = 0; s < world.states(); s++) {
            reached[0][s] = world.start(s) > 0;
        }
        for (int t = 0; t + 1 < reached.length; t++) {
            for (int s = 0; s < world.states(); s++) {
                if (reached[t][s]) {
                    for (int[] nexts : to[s]) {
                        for (int next : nexts) {
                            reached[t + 1][next] = true;
                        }
                    }
                }
            }
        }
        return reached;
    }

    /** What an agent may see at a step, in order. */
    int[] seen(int agent, boolean... reached) {
        return IntStream.range(0, reached.length)
                .filter(s -> reached[s])
                .map(s -> world.observation(agent, s))
                .distinct()
                .sorted()
                .toArray();
    }
}
