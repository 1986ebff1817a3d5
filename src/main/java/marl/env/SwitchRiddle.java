package marl.env;

import java.util.Arrays;
import marl.random.Require;
import marl.random.Rng;

/**
 * The switch riddle of Foerster et al. (2016, "Learning to communicate with deep multi-agent reinforcement learning", section
 * 6.1): n prisoners, and on each of T = 4n - 6 days one of them, drawn uniformly and with replacement, is in a room with a bulb,
 * which is off at first. Who is there may do nothing, toggle the switch, or tell that all have been in the room. Telling ends the
 * game and pays everybody +1 if it is true and -1 if not; today counts as having been there.
 *
 * <p>An agent sees {@code {in the room, bulb, day}}: 1 if it is in the room, else 0; 1 if it is in the room and the bulb is on,
 * else 0; and the day from 0. The paper shows no day, but whoever remembers can count; here a policy without memory may use it.
 * After the end nobody is in the room. Actions are {@link #NONE}, {@link #TOGGLE} and {@link #TELL}; outside the room only the
 * first is legal.
 *
 * <p>When the days are over the world has <b>terminated</b> with 0, it is not truncated: the number of days belongs to the riddle,
 * and nothing could be earned later. At most what chance allows can be earned, the probability that all come to the room: 540/729
 * for n = 3.
 */
public final class SwitchRiddle implements MarkovGame {
    /** Do nothing. */
    public static final int NONE = 0;
    /** Toggle the switch. */
    public static final int TOGGLE = 1;
    /** Say that everybody has been in the room. */
    public static final int TELL = 2;

    private static final int ACTIONS = 3;
    private static final int NOBODY = -1;

    private final boolean bulb;
    private final EpisodeClock clock;
    private final boolean[] been;
    private Rng rng = Rng.of(0);
    private boolean on;
    private int visitor = NOBODY;

    private SwitchRiddle(int agents, boolean bulb, EpisodeClock clock) {
        this.bulb = bulb;
        this.clock = clock;
        been = new boolean[agents];
    }

    /**
     * The riddle.
     *
     * @param agents how many prisoners, at least 2
     * @throws IllegalArgumentException if there are fewer
     */
    public static SwitchRiddle of(int agents) {
        Require.that(agents >= 2, "The riddle needs two prisoners or more, not " + agents + ".");
        return new SwitchRiddle(agents, true, new EpisodeClock("Switch riddle", EpisodeClock.NO_LIMIT));
    }

    /** The same prison without a bulb: all see it off always, and toggling does nothing. */
    public SwitchRiddle withoutBulb() {
        return new SwitchRiddle(been.length, false, new EpisodeClock(name(), EpisodeClock.NO_LIMIT));
    }

    /** Whether there is a bulb. */
    public boolean hasBulb() {
        return bulb;
    }

    /** How many days there are: 4n - 6. */
    public int days() {
        return 4 * been.length - 6;
    }

    /**
     * The numbering of what a prisoner with {@code Memory.ever(0)} can act by, for a table: the bulb, plus 2 if it has been there before,
     * plus 4 on the first day. It is for {@link Remembering}, whose fourth coordinate says who has been there.
     */
    public static ObservationIndex index() {
        return ObservationIndex.of(8, o -> (int) (o[1] + 2 * o[3]) + (o[2] == 0 ? 4 : 0));
    }

    @Override
    public int agents() {
        return been.length;
    }

    @Override
    public Space observationSpace(int agent) {
        return new Space.Box(new double[3], new double[] {1, 1, days()});
    }

    @Override
    public Space actionSpace(int agent) {
        return new Space.Discrete(ACTIONS);
    }

    @Override
    public boolean[] legalActions(int agent) {
        boolean inside = agent == visitor;
        return new boolean[] {true, inside, inside};
    }

    @Override
    public double[][] reset(long seed) {
        rng = Rng.of(seed);
        Arrays.fill(been, false);
        on = false;
        clock.start();
        visit();
        return observations();
    }

    private void visit() {
        visitor = rng.below(been.length);
        been[visitor] = true;
    }

    @Override
    public Step step(JointAction joint) {
        int[] limits = new int[been.length];
        Arrays.fill(limits, ACTIONS);
        int[] actions = Actions.discrete(name(), joint, limits);
        clock.requireRunning();
        for (int i = 0; i < actions.length; i++) {
            Require.that(
                    i == visitor || actions[i] == NONE,
                    "Prisoner " + i + " is not in the room and can only do nothing; ask legalActions(" + i + ").");
        }
        int action = actions[visitor];
        on ^= bulb && action == TOGGLE;
        double[] rewards = new double[been.length];
        if (action == TELL) {
            Arrays.fill(rewards, everybodyWasThere() ? 1 : -1);
        }
        boolean ended = action == TELL || clock.steps() + 1 == days();
        clock.tick(ended);
        if (ended) {
            visitor = NOBODY;
        } else {
            visit();
        }
        return new Step(observations(), rewards, ended, false);
    }

    private boolean everybodyWasThere() {
        for (boolean was : been) {
            if (!was) {
                return false;
            }
        }
        return true;
    }

    private double[][] observations() {
        double[][] seen = new double[been.length][];
        for (int i = 0; i < seen.length; i++) {
            boolean inside = i == visitor;
            seen[i] = new double[] {inside ? 1 : 0, inside && on ? 1 : 0, clock.steps()};
        }
        return seen;
    }

    /** The day, the number of who is in the room (-1 after the end), 1 if the bulb is on, and 1 for each who has been there: 3 + n. */
    @Override
    public double[] state() {
        clock.requireStarted();
        double[] all = new double[3 + been.length];
        all[0] = clock.steps();
        all[1] = visitor;
        all[2] = on ? 1 : 0;
        for (int i = 0; i < been.length; i++) {
            all[3 + i] = been[i] ? 1 : 0;
        }
        return all;
    }

    @Override
    public SwitchRiddle copy() {
        SwitchRiddle copy = new SwitchRiddle(been.length, bulb, clock.copy());
        System.arraycopy(been, 0, copy.been, 0, been.length);
        copy.rng = rng.copy();
        copy.on = on;
        copy.visitor = visitor;
        return copy;
    }

    @Override
    public String name() {
        return bulb ? "Switch riddle" : "Switch riddle without a bulb";
    }

    @Override
    public String toString() {
        return name();
    }
}
