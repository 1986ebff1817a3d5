package marl.nn;

/**
 * The losses of the course, each a few words of {@link Tensor}. Columns [batch, 1] in, a single number [1, 1] out, to
 * be made small. What is a target, an old policy or an advantage is held constant here, so nobody forgets.
 */
public final class Losses {
    private Losses() {}

    /** The mean of (predicted - target)^2; Mnih et al. 2015, algorithm 1. */
    public static Tensor meanSquared(Tensor predicted, Tensor target) {
        return predicted.minus(target.detach()).square().mean();
    }

    /** The mean of Huber's loss with delta = 1: the error clipping of Mnih et al. 2015. */
    public static Tensor huber(Tensor predicted, Tensor target) {
        return predicted.minus(target.detach()).huber(1).mean();
    }

    /** Minus the mean of log pi(a|s) A(s, a): its gradient is the policy gradient, turned round (Williams 1992). */
    public static Tensor policyGradient(Tensor logProbability, Tensor advantage) {
        return logProbability.times(advantage.detach()).mean().times(-1);
    }

    /**
     * Minus the mean of min(r A, clip(r, 1 - epsilon, 1 + epsilon) A) with r = pi / pi_old: Schulman et al. 2017, eq.
     * 7, turned round.
     *
     * @throws IllegalArgumentException unless epsilon is positive
     */
    public static Tensor ppoClip(Tensor logProbability, Tensor oldLogProbability, Tensor advantage, double epsilon) {
        if (!(epsilon > 0)) {
            throw new IllegalArgumentException(
                    "PPO clips to 1 - epsilon ... 1 + epsilon with a positive epsilon, not " + epsilon + ".");
        }
        Tensor ratio = logProbability.minus(oldLogProbability.detach()).exp();
        Tensor held = advantage.detach();
        Tensor clipped = ratio.clip(1 - epsilon, 1 + epsilon);
        return ratio.times(held).minimum(clipped.times(held)).mean().times(-1);
    }

    /**
     * The mean entropy of policies given as logarithms [batch, actions], in nats; subtract a share of it from a loss.
     */
    public static Tensor entropy(Tensor logProbabilities) {
        return logProbabilities.exp().times(logProbabilities).rowSums().mean().times(-1);
    }
}
