package marl.env;

import java.util.function.ToDoubleFunction;

/**
 * Pays each agent what its action made of the team's reward: {@code D_i = G(s, a) - G(s, (a_-i, c))}, where c is a default
 * action (Wolpert and Tumer 2001). What is good for an agent is then good for the team, and what the others do mostly
 * cancels.
 *
 * <p>The counterfactual step is played in a {@link MarkovGame#copy} taken before the real one, so it meets the same state
 * <b>and the same chance</b>; the real episode goes on as if nothing had been asked. An agent that takes the default action
 * is paid exactly 0.
 *
 * <p>Awkward: one copy and one more step for each agent. It sees one step ahead only: what an action does to later rewards
 * is not in it. G is the mean of the agents' rewards unless said otherwise. The default action must be legal wherever the
 * game is, or the step throws what the game throws. All agents need discrete actions.
 */
public final class DifferenceReward extends OtherRewards {
    private final int defaultAction;
    private final ToDoubleFunction<Step> team;

    private DifferenceReward(MarkovGame game, int defaultAction, ToDoubleFunction<Step> team) {
        super(game);
        this.defaultAction = defaultAction;
        this.team = team;
    }

    /**
     * This game, played in a copy, with difference rewards.
     *
     * @param defaultAction what an agent is imagined to do instead, an action of every agent
     * @throws IllegalArgumentException if an agent has no such action
     */
    public static DifferenceReward of(MarkovGame game, int defaultAction) {
        for (int i = 0; i < game.agents(); i++) {
            if (defaultAction < 0 || defaultAction >= game.actions(i)) {
                throw new IllegalArgumentException("The default action must be one of every agent's, but agent " + i
                        + " of " + game.name() + " has actions 0 to " + (game.actions(i) - 1) + ", not " + defaultAction
                        + ".");
            }
        }
        return new DifferenceReward(game.copy(), defaultAction, TeamReward::mean);
    }

    /** The same with another reading of what the team achieved in a step. */
    public DifferenceReward team(ToDoubleFunction<Step> achieved) {
        return new DifferenceReward(game.copy(), defaultAction, achieved);
    }

    @Override
    public Step step(JointAction action) {
        int n = game.agents();
        MarkovGame before = game.copy();
        Step step = game.step(action);
        double achieved = team.applyAsDouble(step);
        double[] rewards = new double[n];
        for (int i = 0; i < n; i++) {
            if (action.discrete(i) != defaultAction) {
                MarkovGame instead = i == n - 1 ? before : before.copy();
                rewards[i] = achieved - team.applyAsDouble(instead.step(without(i, action)));
            }
        }
        return with(rewards, step);
    }

    private JointAction without(int agent, JointAction action) {
        int[] actions = new int[action.agents()];
        for (int i = 0; i < actions.length; i++) {
            actions[i] = i == agent ? defaultAction : action.discrete(i);
        }
        return JointAction.of(actions);
    }

    @Override
    public DifferenceReward copy() {
        return new DifferenceReward(game.copy(), defaultAction, team);
    }

    @Override
    public String name() {
        return game.name() + ", difference reward";
    }
}
