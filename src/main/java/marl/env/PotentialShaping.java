package marl.env;

import java.util.function.ToDoubleFunction;

/**
 * Adds a difference of potentials to every reward: {@code F(s, s') = gamma Phi(s') - Phi(s)} (Ng, Harada and Russell 1999,
 * theorem 1; for several agents Devlin and Kudenko 2011). Along an episode the additions cancel but for the start, so the
 * best policies and the Nash equilibria stay what they were: {@code Q' = Q - Phi}.
 *
 * <p>The potential of a <b>terminal</b> state counts as 0, whatever the function says, or the last addition would not
 * cancel. A <b>truncated</b> episode keeps the potential of its last state: the world would go on from there.
 *
 * <p>Awkward: gamma must be the learner's own, and the potential may depend on {@link MarkovGame#state} only.
 */
public final class PotentialShaping extends OtherRewards {
    private final double gamma;
    private final ToDoubleFunction<double[]> potential;

    private PotentialShaping(MarkovGame game, double gamma, ToDoubleFunction<double[]> potential) {
        super(game);
        this.gamma = gamma;
        this.potential = potential;
    }

    /**
     * This game, played in a copy, with shaped rewards for every agent.
     *
     * @param gamma the learners' discount factor, in [0, 1]
     * @param potential of a state as {@link MarkovGame#state} gives it; finite
     * @throws IllegalArgumentException if gamma is out of range
     */
    public static PotentialShaping of(MarkovGame game, double gamma, ToDoubleFunction<double[]> potential) {
        if (!(gamma >= 0 && gamma <= 1)) {
            throw new IllegalArgumentException("The discount gamma is in [0, 1], but got " + gamma + ".");
        }
        return new PotentialShaping(game.copy(), gamma, potential);
    }

    /**
     * A step with the potential's difference added to every reward.
     *
     * @throws IllegalStateException if a potential is not finite
     */
    @Override
    public Step step(JointAction action) {
        double before = potential.applyAsDouble(game.state());
        Step step = game.step(action);
        double after = step.terminated() ? 0 : potential.applyAsDouble(game.state());
        double added = gamma * after - before;
        if (!Double.isFinite(added)) {
            throw new IllegalStateException("A potential must be finite, but shaping adds " + added + " here.");
        }
        double[] rewards = step.rewards().clone();
        for (int i = 0; i < rewards.length; i++) {
            rewards[i] += added;
        }
        return with(rewards, step);
    }

    @Override
    public PotentialShaping copy() {
        return new PotentialShaping(game.copy(), gamma, potential);
    }

    @Override
    public String name() {
        return game.name() + ", shaped";
    }
}
