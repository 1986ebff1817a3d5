package marl.check;

import static marl.exercise.Expect.show;

import java.util.Arrays;
import java.util.SplittableRandom;
import marl.exercise.CounterExample;
import marl.exercise.Lesson07.Nets;

/**
 * Made-up networks: an action is one bent number, and a value weighs all that a critic is told, each number by its place, so that
 * no two mixed-up arguments give the same.
 */
final class DrawnNets implements Nets {
    private final double[][] actors;
    private final double[][] observed;
    private final double[][] acted;

    private DrawnNets(double[][] actors, double[][] observed, double[][] acted) {
        this.actors = actors;
        this.observed = observed;
        this.acted = acted;
    }

    /** Networks of so many agents, each of which sees so many numbers. */
    static DrawnNets of(SplittableRandom random, int agents, int size) {
        return new DrawnNets(
                rows(random, agents, size), rows(random, agents, agents * size), rows(random, agents, agents));
    }

    private static double[][] rows(SplittableRandom random, int rows, int columns) {
        double[][] drawn = new double[rows][columns];
        for (double[] row : drawn) {
            Arrays.setAll(row, i -> 0.2 + random.nextDouble());
        }
        return drawn;
    }

    @Override
    public double[] act(int agent, double[] observation) {
        require(agent >= 0 && agent < actors.length, "an agent from 0 to " + (actors.length - 1), agent);
        require(
                observation != null && observation.length == actors[agent].length,
                "what this agent sees: " + actors[agent].length + " numbers",
                observation);
        double sum = 0;
        for (int i = 0; i < observation.length; i++) {
            sum += actors[agent][i] * observation[i];
        }
        return new double[] {Math.tanh(sum)};
    }

    @Override
    public double value(int agent, double[][] observations, double[][] actions) {
        int agents = actors.length;
        require(agent >= 0 && agent < agents, "an agent from 0 to " + (agents - 1), agent);
        require(shaped(observations, actors[0].length), "what all " + agents + " agents see", observations);
        require(shaped(actions, 1), "what all " + agents + " agents do", actions);
        double sum = 0;
        for (int i = 0; i < agents; i++) {
            for (int k = 0; k < observations[i].length; k++) {
                sum += observed[agent][i * observations[i].length + k] * observations[i][k];
            }
            sum += acted[agent][i] * actions[i][0];
        }
        return sum;
    }

    private boolean shaped(double[][] rows, int columns) {
        return rows != null
                && rows.length == actors.length
                && Arrays.stream(rows).allMatch(row -> row != null && row.length == columns);
    }

    private static void require(boolean holds, String expected, Object got) {
        if (!holds) {
            throw new CounterExample("networks that belong to the check", "to be asked with " + expected, show(got));
        }
    }
}
