package marl.env;

/**
 * The two-step game of QMIX (Rashid et al. 2018, section 5): two agents with two actions each, paid the same.
 *
 * <p>In state 0 agent 0's action alone picks the second state, action 0 leads to state 1 and action 1 to state 2; nothing
 * is paid. In state 1 every joint action pays 7, in state 2 they pay {@code [[0, 1], [1, 8]]}; then the world
 * <b>terminates</b>. The best return is 8, and 7 is safe: a team whose joint value is a sum fits state 2 with 6.5 where it
 * pays 8, and goes for the 7.
 *
 * <p>Each agent sees the number of the state, 0 .. 2, as one number; the last one still after the end. Nothing is
 * left to chance.
 */
public final class TwoStepGame implements MarkovGame {
    /** The number of states. */
    public static final int STATES = 3;
    /** The number of agents. */
    public static final int AGENTS = 2;
    /** The number of actions of each agent. */
    public static final int ACTIONS = 2;

    private static final Space OBSERVATION = new Space.Discrete(STATES);
    private static final Space ACTION = new Space.Discrete(ACTIONS);
    private static final String NAME = "Two-step game";

    private final EpisodeClock clock;
    private int state;

    /** The game as described. */
    public TwoStepGame() {
        this(new EpisodeClock(NAME, EpisodeClock.NO_LIMIT), 0);
    }

    private TwoStepGame(EpisodeClock clock, int state) {
        this.clock = clock;
        this.state = state;
    }

    /**
     * What a joint action pays in the second step, [action of agent 0][action of agent 1], a new array.
     *
     * @throws IllegalArgumentException unless the state is 1 or 2
     */
    public static double[][] secondStepPayoffs(int state) {
        return switch (state) {
            case 1 -> new double[][] {{7, 7}, {7, 7}};
            case 2 -> new double[][] {{0, 1}, {1, 8}};
            default ->
                throw new IllegalArgumentException(
                        "The second step is in state 1 or 2, so state " + state + " has no payoffs.");
        };
    }

    /** The numbering of its observations, for a table. */
    public static ObservationIndex index() {
        return ObservationIndex.discrete(STATES);
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
        state = 0;
        clock.start();
        return observations();
    }

    @Override
    public Step step(JointAction action) {
        int[] actions = Actions.discrete(NAME, action, ACTIONS, ACTIONS);
        clock.requireRunning();
        boolean second = state > 0;
        double paid = second ? secondStepPayoffs(state)[actions[0]][actions[1]] : 0;
        state = second ? state : 1 + actions[0];
        clock.tick(second);
        return new Step(observations(), new double[] {paid, paid}, second, false);
    }

    private double[][] observations() {
        return new double[][] {{state}, {state}};
    }

    /** The state as a one-hot vector of length 3. */
    @Override
    public double[] state() {
        clock.requireStarted();
        double[] oneHot = new double[STATES];
        oneHot[state] = 1;
        return oneHot;
    }

    @Override
    public TwoStepGame copy() {
        return new TwoStepGame(clock.copy(), state);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String toString() {
        return name();
    }
}
