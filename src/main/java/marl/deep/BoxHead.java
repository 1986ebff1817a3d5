package marl.deep;

import marl.env.Space;
import marl.nn.Tape;
import marl.nn.Tensor;
import marl.random.Require;
import marl.random.Rng;

/**
 * Controls between finite bounds: the middle of a control's range plus half of the range times the tanh of the output. Training adds
 * normal noise to the control and cuts off at the bounds.
 */
final class BoxHead implements DirectHead {
    private final double[] low;
    private final double[] high;
    private final double[] middle;
    private final double[] half;
    /** Half of each range on the diagonal of a matrix, flat. */
    private final double[] scale;

    BoxHead(Space.Box box) {
        low = box.low();
        high = box.high();
        middle = new double[low.length];
        half = new double[low.length];
        scale = new double[low.length * low.length];
        for (int i = 0; i < low.length; i++) {
            Require.that(
                    Double.isFinite(high[i] - low[i]),
                    "A deterministic actor needs controls between finite bounds, not " + box
                            + "; give the game finite ones.");
            middle[i] = (high[i] + low[i]) / 2;
            half[i] = (high[i] - low[i]) / 2;
            scale[i * low.length + i] = half[i];
        }
    }

    @Override
    public int size() {
        return low.length;
    }

    @Override
    public Tensor shown(Tape tape, Tensor outputs) {
        return outputs.tanh().affine(tape.input(scale, size(), size()), tape.input(middle, 1, size()));
    }

    @Override
    public Tensor target(Tape tape, Tensor outputs) {
        return shown(tape, outputs);
    }

    @Override
    public Tensor own(Tape tape, Tensor outputs, Rng chance) {
        return shown(tape, outputs);
    }

    @Override
    public void explore(double[] shown, int at, double noise, Rng chance, double[] action, int to) {
        for (int i = 0; i < low.length; i++) {
            action[to + i] = within(i, shown[at + i] + noise * half[i] * chance.gaussian());
        }
    }

    @Override
    public void best(double[] shown, int at, double[] action, int to) {
        for (int i = 0; i < low.length; i++) {
            action[to + i] = within(i, shown[at + i]);
        }
    }

    @Override
    public void any(Rng chance, double[] action, int to) {
        for (int i = 0; i < low.length; i++) {
            action[to + i] = within(i, low[i] + 2 * half[i] * chance.uniform());
        }
    }

    private double within(int i, double control) {
        return Math.max(low[i], Math.min(high[i], control));
    }
}
