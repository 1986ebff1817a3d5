package marl.deep;

import java.util.List;
import marl.nn.Mlp;
import marl.nn.Parameters;
import marl.nn.Tensor;

/** QMIX's mixer written down once more, one loop for each sum, with a mistake planted. */
final class PlantedMixer implements Mixer {
    enum Fault {
        NO_FAULT,
        BIASES_TOO,
        FIRST_LAYER_ONLY,
        LAST_LAYER_ONLY,
        NOWHERE
    }

    private final QmixMixer right;
    private final Fault fault;

    PlantedMixer(QmixMixer right, Fault fault) {
        this.right = right;
        this.fault = fault;
    }

    @Override
    public int agents() {
        return right.agents();
    }

    @Override
    public int stateSize() {
        return right.stateSize();
    }

    @Override
    public double total(double[] values, double[] state) {
        boolean first = fault != Fault.LAST_LAYER_ONLY && fault != Fault.NOWHERE;
        boolean last = fault != Fault.FIRST_LAYER_ONLY && fault != Fault.NOWHERE;
        boolean biases = fault == Fault.BIASES_TOO;
        double[] w1 = made(0, state, first);
        double[] b1 = made(1, state, biases);
        double[] w2 = made(2, state, last);
        double total = made(3, state, biases)[0];
        for (int j = 0; j < b1.length; j++) {
            double hidden = b1[j];
            for (int i = 0; i < values.length; i++) {
                hidden += values[i] * w1[i * b1.length + j];
            }
            total += w2[j] * right.settings().activation().of(hidden);
        }
        return total;
    }

    private double[] made(int number, double[] state, boolean absolute) {
        Mlp net = right.hypernetworks().get(number);
        double[] made = net.values(state);
        for (int i = 0; absolute && i < made.length; i++) {
            made[i] = Math.abs(made[i]);
        }
        return made;
    }

    @Override
    public Mixing at(Tensor states) {
        throw new UnsupportedOperationException();
    }

    @Override
    public double[] slopes(double[] values, double[] state) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Mixer copy() {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Parameters> parameters() {
        return right.parameters();
    }
}
