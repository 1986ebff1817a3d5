package marl.selfplay;

import java.util.ArrayList;
import java.util.List;
import marl.game.BestResponse;
import marl.game.MatrixGame;
import marl.game.MixedStrategy;

/**
 * Self-play in its purest form: in a game that looks the same from both seats each self is a best response to the one
 * before it, and to no other. As there are only so many pure strategies, it must come round to one it has been: a lead-in,
 * then a cycle for ever. A cycle of length 1 is a symmetric equilibrium in pure strategies.
 *
 * @param leadIn the actions before the cycle, in order; empty if the first is in it
 * @param cycle the actions that repeat, in order
 */
public record BestResponseCycle(List<Integer> leadIn, List<Integer> cycle) {
    /** Copies both lists. */
    public BestResponseCycle {
        leadIn = List.copyOf(leadIn);
        cycle = List.copyOf(cycle);
    }

    /**
     * The course of self-play from a first action; ties go to the lowest index.
     *
     * @throws IllegalArgumentException if the game does not look the same from both seats or has no such action
     */
    public static BestResponseCycle of(MatrixGame game, int first) {
        new MatrixArena(game).requireOneForBothSeats();
        List<Integer> path = new ArrayList<>();
        int action = first;
        while (!path.contains(action)) {
            path.add(action);
            double[] former = MixedStrategy.pure(game.actions(0), action);
            action = BestResponse.against(game, 0, former).actions().get(0);
        }
        int from = path.indexOf(action);
        return new BestResponseCycle(path.subList(0, from), path.subList(from, path.size()));
    }

    /** How many selves it takes to come round. */
    public int period() {
        return cycle.size();
    }

    /** The first selves, a new array. */
    public int[] play(int selves) {
        int[] actions = new int[selves];
        for (int t = 0; t < selves; t++) {
            actions[t] = t < leadIn.size() ? leadIn.get(t) : cycle.get((t - leadIn.size()) % cycle.size());
        }
        return actions;
    }
}
