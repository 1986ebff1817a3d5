package marl.env;

import java.util.Arrays;
import marl.random.Require;
import marl.random.Rng;

/**
 * A game of the particle world, in which discs push each other about on a plane (Mordatch &amp; Abbeel 2018; Lowe et al. 2017),
 * with the rules and numbers of MPE2 1.1. Agents act by number (0 stays, 1 left, 2 right, 3 down, 4 up; a speaker says word 0, 1 or
 * 2) or, in {@link #continuous()}, by five controls in [0, 1] in the same order. The clock cuts an episode off after 25 steps;
 * nothing ever terminates. The state is all observations, one after the other.
 *
 * <p>Awkward: a control shows in the velocity of this step and in the position of the next.
 */
public final class ParticleGame implements MarkovGame {
    private static final int STEPS = 25;
    private static final int MOVES = 5;

    private final ParticleScenario scenario;
    private final boolean continuous;
    private final ParticleWorlds world;
    private final EpisodeClock clock;

    private ParticleGame(ParticleScenario scenario, boolean continuous, ParticleWorlds world, EpisodeClock clock) {
        this.scenario = scenario;
        this.continuous = continuous;
        this.world = world;
        this.clock = clock;
    }

    private static ParticleGame of(ParticleScenario scenario, boolean continuous, int steps) {
        return new ParticleGame(
                scenario, continuous, new ParticleWorlds(scenario, 1), new EpisodeClock(scenario.name(), steps));
    }

    /**
     * So many agents cover as many landmarks; half of the reward is common, half an agent's own collisions.
     *
     * @throws IllegalArgumentException unless there is at least one
     */
    public static ParticleGame spread(int agents) {
        return spread(agents, 0.5);
    }

    /**
     * The same with another share of the agents' own collisions.
     *
     * @throws IllegalArgumentException unless there is at least one agent and the share is in [0, 1]
     */
    public static ParticleGame spread(int agents, double localRatio) {
        Require.that(agents >= 1, "Spread needs at least one agent, but got " + agents + ".");
        Require.that(
                localRatio >= 0 && localRatio <= 1, "The local ratio is a share in [0, 1], not " + localRatio + ".");
        return of(new SpreadScenario(agents, localRatio), false, STEPS);
    }

    /** Agents 0, 1 and 2 chase agent 3. */
    public static ParticleGame tag() {
        return of(new TagScenario(), false, STEPS);
    }

    /** Agent 0 says where agent 1 should go. */
    public static ParticleGame speakerListener() {
        return of(new SpeakerListenerScenario(), false, STEPS);
    }

    /** The same game with controls in place of action numbers. */
    public ParticleGame continuous() {
        return of(scenario, true, clock.limit());
    }

    /**
     * The same game with episodes of so many steps.
     *
     * @throws IllegalArgumentException unless there is at least one
     */
    public ParticleGame steps(int limit) {
        return of(scenario, continuous, limit);
    }

    ParticleScenario scenario() {
        return scenario;
    }

    int limit() {
        return clock.limit();
    }

    boolean isContinuous() {
        return continuous;
    }

    @Override
    public int agents() {
        return scenario.agents();
    }

    @Override
    public Space observationSpace(int agent) {
        return Space.Box.of(scenario.observationSize(agent), Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }

    @Override
    public Space actionSpace(int agent) {
        int n = actionCount(agent);
        return continuous ? Space.Box.of(n, 0, 1) : new Space.Discrete(n);
    }

    /** The number of an agent's actions, or of its controls. */
    int actionCount(int agent) {
        return scenario.speaks(agent) ? scenario.words() : MOVES;
    }

    @Override
    public double[][] reset(long seed) {
        world.begin(0, Rng.of(seed));
        clock.start();
        return observations();
    }

    /**
     * Starts an episode from given places, everybody at rest.
     *
     * @param places one pair of coordinates for each agent, then for each landmark
     * @param goal the landmark that is the goal, from 0; without meaning where there is none
     * @return the first observations, [agent][coordinate]
     * @throws IllegalArgumentException unless there is a place for each body, or if a number is NaN or infinite
     */
    public double[][] begin(double[][] places, int goal) {
        int bodies = world.position.length / 2;
        boolean sound = places.length == bodies && goal >= 0 && goal < bodies - agents();
        for (double[] place : places) {
            sound &= place.length == 2 && Double.isFinite(place[0]) && Double.isFinite(place[1]);
        }
        Require.that(
                sound,
                name() + " has " + agents() + " agents and " + (bodies - agents()) + " landmarks: give each a place of"
                        + " two finite numbers, agents first, and the number of a landmark as goal.");
        world.begin(0, Rng.of(0));
        for (int body = 0; body < bodies; body++) {
            System.arraycopy(places[body], 0, world.position, 2 * body, 2);
        }
        world.goal[0] = goal;
        clock.start();
        return observations();
    }

    @Override
    public Step step(JointAction action) {
        ParticleControls controls = controls(action);
        clock.requireRunning();
        world.step(0, controls);
        double[] rewards = new double[agents()];
        scenario.reward(world, 0, rewards, 0);
        boolean truncated = clock.tick(false);
        return new Step(observations(), rewards, false, truncated);
    }

    private ParticleControls controls(JointAction action) {
        int[] counts = new int[agents()];
        Arrays.setAll(counts, this::actionCount);
        if (!continuous) {
            return new ParticleControls.Numbers(Actions.discrete(name(), action, counts), agents(), scenario.words());
        }
        Space.Box[] boxes = new Space.Box[agents()];
        Arrays.setAll(boxes, agent -> Space.Box.of(counts[agent], 0, 1));
        double[][] given = Actions.continuous(name(), action, boxes);
        double[] flat = new double[agents() * MOVES];
        for (int agent = 0; agent < given.length; agent++) {
            System.arraycopy(given[agent], 0, flat, agent * MOVES, given[agent].length);
        }
        return new ParticleControls.Vectors(flat, agents(), MOVES, scenario.words());
    }

    private double[][] observations() {
        double[][] seen = new double[agents()][];
        for (int agent = 0; agent < seen.length; agent++) {
            seen[agent] = new double[scenario.observationSize(agent)];
            scenario.observe(world, 0, agent, seen[agent], 0);
        }
        return seen;
    }

    /** All observations, one after the other. */
    @Override
    public double[] state() {
        clock.requireStarted();
        return Arrays.stream(observations()).flatMapToDouble(Arrays::stream).toArray();
    }

    /**
     * Where all bodies are, agents first, [body][2], a new array: for drawing.
     *
     * @throws IllegalStateException before the first reset
     */
    public double[][] places() {
        clock.requireStarted();
        double[][] places = new double[world.position.length / 2][];
        Arrays.setAll(places, body -> Arrays.copyOfRange(world.position, 2 * body, 2 * body + 2));
        return places;
    }

    /** The radius of each body, agents first, a new array. */
    public double[] sizes() {
        return scenario.bodies().stream().mapToDouble(ParticleBody::size).toArray();
    }

    @Override
    public ParticleGame copy() {
        return new ParticleGame(scenario, continuous, world.copy(), clock.copy());
    }

    @Override
    public String name() {
        return scenario.name();
    }

    @Override
    public String toString() {
        return name();
    }
}
