package marl.deep;

import java.util.List;
import marl.nn.Precision;
import marl.random.Require;

/**
 * The settings of a {@link Maddpg}, all of them named; {@link Maddpg#of} begins with usual ones.
 *
 * @param hidden sizes of the hidden layers of actors and critics, all ReLU
 * @param actorRate the learning rate of the actors' Adam
 * @param criticRate the learning rate of the critics' Adam
 * @param gamma the discount in [0, 1]
 * @param tau the share of the way that target networks go to their originals with each update, in (0, 1]
 * @param batch transitions in an update
 * @param capacity transitions that are kept, at least {@code batch}
 * @param warmUp steps of all worlds together that are played at random before learning begins
 * @param every steps of all worlds together between two updates
 * @param worlds copies of the game that are played side by side
 * @param roundSteps steps of each world in a round
 * @param noise the standard deviation of what is added to controls in training, in halves of a control's range
 * @param outputPenalty the weight of the mean square of the actors' outputs before squashing, in their loss
 * @param clipNorm the longest gradient; infinite for no clipping
 * @param precision what the networks are kept in
 * @param threads 1 or 2; the results are the same
 * @param seed of weights, worlds, actions and batches
 */
public record MaddpgSettings(
        List<Integer> hidden,
        double actorRate,
        double criticRate,
        double gamma,
        double tau,
        int batch,
        int capacity,
        int warmUp,
        int every,
        int worlds,
        int roundSteps,
        double noise,
        double outputPenalty,
        double clipNorm,
        Precision precision,
        int threads,
        long seed) {

    /** Checks the numbers. */
    public MaddpgSettings {
        hidden = List.copyOf(hidden);
        LayerSizes.require(hidden);
        Require.that(
                actorRate > 0 && criticRate > 0,
                "Learning rates are above 0, not " + actorRate + " and " + criticRate + ".");
        Require.that(gamma >= 0 && gamma <= 1, "Gamma lies between 0 and 1, not at " + gamma + ".");
        Require.that(tau > 0 && tau <= 1, "Tau is above 0 and at most 1, not " + tau + "; say .01, for example.");
        Require.that(batch >= 1, "A batch has at least one transition, not " + batch + ".");
        Require.that(
                batch <= capacity,
                "A batch of " + batch + " does not fit into a replay of " + capacity
                        + "; give it more capacity, or take a smaller batch.");
        Require.that(
                warmUp >= 0 && every >= 1,
                "The warm-up has at least 0 steps, and there is at least one between updates, not " + warmUp + " and "
                        + every + ".");
        Require.that(
                worlds >= 1 && roundSteps >= 1,
                "A round has at least one world and one step, not " + worlds + " and " + roundSteps + ".");
        Require.that(
                noise >= 0 && outputPenalty >= 0,
                "Noise and the weight of outputs are at least 0, not " + noise + " and " + outputPenalty + ".");
        Require.that(clipNorm > 0, "A gradient is clipped at a positive length, not " + clipNorm + ".");
        Require.that(threads == 1 || threads == 2, "MADDPG runs on 1 or 2 threads, not " + threads + ".");
    }
}
