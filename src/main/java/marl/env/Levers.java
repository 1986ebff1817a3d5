package marl.env;

import java.util.Arrays;
import marl.random.Require;
import marl.random.Rng;

/**
 * The levers of CommNet (Sukhbaatar, Szlam and Fergus 2016, section 4.1): m of N people are drawn, with replacement, and put
 * before m levers. Each sees its own number and pulls a lever, all at once, and everybody is paid (d - 1) / (m - 1), where d is how
 * many different levers were pulled. Then the world <b>terminates</b>.
 *
 * <p>To do well each must know who else was drawn. The README of its program says that the reward is proportional to the number of
 * distinct levers; the program pays (d - 1) / (m - 1) ({@code get_reward} in {@code levers.lua}), and so does this one. Who is drawn
 * twice cannot be told from himself, so no deterministic rule reaches 1. After the end each still sees its number.
 */
public final class Levers implements MarkovGame {
    private static final String NAME = "Levers";

    private final int people;
    private final EpisodeClock clock;
    private final int[] drawn;

    private Levers(int people, EpisodeClock clock, int... drawn) {
        this.people = people;
        this.clock = clock;
        this.drawn = drawn;
    }

    /**
     * The game; the paper has 5 agents and 500 people.
     *
     * @param agents how many are drawn, which is also the number of levers, at least 2
     * @param people how many they are drawn from, at least 1
     * @throws IllegalArgumentException if there are fewer
     */
    public static Levers of(int agents, int people) {
        Require.that(agents >= 2, "Levers are pulled by two agents or more, not " + agents + ".");
        Require.that(people >= 1, "Agents are drawn from at least one person, not " + people + ".");
        return new Levers(people, new EpisodeClock(NAME, EpisodeClock.NO_LIMIT), new int[agents]);
    }

    /**
     * What everybody is paid for these levers, one number for each agent: (different - 1) / (agents - 1).
     *
     * @throws IllegalArgumentException if there are fewer than two agents
     */
    public static double reward(int... levers) {
        Require.that(levers.length >= 2, "Levers are pulled by two agents or more, not " + levers.length + ".");
        return (Arrays.stream(levers).distinct().count() - 1.0) / (levers.length - 1);
    }

    /**
     * The best that agents earn who hear nothing and share one rule: their levers are then independent and alike, so d is at most
     * m (1 - (1 - 1/m)^m) on average, reached wherever all levers are equally likely. For m = 5 it is .5904. The concavity of
     * 1 - (1 - p)^m gives the bound. Agents that know their seat are not bound by it; here nobody is told a seat.
     */
    public double independentValue() {
        int m = drawn.length;
        double distinct = m * (1 - Math.pow(1 - 1.0 / m, m));
        return (distinct - 1) / (m - 1);
    }

    /** How many people there are. */
    public int people() {
        return people;
    }

    /** The numbering of what an agent sees, for a table: the person's number. */
    public ObservationIndex index() {
        return ObservationIndex.discrete(people);
    }

    @Override
    public int agents() {
        return drawn.length;
    }

    @Override
    public Space observationSpace(int agent) {
        return new Space.Discrete(people);
    }

    @Override
    public Space actionSpace(int agent) {
        return new Space.Discrete(drawn.length);
    }

    @Override
    public double[][] reset(long seed) {
        Rng rng = Rng.of(seed);
        Arrays.setAll(drawn, i -> rng.below(people));
        clock.start();
        return observations();
    }

    @Override
    public Step step(JointAction joint) {
        int[] limits = new int[drawn.length];
        Arrays.fill(limits, drawn.length);
        int[] levers = Actions.discrete(NAME, joint, limits);
        clock.requireRunning();
        clock.tick(true);
        double[] rewards = new double[drawn.length];
        Arrays.fill(rewards, reward(levers));
        return new Step(observations(), rewards, true, false);
    }

    private double[][] observations() {
        double[][] seen = new double[drawn.length][];
        Arrays.setAll(seen, i -> new double[] {drawn[i]});
        return seen;
    }

    /** Who was drawn, one number for each agent. */
    @Override
    public double[] state() {
        clock.requireStarted();
        return Arrays.stream(drawn).asDoubleStream().toArray();
    }

    @Override
    public Levers copy() {
        return new Levers(people, clock.copy(), drawn.clone());
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String toString() {
        return NAME + " of " + drawn.length + " among " + people;
    }
}
