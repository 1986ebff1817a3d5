package marl.selfplay;

import java.util.Arrays;
import marl.game.MatrixGame;
import marl.game.MixedProfile;
import marl.game.MixedStrategy;

/**
 * Two players of a matrix game who both follow multiplicative weights, with a reward for entropy or without. At each step,
 * at the same moment, {@code x'(a) ~ x(a)^(1 - eta tau) exp(eta (A y)(a))}: with tau = 0 the rule of Freund and Schapire
 * (1999), whose averages approach an equilibrium of a zero-sum game while the weights themselves spiral away from it; with
 * tau above 0 the weights themselves come to rest, at the logit equilibrium {@code x ~ exp(A y / tau)}, which is near an
 * equilibrium for small tau and is one if that is uniform.
 *
 * <p>Deterministic: players see what each action would have earned on average. Changes as it runs.
 */
public final class RegularisedWeights {
    private final double[][][] payoffs;
    private final double eta;
    private final double tau;
    private final double[][] now;
    private final double[][] sums;
    private long steps;

    /**
     * Players at their start.
     *
     * @param game for two
     * @param eta the step size, positive
     * @param tau the weight of entropy, at least 0 and at most 1 / eta, in units of payoff
     * @param row the row player's first strategy, every probability positive
     * @param column the column player's
     * @throws IllegalArgumentException if one of them is out of range
     */
    public RegularisedWeights(MatrixGame game, double eta, double tau, double[] row, double[] column) {
        if (!(eta > 0) || !(tau >= 0 && eta * tau <= 1)) {
            throw new IllegalArgumentException(
                    "Weights need a positive step size eta and a tau from 0 to 1 / eta, but got " + eta + " and " + tau
                            + ".");
        }
        this.payoffs = new double[][][] {game.payoffMatrix(0), game.payoffMatrix(1)};
        this.eta = eta;
        this.tau = tau;
        this.now = new double[][] {positive(row, game.actions(0)), positive(column, game.actions(1))};
        this.sums = new double[][] {new double[row.length], new double[column.length]};
    }

    private static double[] positive(double[] strategy, int actions) {
        if (strategy.length != actions || Arrays.stream(strategy).anyMatch(p -> !(p > 0))) {
            throw new IllegalArgumentException("A start gives each of the " + actions
                    + " actions a positive probability, for what has weight 0 stays at 0; got "
                    + Arrays.toString(strategy) + ".");
        }
        return MixedStrategy.of(strategy);
    }

    /**
     * Takes steps.
     *
     * @return these players
     * @throws IllegalArgumentException if there are fewer than 0
     */
    public RegularisedWeights run(int count) {
        if (count < 0) {
            throw new IllegalArgumentException("Take 0 or more steps, not " + count + ".");
        }
        double[][] earned = {new double[now[0].length], new double[now[1].length]};
        for (int t = 0; t < count; t++) {
            Arrays.fill(earned[0], 0);
            Arrays.fill(earned[1], 0);
            for (int a = 0; a < now[0].length; a++) {
                for (int b = 0; b < now[1].length; b++) {
                    earned[0][a] += payoffs[0][a][b] * now[1][b];
                    earned[1][b] += payoffs[1][a][b] * now[0][a];
                }
            }
            move(0, earned[0]);
            move(1, earned[1]);
            steps++;
        }
        return this;
    }

    private void move(int player, double... earned) {
        double[] x = now[player];
        double most = Double.NEGATIVE_INFINITY;
        for (int a = 0; a < x.length; a++) {
            sums[player][a] += x[a];
            // Kept positive, so that a weight that has all but vanished can come back.
            earned[a] = (1 - eta * tau) * Math.log(Math.max(x[a], Double.MIN_NORMAL)) + eta * earned[a];
            most = Math.max(most, earned[a]);
        }
        double sum = 0;
        for (int a = 0; a < x.length; a++) {
            x[a] = Math.exp(earned[a] - most);
            sum += x[a];
        }
        for (int a = 0; a < x.length; a++) {
            x[a] /= sum;
        }
    }

    /** What both play now: the last iterate. */
    public MixedProfile last() {
        return MixedProfile.of(now);
    }

    /** The means of what both have played at all steps, the first included and the last iterate not. */
    public MixedProfile average() {
        if (steps == 0) {
            return last();
        }
        return MixedProfile.of(
                Arrays.stream(sums[0]).map(s -> s / steps).toArray(),
                Arrays.stream(sums[1]).map(s -> s / steps).toArray());
    }

    /** How many steps have been taken. */
    public long steps() {
        return steps;
    }

    @Override
    public String toString() {
        return "after " + steps + " steps: " + last() + ", on average " + average();
    }
}
