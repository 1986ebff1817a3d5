package marl.train;

import java.util.Arrays;
import marl.experiment.Digits;
import marl.experiment.Interval;

/**
 * What a series of episodes brought: for each episode the return of every agent (the sum of its rewards) and the number of
 * steps. Immutable.
 */
public final class Episodes {
    private final double[][] returns;
    private final int[] lengths;

    Episodes(double[][] returns, int[] lengths) {
        this.returns = returns;
        this.lengths = lengths;
    }

    /** How many episodes. */
    public int count() {
        return lengths.length;
    }

    /** The number of agents. */
    public int agents() {
        return returns.length;
    }

    /** An agent's return in each episode, a new array. */
    public double[] returns(int agent) {
        return returns[agent].clone();
    }

    /** The mean of the agents' returns in each episode, a new array. */
    public double[] teamReturns() {
        double[] mean = new double[count()];
        for (int e = 0; e < mean.length; e++) {
            for (double[] own : returns) {
                mean[e] += own[e] / returns.length;
            }
        }
        return mean;
    }

    /** The number of steps of each episode, a new array. */
    public int[] lengths() {
        return lengths.clone();
    }

    /** The number of steps of each episode as doubles, to draw. */
    public double[] steps() {
        return Arrays.stream(lengths).asDoubleStream().toArray();
    }

    /** The number of steps of all episodes together. */
    public long totalSteps() {
        return Arrays.stream(lengths).asLongStream().sum();
    }

    /** An agent's mean return over all episodes. */
    public double mean(int agent) {
        return Arrays.stream(returns[agent]).average().orElse(Double.NaN);
    }

    /** The mean over all agents and episodes. */
    public double teamMean() {
        return Arrays.stream(teamReturns()).average().orElse(Double.NaN);
    }

    /**
     * An agent's mean return with its 95 % t interval over episodes. Sound for an {@link Evaluation}, whose episodes are
     * independent; not for a {@link Training}, whose episodes are one history.
     */
    public Interval interval(int agent) {
        return Interval.t(returns[agent]);
    }

    /** The mean over the agents with its 95 % t interval over episodes; see {@link #interval}. */
    public Interval teamInterval() {
        return Interval.t(teamReturns());
    }

    /**
     * The last episodes alone.
     *
     * @throws IllegalArgumentException unless there are that many
     */
    public Episodes last(int episodes) {
        if (episodes < 1 || episodes > count()) {
            throw new IllegalArgumentException("There are " + count() + " episodes, so the last 1 to " + count()
                    + " can be had, not " + episodes + ".");
        }
        int from = count() - episodes;
        double[][] tail = new double[returns.length][];
        Arrays.setAll(tail, i -> Arrays.copyOfRange(returns[i], from, count()));
        return new Episodes(tail, Arrays.copyOfRange(lengths, from, count()));
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(count() + " episodes, " + totalSteps() + " steps, mean return");
        for (int i = 0; i < agents(); i++) {
            text.append(i == 0 ? " " : ", ").append(Digits.of(mean(i), 4));
        }
        return text.toString();
    }
}
