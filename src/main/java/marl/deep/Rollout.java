package marl.deep;

import java.util.Arrays;

/**
 * A batch of experience: of each world so many steps, of each step a row for each agent. Row {@code (world * steps + step) *
 * agents + agent}, so that what one world went through lies together. The arrays are made once and filled again and again.
 */
final class Rollout {
    final int worlds;
    final int steps;
    final int agents;
    final int inputSize;
    final int stateSize;
    final int actionSize;
    final int legalSize;

    /** What actors saw, [row][inputSize]. */
    final double[] inputs;
    /** What a central critic saw, [row][stateSize]; empty for other critics. */
    final double[] states;
    /** [row][actionSize]. */
    final double[] actions;
    /** [row][legalSize]; empty where all is legal. */
    final boolean[] legal;
    /** Of the actions when they were drawn, [row]. */
    final double[] logProbabilities;
    /** [row]. */
    final double[] rewards;
    /** What the critic said of what was seen, [row]. */
    final double[] values;
    /** What it said of what was seen next, [row]: of the final observation where the episode was over. */
    final double[] nextValues;
    /** [world * steps + step]. */
    final boolean[] terminated;
    /** [world * steps + step]. */
    final boolean[] over;
    /** [row]. */
    final double[] advantages;
    /** What the critic should have said, [row]. */
    final double[] returns;

    Rollout(int worlds, int steps, int agents, int inputSize, int stateSize, int actionSize, int legalSize) {
        this.worlds = worlds;
        this.steps = steps;
        this.agents = agents;
        this.inputSize = inputSize;
        this.stateSize = stateSize;
        this.actionSize = actionSize;
        this.legalSize = legalSize;
        int rows = rows();
        inputs = new double[rows * inputSize];
        states = new double[rows * stateSize];
        actions = new double[rows * actionSize];
        legal = new boolean[rows * legalSize];
        logProbabilities = new double[rows];
        rewards = new double[rows];
        values = new double[rows];
        nextValues = new double[rows];
        terminated = new boolean[worlds * steps];
        over = new boolean[worlds * steps];
        advantages = new double[rows];
        returns = new double[rows];
    }

    int rows() {
        return worlds * steps * agents;
    }

    int row(int world, int step, int agent) {
        return (world * steps + step) * agents + agent;
    }

    /** The advantages and returns of a world's steps, one agent after the other. */
    void judge(int world, double gamma, double lambda) {
        int from = world * steps;
        boolean[] ended = Arrays.copyOfRange(terminated, from, from + steps);
        boolean[] ends = Arrays.copyOfRange(over, from, from + steps);
        for (int agent = 0; agent < agents; agent++) {
            double[] advantage = Advantages.gae(
                    of(rewards, world, agent),
                    of(values, world, agent),
                    of(nextValues, world, agent),
                    ended,
                    ends,
                    gamma,
                    lambda);
            for (int step = 0; step < steps; step++) {
                int row = row(world, step, agent);
                advantages[row] = advantage[step];
                returns[row] = advantage[step] + values[row];
            }
        }
    }

    private double[] of(double[] all, int world, int agent) {
        double[] own = new double[steps];
        for (int step = 0; step < steps; step++) {
            own[step] = all[row(world, step, agent)];
        }
        return own;
    }

    /** Shifts and scales the advantages to mean 0 and deviation 1. */
    void scaleAdvantages() {
        double mean = Arrays.stream(advantages).average().orElseThrow();
        double squares = 0;
        for (double a : advantages) {
            squares += (a - mean) * (a - mean);
        }
        double deviation = Math.sqrt(squares / advantages.length) + 1e-8;
        for (int row = 0; row < advantages.length; row++) {
            advantages[row] = (advantages[row] - mean) / deviation;
        }
    }
}
