package marl.solve;

import java.util.function.IntFunction;
import marl.env.TeamDrift;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The exact optimum of {@link TeamDrift} with all agents controlled together, and the exact value of fixed efforts: dynamic
 * programming backwards over the 100 steps (Bellman 1957) on x0 alone, the only number that is paid for.
 *
 * <p>x0 lives on a grid of 0.01 from -8 to 60. Noise moves it between grid points with weights proportional to the
 * Gaussian density, which on a grid ten times finer than the noise keeps mean and variance to the last digit (the
 * probability of each cell would add 0.01^2 / 12 to the variance in each step, and 0.013 to the result). The expected
 * {@code |x0|} at the next step is exact. What would leave the grid stays at its edge, which matters to no digit shown for
 * starts near 0. All values are the mean over the three agents of the sum of rewards, without
 * discount.
 */
public final class TeamDriftOptimum {
    private static final double LOW = -8;
    private static final double CELL = 0.01;
    private static final int POINTS = 6801;
    private static final int CELLS_PER_PUSH = (int) Math.round(TeamDrift.PUSH / CELL);
    private static final int REACH = (int) Math.round(7 * TeamDrift.NOISE / CELL);
    private static final NormalDistribution STANDARD = NormalDistribution.of(0, 1);
    private static final int SUMS = TeamDrift.AGENTS * (TeamDrift.EFFORTS - 1) + 1;

    private final double[][] values;
    private final byte[][] sums;

    private TeamDriftOptimum(double[][] values, byte[][] sums) {
        this.values = values;
        this.sums = sums;
    }

    /** Solves the game; about a tenth of a second and 11 MB. */
    public static TeamDriftOptimum solve() {
        double[][] values = new double[TeamDrift.STEPS + 1][POINTS];
        byte[][] sums = new byte[TeamDrift.STEPS + 1][POINTS];
        double[] noise = noise();
        double[] distance = meanDistances();
        for (int left = 1; left <= TeamDrift.STEPS; left++) {
            double[] later = blurred(values[left - 1], noise);
            for (int i = 0; i < POINTS; i++) {
                double best = Double.NEGATIVE_INFINITY;
                for (int sum = 0; sum < SUMS; sum++) {
                    int pushed = Math.min(i + sum * CELLS_PER_PUSH, POINTS - 1);
                    double value = bonus(sum) - distance[pushed] + later[pushed];
                    if (value > best) {
                        best = value;
                        sums[left][i] = (byte) sum;
                    }
                }
                values[left][i] = best;
            }
        }
        return new TeamDriftOptimum(values, sums);
    }

    /** The best mean return from the game's own start, x0 standard normal. */
    public double value() {
        return fromStandardNormal(values[TeamDrift.STEPS]);
    }

    /** The best mean return from this x0 with this many steps left, at the nearest grid point. */
    public double value(double x0, int stepsLeft) {
        return values[requireSteps(stepsLeft)][point(x0)];
    }

    /** The best sum of efforts, 0 .. 9, at this x0 with this many steps left, at the nearest grid point. */
    public int effortSum(double x0, int stepsLeft) {
        if (requireSteps(stepsLeft) == 0) {
            throw new IllegalArgumentException("With no step left there is nothing to decide.");
        }
        return sums[stepsLeft][point(x0)];
    }

    /** The best efforts of the three agents: the best sum, split so that as many as possible stay below 2. */
    public int[] efforts(double x0, int stepsLeft) {
        return TeamDrift.split(effortSum(x0, stepsLeft));
    }

