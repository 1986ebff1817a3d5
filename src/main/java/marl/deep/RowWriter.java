package marl.deep;

import java.util.Arrays;
import marl.env.GameBatch;

/**
 * What the networks of an {@link ActorCritic} see: an observation or a state, and the agent's number, one-hot, if asked for.
 *
 * @param observationSize numbers of an observation, padded
 * @param stateSize numbers of a state; 0 if the critic does not see it
 * @param agents in the game
 * @param ids whether numbers are appended
 */
record RowWriter(int observationSize, int stateSize, int agents, boolean ids) {

    static RowWriter of(GameBatch batch, ActorCriticSettings settings) {
        boolean central = settings.critic() == CriticKind.CENTRAL;
        return new RowWriter(batch.observationSize(), central ? batch.stateSize() : 0, batch.agents(), settings.ids());
    }

    private int idSize() {
        return ids ? agents : 0;
    }

    int inputSize() {
        return observationSize + idSize();
    }

    /** 0 if the critic does not see the state. */
    int stateInputSize() {
        return stateSize == 0 ? 0 : stateSize + idSize();
    }

    int criticInputSize() {
        return stateSize == 0 ? inputSize() : stateInputSize();
    }

    /** Writes what an actor sees, from the observations of a batch; {@code at} is a world's agent there. */
    void input(double[] observations, int at, int agent, double[] out, int row) {
        write(observations, at * observationSize, observationSize, agent, out, row * inputSize());
    }

    /** Writes what a central critic sees, from the states of a batch. */
    void state(double[] states, int world, int agent, double[] out, int row) {
        if (stateSize > 0) {
            write(states, world * stateSize, stateSize, agent, out, row * stateInputSize());
        }
    }

    private void write(double[] from, int at, int size, int agent, double[] out, int to) {
        System.arraycopy(from, at, out, to, size);
        if (ids) {
            Arrays.fill(out, to + size, to + size + agents, 0);
            out[to + size + agent] = 1;
        }
    }
}
