package marl.deep;

import java.util.Arrays;
import marl.env.Actions;
import marl.env.EpisodeClock;
import marl.env.JointAction;
import marl.env.MarkovGame;
import marl.env.Space;
import marl.env.Step;
import marl.random.Rng;

/** A game of given shapes whose observations are noise, of which each agent is paid the first number if it does action 0. */
final class ShapeGame implements MarkovGame {
    private final int agents;
    private final int observation;
    private final int state;
    private final int actions;
    private final boolean[] legal;
    private final EpisodeClock clock;
    private Rng rng = Rng.of(0);
    private double[][] seen = new double[0][];

    ShapeGame(int agents, int observation, int state, int actions, int limit, boolean... legal) {
        this.agents = agents;
        this.observation = observation;
        this.state = state;
        this.actions = actions;
        this.legal = legal;
        clock = new EpisodeClock("shapes", limit);
    }

    private double[][] look() {
        seen = new double[agents][observation];
        for (double[] row : seen) {
            Arrays.setAll(row, i -> rng.gaussian());
        }
        return Arrays.stream(seen).map(double[]::clone).toArray(double[][]::new);
    }

    @Override
    public int agents() {
        return agents;
    }

    @Override
    public Space observationSpace(int agent) {
        return Space.Box.of(observation, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }

    @Override
    public Space actionSpace(int agent) {
        return new Space.Discrete(actions);
    }

    @Override
    public double[][] reset(long seed) {
        rng = Rng.of(seed);
        clock.start();
        return look();
    }

    @Override
    public Step step(JointAction action) {
        int[] limits = new int[agents];
        Arrays.fill(limits, actions);
        int[] done = Actions.discrete("shapes", action, limits);
        clock.requireRunning();
        double[] rewards = new double[agents];
        Arrays.setAll(rewards, i -> done[i] == 0 ? seen[i][0] : 0);
        boolean ends = rng.uniform() < 0.2;
        return new Step(look(), rewards, ends, clock.tick(ends));
    }

    @Override
    public double[] state() {
        clock.requireStarted();
        double[] all = new double[state];
        Arrays.setAll(all, i -> seen[i % agents][i % observation]);
        return all;
    }

    @Override
    public boolean[] legalActions(int agent) {
        return legal.length == 0 ? MarkovGame.super.legalActions(agent) : legal.clone();
    }

    @Override
    public ShapeGame copy() {
        ShapeGame copy = new ShapeGame(agents, observation, state, actions, clock.limit(), legal);
        copy.rng = rng.copy();
        copy.seen = Arrays.stream(seen).map(double[]::clone).toArray(double[][]::new);
        return copy;
    }

    @Override
    public String name() {
        return "shapes";
    }
}
