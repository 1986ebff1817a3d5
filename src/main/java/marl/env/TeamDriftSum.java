package marl.env;

/**
 * {@link TeamDrift} in one hand that only decides how much is done in all: one agent picks the sum of efforts 0 .. 9, split
 * so that as many agents as possible earn their bonus, and is paid the team's mean reward.
 *
 * <p>Nothing is lost against {@link JointControl}: of the 64 joint actions those with equal sums move the state equally,
 * and one of them pays best. A table learns it six times as fast. The exact optimum is the same.
 */
public final class TeamDriftSum implements MarkovGame {
    /** The number of sums, 0 .. 9. */
    public static final int SUMS = TeamDrift.AGENTS * (TeamDrift.EFFORTS - 1) + 1;

    private static final Space ACTION = new Space.Discrete(SUMS);

    private final TeamDrift game;

    /** The game as described. */
    public TeamDriftSum() {
        this(new TeamDrift());
    }

    private TeamDriftSum(TeamDrift game) {
        this.game = game;
    }

    @Override
    public int agents() {
        return 1;
    }

    @Override
    public Space observationSpace(int agent) {
        return game.observationSpace(agent);
    }

    @Override
    public Space actionSpace(int agent) {
        return ACTION;
    }

    @Override
    public double[][] reset(long seed) {
        return new double[][] {game.reset(seed)[0]};
    }

    @Override
    public Step step(JointAction action) {
        int sum = Actions.discrete(name(), action, SUMS)[0];
        Step step = game.step(JointAction.of(TeamDrift.split(sum)));
        return new Step(
                new double[][] {step.observations()[0]},
                new double[] {TeamDrift.teamReward(step)},
                step.terminated(),
                step.truncated());
    }

    @Override
    public double[] state() {
        return game.state();
    }

    @Override
    public TeamDriftSum copy() {
        return new TeamDriftSum(game.copy());
    }

    @Override
    public String name() {
        return "Team drift by sums";
    }

    @Override
    public String toString() {
        return name();
    }
}
