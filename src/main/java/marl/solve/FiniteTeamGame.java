package marl.solve;

import java.util.Arrays;
import marl.env.Actions;
import marl.env.EpisodeClock;
import marl.env.JointAction;
import marl.env.MarkovGame;
import marl.env.Space;
import marl.env.Step;
import marl.random.Rng;

/**
 * A {@link FiniteDecPomdp} as a game. Each agent sees one whole number, and the state is a row of zeros with a single 1; after the
 * last step, which <b>terminates</b>, what was seen before it is shown again.
 */
public final class FiniteTeamGame implements MarkovGame {
    private final FiniteDecPomdp world;
    private final String name;
    private final EpisodeClock clock;
    private Rng rng = Rng.of(0);
    private int state;

    FiniteTeamGame(FiniteDecPomdp world, String name) {
        this.world = world;
        this.name = name;
        clock = new EpisodeClock(name, EpisodeClock.NO_LIMIT);
    }

    private FiniteTeamGame(FiniteTeamGame other) {
        world = other.world;
        name = other.name;
        clock = other.clock.copy();
        rng = other.rng.copy();
        state = other.state;
    }

    @Override
    public int agents() {
        return world.agents();
    }

    @Override
    public Space observationSpace(int agent) {
        return new Space.Discrete(world.observations(agent));
    }

    @Override
    public Space actionSpace(int agent) {
        return new Space.Discrete(world.actions(agent));
    }

    @Override
    public double[][] reset(long seed) {
        rng = Rng.of(seed);
        double[] start = new double[world.states()];
        Arrays.setAll(start, world::start);
        state = rng.categorical(start);
        clock.start();
        return observations();
    }

    @Override
    public Step step(JointAction action) {
        int[] limits = new int[agents()];
        Arrays.setAll(limits, world::actions);
        int joint = world.join(Actions.discrete(name, action, limits));
        clock.requireRunning();
        double[] rewards = new double[agents()];
        Arrays.fill(rewards, world.reward(state, joint));
        boolean ended = clock.steps() + 1 == world.horizon();
        if (!ended) {
            double[] next = new double[world.states()];
            int from = state;
            Arrays.setAll(next, to -> world.transition(from, joint, to));
            state = rng.categorical(next);
        }
        clock.tick(ended);
        return new Step(observations(), rewards, ended, false);
    }

    private double[][] observations() {
        double[][] seen = new double[agents()][];
        Arrays.setAll(seen, agent -> new double[] {world.observation(agent, state)});
        return seen;
    }

    /** The number of the state, one-hot. */
    @Override
    public double[] state() {
        clock.requireStarted();
        double[] oneHot = new double[world.states()];
        oneHot[state] = 1;
        return oneHot;
    }

    @Override
    public FiniteTeamGame copy() {
        return new FiniteTeamGame(this);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String toString() {
        return name;
    }
}
