package marl.exercise;

import java.util.SplittableRandom;

/**
 * Pairs of hysteretic learners in a team game of two players with three actions each: what exercise 03-3 trains.
 *
 * @param payoff what both are paid, [first player's action][second player's]
 * @param pairs how many pairs
 * @param plays how often each pair plays; epsilon is 1 at first and falls by a factor of 0.998 a play
 * @param alpha the rate for good news
 * @param beta the rate for bad news
 * @param seed of all chance
 */
public record ClimbingPairs(double[][] payoff, int pairs, int plays, double alpha, double beta, long seed)
        implements Routine<Lesson03.Hysteretic, ClimbingPairs.Tables> {

    /**
     * What was learnt.
     *
     * @param values [pair][player][action]
     */
    public record Tables(double[][][] values) {}

    @Override
    public Tables run(Lesson03.Hysteretic answer) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][][] values = new double[pairs][2][payoff.length];
        for (double[][] q : values) {
            double epsilon = 1;
            for (int play = 0; play < plays; play++) {
                int row = choose(q[0], epsilon, random);
                int column = choose(q[1], epsilon, random);
                q[0][row] = answer.hysteretic(q[0][row], payoff[row][column], alpha, beta);
                q[1][column] = answer.hysteretic(q[1][column], payoff[row][column], alpha, beta);
                epsilon *= 0.998;
            }
        }
        return new Tables(values);
    }

    /** Epsilon-greedy; of equally good actions the first one looked at, starting anywhere. */
    private static int choose(double[] values, double epsilon, SplittableRandom random) {
        if (random.nextDouble() < epsilon) {
            return random.nextInt(values.length);
        }
        int best = random.nextInt(values.length);
        for (int a = 0; a < values.length; a++) {
            best = values[a] > values[best] ? a : best;
        }
        return best;
    }

    @Override
    public Class<Tables> result() {
        return Tables.class;
    }
}