    /**
     * The exact mean return when the agents' efforts are drawn anew in each step, whatever the state.
     *
     * @param effortProbabilities of an agent, one for each effort 0 .. 3; the same for all agents, independently
     */
    public static double blind(IntFunction<double[]> effortProbabilities) {
        double[] sumProbability = {1};
        double bonus = 0;
        for (int agent = 0; agent < TeamDrift.AGENTS; agent++) {
            double[] p = effortProbabilities.apply(agent);
            double[] wider = new double[sumProbability.length + TeamDrift.EFFORTS - 1];
            for (int sum = 0; sum < sumProbability.length; sum++) {
                for (int effort = 0; effort < TeamDrift.EFFORTS; effort++) {
                    wider[sum + effort] += sumProbability[sum] * p[effort];
                }
            }
            sumProbability = wider;
            bonus += TeamDrift.BONUS * (p[0] + p[1]) / TeamDrift.AGENTS;
        }
        double[] noise = noise();
        double[] distance = meanDistances();
        double[] values = new double[POINTS];
        for (int left = 1; left <= TeamDrift.STEPS; left++) {
            double[] later = blurred(values, noise);
            for (int i = 0; i < POINTS; i++) {
                double value = bonus;
                for (int sum = 0; sum < SUMS; sum++) {
                    int pushed = Math.min(i + sum * CELLS_PER_PUSH, POINTS - 1);
                    value += sumProbability[sum] * (later[pushed] - distance[pushed]);
                }
                values[i] = value;
            }
        }
        return fromStandardNormal(values);
    }

    /** The exact mean return when nobody ever makes an effort. */
    public static double doNothing() {
        return blind(agent -> new double[] {1, 0, 0, 0});
    }

    /** The exact mean return when everybody acts uniformly at random. */
    public static double random() {
        return blind(agent -> new double[] {0.25, 0.25, 0.25, 0.25});
    }

    private static double bonus(int sum) {
        return TeamDrift.BONUS * TeamDrift.below2(sum) / TeamDrift.AGENTS;
    }

    /** Probability of landing k cells away, k from -REACH to REACH. */
    private static double[] noise() {
        double[] p = new double[2 * REACH + 1];
        for (int k = -REACH; k <= REACH; k++) {
            p[k + REACH] = CELL / TeamDrift.NOISE * STANDARD.density(k * CELL / TeamDrift.NOISE);
        }
        return p;
    }

    /** The mean of |x + noise| at each grid point: the folded normal distribution's. */
    private static double[] meanDistances() {
        double[] mean = new double[POINTS];
        for (int i = 0; i < POINTS; i++) {
            double x = LOW + CELL * i;
            double z = x / TeamDrift.NOISE;
            mean[i] = 2 * TeamDrift.NOISE * STANDARD.density(z) + x * (1 - 2 * STANDARD.cumulativeProbability(-z));
        }
        return mean;
    }

    private static double[] blurred(double[] values, double[] noise) {
        double[] mean = new double[POINTS];
        for (int i = 0; i < POINTS; i++) {
            double sum = 0;
            if (i >= REACH && i < POINTS - REACH) {
                for (int k = 0; k < noise.length; k++) {
                    sum += noise[k] * values[i + k - REACH];
                }
            } else {
                for (int k = 0; k < noise.length; k++) {
                    sum += noise[k] * values[Math.min(Math.max(i + k - REACH, 0), POINTS - 1)];
                }
            }
            mean[i] = sum;
        }
        return mean;
    }

    private static double fromStandardNormal(double[] values) {
        double sum = 0;
        for (int i = 0; LOW + CELL * i <= -LOW; i++) {
            sum += CELL * STANDARD.density(LOW + CELL * i) * values[i];
        }
        return sum;
    }

    private static int point(double x0) {
        if (!(x0 >= LOW && x0 <= LOW + CELL * (POINTS - 1))) {
            throw new IllegalArgumentException("The start x0 must be on the grid from -8 to 60, but is " + x0 + ".");
        }
        return (int) Math.rint((x0 - LOW) / CELL);
    }

    private static int requireSteps(int stepsLeft) {
        if (stepsLeft < 0 || stepsLeft > TeamDrift.STEPS) {
            throw new IllegalArgumentException(
                    "Steps left are 0 to " + TeamDrift.STEPS + ", but got " + stepsLeft + ".");
        }
        return stepsLeft;
    }
}
