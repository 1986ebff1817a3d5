package marl.deep;

import marl.nn.Losses;
import marl.nn.Tape;
import marl.nn.Tensor;
import marl.random.Rng;

/**
 * One of n actions, with the softmax of the outputs as probabilities. An action that is not legal has probability exactly 0.
 *
 * @param n how many
 */
record CategoricalHead(int n) implements ActorHead {
    /** Added to the output of an illegal action: its exponential is 0, and 0 times it is 0, in both precisions. */
    static final double FORBIDDEN = -1e30;

    @Override
    public int outputs() {
        return n;
    }

    @Override
    public int actionSize() {
        return 1;
    }

    @Override
    public double sample(double[] out, int at, boolean[] legal, int legalAt, Rng rng, double[] action, int actionAt) {
        double top = Double.NEGATIVE_INFINITY;
        for (int a = 0; a < n; a++) {
            if (legal.length == 0 || legal[legalAt + a]) {
                top = Math.max(top, out[at + a]);
            }
        }
        double sum = 0;
        for (int a = 0; a < n; a++) {
            boolean may = legal.length == 0 || legal[legalAt + a];
            out[at + a] = may ? Math.exp(out[at + a] - top) : 0;
            sum += out[at + a];
        }
        double left = rng.uniform() * sum;
        int drawn = 0;
        for (int a = 0; a < n; a++) {
            if (out[at + a] > 0) {
                drawn = a;
                left -= out[at + a];
                if (left < 0) {
                    break;
                }
            }
        }
        action[actionAt] = drawn;
        return Math.log(out[at + drawn] / sum);
    }

    @Override
    public void best(double[] out, int at, boolean[] legal, int legalAt, double[] action, int actionAt) {
        int best = -1;
        for (int a = 0; a < n; a++) {
            boolean may = legal.length == 0 || legal[legalAt + a];
            if (may && (best < 0 || out[at + a] > out[at + best])) {
                best = a;
            }
        }
        action[actionAt] = best;
    }

    @Override
    public Scored score(Tape tape, Tensor outputs, double[] actions, double[] forbidden) {
        Tensor logits = forbidden.length == 0 ? outputs : outputs.plus(tape.input(forbidden, outputs.rows(), n));
        Tensor all = logits.logSoftmax();
        int[] chosen = new int[actions.length];
        for (int r = 0; r < chosen.length; r++) {
            chosen[r] = (int) actions[r];
        }
        return new Scored(all.gather(chosen), Losses.entropy(all));
    }
}
