package marl.deep;

import marl.nn.Tape;
import marl.nn.Tensor;

/**
 * Rows of experience as a loss needs them, flat in row order.
 *
 * @param count how many rows
 * @param inputs what the actor saw, [rows, inputs]
 * @param states what a central critic saw, [rows, state inputs]; empty for other critics
 * @param actions what was done, [rows, numbers of an action]
 * @param forbidden what could not be done, as {@link ActorHead#score} takes it; empty where all was legal
 * @param logProbabilities of the actions when they were drawn, [rows]
 * @param advantages [rows]
 * @param returns what the critic should say, [rows]
 */
record ActorCriticRows(
        int count,
        double[] inputs,
        double[] states,
        double[] actions,
        double[] forbidden,
        double[] logProbabilities,
        double[] advantages,
        double[] returns) {

    Tensor seen(Tape tape) {
        return tape.input(inputs, count, inputs.length / count);
    }

    Tensor state(Tape tape) {
        return tape.input(states, count, states.length / count);
    }
}
