package marl.env;

import marl.random.Require;
import marl.random.Rng;

/**
 * Two rooms that look the same, for one agent: the example with which Singh, Jaakkola and Jordan (1994, "Learning without state
 * estimation in partially observable Markovian decision processes", section 3) show what a policy without memory can be worth.
 *
 * <p>The agent starts in one of the rooms, each with probability 1/2, and sees 0 in both. In room 0 action 0 pays 1 and leads to room
 * 1, in room 1 action 1 pays 1 and leads to room 0; the other action pays -1 and leaves the agent where it is. So whatever it did,
 * afterwards it is in room 1 after action 0 and in room 0 after action 1, and the right actions alternate. After T steps the world
 * <b>terminates</b>.
 *
 * <p>On average a deterministic policy without memory earns 1 - T, since it runs into the same wall from the second step on; the best
 * stochastic one tosses a coin and earns 0; whoever remembers what it did last is wrong at most once and earns T - 1. The paper's sums
 * are discounted and without end, ours end.
 */
public final class TwoRooms implements MarkovGame {
    private static final String NAME = "Two rooms";
    private static final int ROOMS = 2;

    private final int steps;
    private final EpisodeClock clock;
    private int room;

    private TwoRooms(int steps, EpisodeClock clock) {
        this.steps = steps;
        this.clock = clock;
    }

    /**
     * The game.
     *
     * @param steps how long it takes, at least 1
     * @throws IllegalArgumentException if there is no step
     */
    public static TwoRooms of(int steps) {
        Require.that(steps >= 1, "A walk through the rooms has at least one step, not " + steps + ".");
        return new TwoRooms(steps, new EpisodeClock(NAME, EpisodeClock.NO_LIMIT));
    }

    /** How many steps it takes. */
    public int steps() {
        return steps;
    }

    @Override
    public int agents() {
        return 1;
    }

    @Override
    public Space observationSpace(int agent) {
        return new Space.Discrete(1);
    }

    @Override
    public Space actionSpace(int agent) {
        return new Space.Discrete(ROOMS);
    }

    @Override
    public double[][] reset(long seed) {
        room = Rng.of(seed).below(ROOMS);
        clock.start();
        return new double[1][1];
    }

    @Override
    public Step step(JointAction joint) {
        int action = Actions.discrete(NAME, joint, ROOMS)[0];
        clock.requireRunning();
        double paid = action == room ? 1 : -1;
        room = 1 - action;
        boolean ended = clock.steps() + 1 == steps;
        clock.tick(ended);
        return new Step(new double[1][1], new double[] {paid}, ended, false);
    }

    /** The number of the room. */
    @Override
    public double[] state() {
        clock.requireStarted();
        return new double[] {room};
    }

    @Override
    public TwoRooms copy() {
        TwoRooms copy = new TwoRooms(steps, clock.copy());
        copy.room = room;
        return copy;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String toString() {
        return NAME;
    }
}
