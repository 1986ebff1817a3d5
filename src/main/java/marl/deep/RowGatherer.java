package marl.deep;

import java.util.HashMap;
import java.util.Map;

/** Puts the rows of a minibatch together, in arrays that are used again for as many rows. */
final class RowGatherer {
    private final Map<Integer, ActorCriticRows> made = new HashMap<>();

    /**
     * These rows of a rollout.
     *
     * @param rows their numbers, of which those from {@code from} to {@code to - 1} are taken
     * @param actionSize how many numbers of an action count for this head
     * @param scale what the critic learns returns in
     */
    ActorCriticRows gather(Rollout rollout, int[] rows, int from, int to, ActorHead head, ValueScale scale) {
        int n = to - from;
        int actionSize = head.actionSize();
        ActorCriticRows out = made.computeIfAbsent(n, count -> empty(rollout, count, head));
        for (int i = 0; i < n; i++) {
            int row = rows[from + i];
            copy(rollout.inputs, row, out.inputs(), i, rollout.inputSize);
            copy(rollout.states, row, out.states(), i, rollout.stateSize);
            System.arraycopy(rollout.actions, row * rollout.actionSize, out.actions(), i * actionSize, actionSize);
            for (int a = 0; a < out.forbidden().length / n; a++) {
                boolean may = rollout.legal[row * rollout.legalSize + a];
                out.forbidden()[i * head.outputs() + a] = may ? 0 : CategoricalHead.FORBIDDEN;
            }
            out.logProbabilities()[i] = rollout.logProbabilities[row];
            out.advantages()[i] = rollout.advantages[row];
            out.returns()[i] = scale.toNetwork(rollout.returns[row]);
        }
        return out;
    }

    private static void copy(double[] from, int row, double[] to, int i, int size) {
        System.arraycopy(from, row * size, to, i * size, size);
    }

    private static ActorCriticRows empty(Rollout rollout, int n, ActorHead head) {
        return new ActorCriticRows(
                n,
                new double[n * rollout.inputSize],
                new double[n * rollout.stateSize],
                new double[n * head.actionSize()],
                new double[rollout.legalSize == 0 ? 0 : n * head.outputs()],
                new double[n],
                new double[n],
                new double[n]);
    }
}
