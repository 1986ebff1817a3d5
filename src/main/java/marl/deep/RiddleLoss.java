package marl.deep;

import marl.nn.Tape;
import marl.nn.Tensor;

/**
 * The error of the values over whole episodes: for every agent and day until the end, (y - Q)^2 with y = r + max over the legal Q' of the
 * next day, 0 after the end (Foerster et al. 2016, section 5; no discount). Outside the room doing nothing and saying 0 are all there is.
 */
final class RiddleLoss {
    private RiddleLoss() {}

    /** The sum over days and agents, divided by the number of episodes, [1, 1]. */
    static Tensor of(Tape tape, RiddlePass pass, RiddlePass target, boolean differentiable) {
        Tensor sum = part(tape, pass, target, pass.actions, 0);
        return differentiable ? sum : sum.plus(part(tape, pass, target, pass.bits, RiddleAgents.MESSAGE));
    }

    /** The part of two columns from this one on, of which the visitor chose one. */
    private static Tensor part(Tape tape, RiddlePass pass, RiddlePass target, int[][] chosen, int column) {
        RiddleEpisodes e = pass.episodes;
        int n = e.agents;
        Tensor sum = tape.column(0);
        double[] next = new double[0];
        for (int day = e.days - 1; day >= 0; day--) {
            int[] columns = new int[e.size * n];
            double[] y = new double[e.size * n];
            double[] counts = new double[e.size * n];
            for (int b = 0; b < e.size; b++) {
                boolean ends = day + 1 == e.days || pass.actions[day][b] == RiddleAgents.TELL;
                for (int i = 0; i < n; i++) {
                    int row = b * n + i;
                    columns[row] = column + (i == e.visits[day][b] ? chosen[day][b] : 0);
                    y[row] = pass.reward(day, b) + (ends ? 0 : next[row]);
                    counts[row] = pass.alive[day][b] ? 1 : 0;
                }
            }
            Tensor error = pass.values[day].gather(columns).minus(tape.column(y));
            sum = sum.plus(error.square().times(tape.column(counts)).sum());
            next = best(target, day, column);
        }
        return sum.times(1.0 / e.size);
    }

    private static double[] best(RiddlePass target, int day, int column) {
        RiddleEpisodes e = target.episodes;
        double[] values = target.values[day].numbers();
        int width = target.values[day].columns();
        double[] best = new double[e.size * e.agents];
        for (int row = 0; row < best.length; row++) {
            double none = values[row * width + column];
            boolean visitor = e.visits[day][row / e.agents] == row % e.agents;
            best[row] = visitor ? Math.max(none, values[row * width + column + 1]) : none;
        }
        return best;
    }
}
