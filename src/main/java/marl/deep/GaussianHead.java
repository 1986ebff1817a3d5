package marl.deep;

import marl.env.Space;
import marl.nn.Tape;
import marl.nn.Tensor;
import marl.random.Require;
import marl.random.Rng;

/**
 * Controls between bounds, drawn from independent normal distributions whose means and logarithms of standard deviations are the
 * outputs. A draw of 0 stands for the middle of a control's range, 1 and -1 for its ends; what lies beyond is cut off at the
 * bounds <b>after</b> its density is taken, as most implementations of PPO do.
 */
record GaussianHead(Space.Box box) implements ActorHead {
    private static final double HALF_LOG_TWO_PI = 0.5 * Math.log(2 * Math.PI);
    /** The first standard deviation, as a logarithm, where the network's output is 0. */
    private static final double START = -0.5;

    private static final double LEAST = -3;
    private static final double MOST = 1;

    GaussianHead {
        double[] low = box.low();
        double[] high = box.high();
        for (int i = 0; i < low.length; i++) {
            Require.that(
                    Double.isFinite(high[i] - low[i]),
                    "A Gaussian actor needs controls between finite bounds, not " + box + ".");
        }
    }

    @Override
    public int outputs() {
        return 2 * box.dimension();
    }

    @Override
    public int actionSize() {
        return box.dimension();
    }

    @Override
    public double sample(double[] out, int at, boolean[] legal, int legalAt, Rng rng, double[] action, int actionAt) {
        int k = box.dimension();
        double logDensity = -k * HALF_LOG_TWO_PI;
        for (int i = 0; i < k; i++) {
            double logDeviation = Math.max(LEAST, Math.min(MOST, out[at + k + i] + START));
            double z = rng.gaussian();
            action[actionAt + i] = out[at + i] + Math.exp(logDeviation) * z;
            logDensity -= 0.5 * z * z + logDeviation;
        }
        return logDensity;
    }

    @Override
    public void best(double[] out, int at, boolean[] legal, int legalAt, double[] action, int actionAt) {
        System.arraycopy(out, at, action, actionAt, box.dimension());
    }

    /** Writes the controls that these actions stand for, row by row. */
    void controls(double[] actions, int at, double[] controls, int to) {
        double[] low = box.low();
        double[] high = box.high();
        for (int i = 0; i < low.length; i++) {
            double control = (low[i] + high[i]) / 2 + (high[i] - low[i]) / 2 * actions[at + i];
            controls[to + i] = Math.max(low[i], Math.min(high[i], control));
        }
    }

    @Override
    public Scored score(Tape tape, Tensor outputs, double[] actions, double[] forbidden) {
        int k = box.dimension();
        Tensor mean = outputs.slice(0, k);
        Tensor logDeviation = outputs.slice(k, 2 * k).plus(START).clip(LEAST, MOST);
        Tensor z = tape.input(actions, outputs.rows(), k)
                .minus(mean)
                .times(logDeviation.times(-1).exp());
        Tensor logDensity = z.square().times(-0.5).minus(logDeviation).rowSums().plus(-k * HALF_LOG_TWO_PI);
        Tensor entropy = logDeviation.rowSums().mean().plus(k * (HALF_LOG_TWO_PI + 0.5));
        return new Scored(logDensity, entropy);
    }
}
