package marl.deep;

import java.util.List;
import marl.nn.Precision;
import marl.random.Require;

/**
 * The settings of an {@link ActorCritic}, all of them named; {@link ActorCritic#of} begins with those of PPO.
 *
 * @param hidden sizes of the hidden layers of actor and critic, all tanh
 * @param learningRate of Adam
 * @param gamma the discount in [0, 1]
 * @param lambda of the advantage estimates, in [0, 1]
 * @param worlds copies of the game that are played side by side
 * @param steps of each world in a batch
 * @param epochs how often a batch is gone through
 * @param minibatches how many parts it is cut into each time
 * @param clip how far the ratio of new to old probabilities may go before its gradient ends; infinite for no clipping
 * @param entropyBonus the weight of the policy's entropy
 * @param valueWeight the weight of the critic's squared error
 * @param clipNorm the longest gradient; infinite for no clipping
 * @param critic what the critic sees
 * @param sharing whether all agents share one actor and one critic
 * @param ids whether each agent's number, one-hot, is part of what networks see
 * @param scaleAdvantages whether the advantages of a batch are shifted and scaled to mean 0 and deviation 1
 * @param scaleValues whether the critic learns returns shifted and scaled by those seen so far
 * @param precision what the networks are kept in
 * @param threads 1 or 2; the results are the same
 * @param seed of weights, worlds, actions and minibatches
 */
public record ActorCriticSettings(
        List<Integer> hidden,
        double learningRate,
        double gamma,
        double lambda,
        int worlds,
        int steps,
        int epochs,
        int minibatches,
        double clip,
        double entropyBonus,
        double valueWeight,
        double clipNorm,
        CriticKind critic,
        boolean sharing,
        boolean ids,
        boolean scaleAdvantages,
        boolean scaleValues,
        Precision precision,
        int threads,
        long seed) {

    /** Checks the numbers. */
    public ActorCriticSettings {
        hidden = List.copyOf(hidden);
        LayerSizes.require(hidden);
        Require.that(learningRate > 0, "A learning rate is above 0, not " + learningRate + ".");
        Require.that(
                gamma >= 0 && gamma <= 1 && lambda >= 0 && lambda <= 1,
                "Gamma and lambda lie between 0 and 1, not " + gamma + " and " + lambda + ".");
        Require.that(
                worlds >= 1 && steps >= 1,
                "A batch has at least one world and one step, not " + worlds + " and " + steps + ".");
        Require.that(
                epochs >= 1 && minibatches >= 1,
                "A batch is gone through at least once in at least one part, not " + epochs + " times in " + minibatches
                        + ".");
        Require.that(clip > 0, "The clip range is above 0 (infinite for none), not " + clip + ".");
        Require.that(
                entropyBonus >= 0 && valueWeight >= 0,
                "The weights of entropy and value error are at least 0, not " + entropyBonus + " and " + valueWeight
                        + ".");
        Require.that(clipNorm > 0, "A gradient is clipped at a positive length, not " + clipNorm + ".");
        Require.that(threads == 1 || threads == 2, "An actor-critic runs on 1 or 2 threads, not " + threads + ".");
    }
}
