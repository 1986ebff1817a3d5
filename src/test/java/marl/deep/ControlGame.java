package marl.deep;

import java.util.Arrays;
import marl.env.Actions;
import marl.env.EpisodeClock;
import marl.env.JointAction;
import marl.env.MarkovGame;
import marl.env.Space;
import marl.env.Step;
import marl.random.Rng;

/**
 * A game of controls between -1 and 1 whose observations are noise of given lengths, the first number of which tells the step. It
 * ends or is cut off after so many steps, as asked.
 */
final class ControlGame implements MarkovGame {
    private final int[] observations;
    private final int[] controls;
    private final int length;
    private final boolean terminates;
    private final double firstNumber;
    private final EpisodeClock clock;
    private Rng rng = Rng.of(0);
    private int steps;

    ControlGame(int[] observations, int[] controls, int length, boolean terminates, double firstNumber) {
        this.observations = observations;
        this.controls = controls;
        this.length = length;
        this.terminates = terminates;
        this.firstNumber = firstNumber;
        clock = new EpisodeClock("controls", length);
    }

    private double[][] look() {
        double[][] seen = new double[observations.length][];
        for (int agent = 0; agent < seen.length; agent++) {
            seen[agent] = new double[observations[agent]];
            Arrays.setAll(seen[agent], i -> rng.gaussian());
            seen[agent][0] = firstNumber + steps;
        }
        return seen;
    }

    @Override
    public int agents() {
        return observations.length;
    }

    @Override
    public Space observationSpace(int agent) {
        return Space.Box.of(observations[agent], Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }

    @Override
    public Space actionSpace(int agent) {
        return Space.Box.of(controls[agent], -1, 1);
    }

    @Override
    public double[][] reset(long seed) {
        rng = Rng.of(seed);
        clock.start();
        steps = 0;
        return look();
    }

    @Override
    public Step step(JointAction action) {
        Space.Box[] boxes = new Space.Box[controls.length];
        Arrays.setAll(boxes, agent -> Space.Box.of(controls[agent], -1, 1));
        double[][] given = Actions.continuous("controls", action, boxes);
        clock.requireRunning();
        double[] rewards = new double[controls.length];
        Arrays.setAll(rewards, agent -> agent + given[agent][0]);
        steps++;
        boolean ends = terminates && steps == length;
        return new Step(look(), rewards, ends, clock.tick(ends));
    }

    @Override
    public double[] state() {
        return new double[] {steps};
    }

    @Override
    public ControlGame copy() {
        ControlGame copy = new ControlGame(observations, controls, length, terminates, firstNumber);
        copy.rng = rng.copy();
        copy.steps = steps;
        return copy;
    }

    @Override
    public String name() {
        return "controls";
    }
}
