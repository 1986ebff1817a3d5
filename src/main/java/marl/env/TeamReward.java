package marl.env;

import java.util.Arrays;

/** A game in which every agent is paid the mean of what the agents would be paid: one goal for all. */
public final class TeamReward extends OtherRewards {
    private TeamReward(MarkovGame game) {
        super(game);
    }

    /** This game, played in a copy, with the mean reward for everyone. */
    public static TeamReward of(MarkovGame game) {
        return new TeamReward(game.copy());
    }

    /** The mean of a step's rewards. */
    public static double mean(Step step) {
        return Arrays.stream(step.rewards()).sum() / step.rewards().length;
    }

    @Override
    public Step step(JointAction action) {
        Step step = game.step(action);
        double[] rewards = new double[game.agents()];
        Arrays.fill(rewards, mean(step));
        return with(rewards, step);
    }

    @Override
    public TeamReward copy() {
        return new TeamReward(game.copy());
    }

    @Override
    public String name() {
        return game.name() + ", team reward";
    }
}
