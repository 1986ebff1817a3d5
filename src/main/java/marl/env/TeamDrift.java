package marl.env;

import marl.random.Rng;

/**
 * Three agents hold a drifting quantity near 0 and are each tempted to do less than their share.
 *
 * <p>The state is four numbers, standard normal at the start; every agent sees all four. Each picks an effort 0 .. 3. Then
 * all four numbers get Gaussian noise of standard deviation 0.1, and the first also rises by 0.05 times the sum of the
 * efforts. Agent i is paid {@code -|x0|} at the new x0, plus 0.1 if its effort was 0 or 1. An episode is
 * <b>truncated</b> after 100 steps.
 *
 * <p>Awkward, and the point of it: efforts only push up, so what overshoots cannot be taken back; and three of the four
 * numbers are pure noise, which a table over all of them drowns in. The exact optimum is in
 * {@code marl.solve.TeamDriftOptimum}.
 */
public final class TeamDrift implements MarkovGame {
    /** The number of agents. */
    public static final int AGENTS = 3;
    /** The number of efforts, 0 .. 3. */
    public static final int EFFORTS = 4;
    /** The length of the state. */
    public static final int STATE = 4;
    /** Steps in an episode. */
    public static final int STEPS = 100;
    /** Standard deviation of the noise in each step. */
    public static final double NOISE = 0.1;
    /** How far one unit of effort pushes x0. */
    public static final double PUSH = 0.05;
    /** What an agent is paid for an effort below 2. */
    public static final double BONUS = 0.1;

    private static final Space OBSERVATION = Space.Box.of(STATE, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    private static final Space ACTION = new Space.Discrete(EFFORTS);

    private final EpisodeClock clock;
    private final double[] state;
    private Rng rng;

    /** The game as described. */
    public TeamDrift() {
        this(new EpisodeClock("Team drift", STEPS), new double[STATE], Rng.of(0));
    }

    private TeamDrift(EpisodeClock clock, double[] state, Rng rng) {
        this.clock = clock;
        this.state = state;
        this.rng = rng;
    }

    @Override
    public int agents() {
        return AGENTS;
    }

    @Override
    public Space observationSpace(int agent) {
        return OBSERVATION;
    }

    @Override
    public Space actionSpace(int agent) {
        return ACTION;
    }

    @Override
    public double[][] reset(long seed) {
        rng = Rng.of(seed);
        for (int i = 0; i < STATE; i++) {
            state[i] = rng.gaussian();
        }
        clock.start();
        return observations();
    }

    @Override
    public Step step(JointAction action) {
        int[] efforts = Actions.discrete(name(), action, EFFORTS, EFFORTS, EFFORTS);
        clock.requireRunning();
        for (int i = 0; i < STATE; i++) {
            state[i] += NOISE * rng.gaussian();
        }
        state[0] += PUSH * (efforts[0] + efforts[1] + efforts[2]);
        double[] rewards = new double[AGENTS];
        for (int i = 0; i < AGENTS; i++) {
            rewards[i] = reward(state[0], efforts[i]);
        }
        return new Step(observations(), rewards, false, clock.tick(false));
    }

    /** What an agent is paid at the new x0 for this effort. */
    public static double reward(double x0, int effort) {
        return -Math.abs(x0) + (effort < 2 ? BONUS : 0);
    }

    /** The team's reward in a step: the mean over its agents. */
    public static double teamReward(Step step) {
        double sum = 0;
        for (double reward : step.rewards()) {
            sum += reward;
        }
        return sum / step.rewards().length;
    }

    /**
     * Efforts with this sum, 0 .. 9, as many of them as possible below 2, so that the sum costs the least. A new array;
     * IllegalArgumentException for another sum.
     */
    public static int[] split(int sum) {
        if (sum < 0 || sum > AGENTS * (EFFORTS - 1)) {
            throw new IllegalArgumentException("Efforts sum to 0 .. 9, not " + sum + ".");
        }
        int low = below2(sum);
        int[] efforts = new int[AGENTS];
        int left = sum;
        for (int i = 0; i < efforts.length; i++) {
            // Leave the others as much as they can take and still keep to their kind.
            int room = 0;
            for (int j = i + 1; j < efforts.length; j++) {
                room += j < low ? 1 : EFFORTS - 1;
            }
            efforts[i] = Math.max(i < low ? 0 : 2, left - room);
            left -= efforts[i];
        }
        return efforts;
    }

    /** How many agents can stay below 2, and earn the bonus, when the efforts must sum to this. */
    public static int below2(int sum) {
        int low = AGENTS;
        while (low + (AGENTS - low) * (EFFORTS - 1) < sum) {
            low--;
        }
        return low;
    }

    private double[][] observations() {
        return new double[][] {state.clone(), state.clone(), state.clone()};
    }

    @Override
    public double[] state() {
        clock.requireStarted();
        return state.clone();
    }

    @Override
    public TeamDrift copy() {
        return new TeamDrift(clock.copy(), state.clone(), rng.copy());
    }

    @Override
    public String name() {
        return "Team drift";
    }

    @Override
    public String toString() {
        return name();
    }
}
