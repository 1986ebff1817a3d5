package marl.train;

import java.util.Arrays;
import marl.experiment.Digits;

/**
 * What a {@link Play} brought: who did what and was paid what in each round, and what the learners would do at the end.
 * Immutable.
 */
public final class Plays {
    private final double[][] payoffs;
    private final int[][] joints;
    private final int[] greedy;
    private final double[] greedyPayoffs;

    Plays(double[][] payoffs, int[][] joints, int[] greedy, double[] greedyPayoffs) {
        this.payoffs = payoffs;
        this.joints = joints;
        this.greedy = greedy;
        this.greedyPayoffs = greedyPayoffs;
    }

    /** How many rounds. */
    public int rounds() {
        return payoffs.length;
    }

    /** What an agent was paid in each round, a new array. */
    public double[] payoffs(int agent) {
        return Arrays.stream(payoffs).mapToDouble(round -> round[agent]).toArray();
    }

    /** The mean of what the agents were paid, in each round, a new array. */
    public double[] teamPayoffs() {
        return Arrays.stream(payoffs).mapToDouble(Plays::mean).toArray();
    }

    /** What everybody did in this round, counted from 0, a new array. */
    public int[] joint(int round) {
        return joints[round].clone();
    }

    /** What everybody would do at the end without exploration, a new array; exact ties were broken at random. */
    public int[] greedy() {
        return greedy.clone();
    }

    /** What the joint action {@link #greedy} pays an agent, on average if chance has a say. */
    public double greedyPayoff(int agent) {
        return greedyPayoffs[agent];
    }

    /** What the joint action {@link #greedy} pays, the mean over the agents and on average over chance. */
    public double greedyPayoff() {
        return mean(greedyPayoffs);
    }

    private static double mean(double... values) {
        return Arrays.stream(values).sum() / values.length;
    }

    @Override
    public String toString() {
        return rounds() + " rounds, at the end " + Arrays.toString(greedy) + " paying " + Digits.of(greedyPayoff(), 4);
    }
}
