package marl.env;

import marl.random.Require;
import marl.random.Rng;

/**
 * The memory corridor of Bakker (2002, "Reinforcement learning with long short-term memory", section 4.1), a T-maze for one agent.
 * At the start stands a sign, up or down with probability 1/2 each. Then comes a corridor in which every place looks the same, and
 * at its end a junction, where the agent must turn as the sign said.
 *
 * <p>It sees {@link #SIGN_UP} or {@link #SIGN_DOWN} at the start, {@link #CORRIDOR} on the way and {@link #JUNCTION} at the end.
 * Actions are {@link #FORWARD}, {@link #UP} and {@link #DOWN}; Bakker's fourth, back, is left out. Payments are Bakker's: 4 for the
 * right turn at the junction and -0.1 for the wrong one, both of which <b>terminate</b>; -0.1 for walking into a wall, that is
 * turning before the junction or going on at it, which leaves the agent where it is; nothing for a step on. After twice as many
 * steps as the way needs the episode is <b>truncated</b>. After the end it still sees the junction.
 *
 * <p>Whoever remembers the sign earns 4; whoever does not earns (4 - 0.1) / 2 = 1.95 at most.
 */
public final class TMaze implements MarkovGame {
    /** On the way. */
    public static final int CORRIDOR = 0;
    /** At the end of the corridor. */
    public static final int JUNCTION = 1;
    /** At the start: turn up. */
    public static final int SIGN_UP = 2;
    /** At the start: turn down. */
    public static final int SIGN_DOWN = 3;
    /** How many different things there are to see. */
    public static final int OBSERVATIONS = 4;

    /** One step on. */
    public static final int FORWARD = 0;
    /** Turn up. */
    public static final int UP = 1;
    /** Turn down. */
    public static final int DOWN = 2;
    /** How many actions there are. */
    public static final int ACTIONS = 3;

    /** What the right turn pays. */
    public static final double RIGHT = 4;
    /** What the wrong turn pays, and every wall. */
    public static final double WRONG = -0.1;

    private static final String NAME = "T-maze";

    private final int length;
    private final EpisodeClock clock;
    private int place;
    private boolean up;

    private TMaze(int length, EpisodeClock clock) {
        this.length = length;
        this.clock = clock;
    }

    /**
     * The maze.
     *
     * @param length how many places lie between the sign and the junction, at least 0; the way takes length + 2 steps
     * @throws IllegalArgumentException if it is negative
     */
    public static TMaze of(int length) {
        Require.that(length >= 0, "A corridor has a length of 0 or more, not " + length + ".");
        return new TMaze(length, new EpisodeClock(NAME, 2 * (length + 2)));
    }

    /** How many places lie between the sign and the junction. */
    public int length() {
        return length;
    }

    /** The numbering of what the agent sees, for a table. */
    public static ObservationIndex index() {
        return ObservationIndex.discrete(OBSERVATIONS);
    }

    @Override
    public int agents() {
        return 1;
    }

    @Override
    public Space observationSpace(int agent) {
        return new Space.Discrete(OBSERVATIONS);
    }

    @Override
    public Space actionSpace(int agent) {
        return new Space.Discrete(ACTIONS);
    }

    @Override
    public double[][] reset(long seed) {
        up = Rng.of(seed).bernoulli(0.5);
        place = 0;
        clock.start();
        return observation();
    }

    @Override
    public Step step(JointAction joint) {
        int action = Actions.discrete(NAME, joint, ACTIONS)[0];
        clock.requireRunning();
        boolean junction = place > length;
        boolean turned = junction && action != FORWARD;
        double paid = 0;
        if (turned) {
            paid = (action == UP) == up ? RIGHT : WRONG;
        } else if (junction || action != FORWARD) {
            paid = WRONG;
        } else {
            place++;
        }
        boolean truncated = clock.tick(turned);
        return new Step(observation(), new double[] {paid}, turned, truncated);
    }

    private double[][] observation() {
        if (place == 0) {
            return new double[][] {{up ? SIGN_UP : SIGN_DOWN}};
        }
        return new double[][] {{place > length ? JUNCTION : CORRIDOR}};
    }

    /** The place, counted from the sign, and 1 if the sign says up. */
    @Override
    public double[] state() {
        clock.requireStarted();
        return new double[] {place, up ? 1 : 0};
    }

    @Override
    public TMaze copy() {
        TMaze copy = new TMaze(length, clock.copy());
        copy.place = place;
        copy.up = up;
        return copy;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String toString() {
        return NAME + " of length " + length;
    }
}
