package marl.deep;

import java.util.Arrays;
import marl.nn.Activation;
import marl.nn.Mlp;
import marl.nn.OrderedMlp;

/**
 * A {@link QmixMixer} in double with every sum in a fixed order: agents in their order after the bias, then hidden units in
 * theirs after the last bias. What the hypernetworks made is kept as long as neither the state nor a weight changes.
 */
final class OrderedQmix {

    private final MixerSettings settings;
    private final OrderedMlp[] hypernetworks;
    private final double[][] made;
    private final double[][] first;
    private final double[] hidden;
    private final double[] state;
    private boolean known;

    OrderedQmix(MixerSettings settings, int agents, Mlp... w1b1w2b2) {
        this.settings = settings;
        hypernetworks = new OrderedMlp[w1b1w2b2.length];
        made = new double[w1b1w2b2.length][];
        for (int i = 0; i < made.length; i++) {
            hypernetworks[i] = OrderedMlp.of(w1b1w2b2[i]);
            int[] sizes = w1b1w2b2[i].sizes();
            made[i] = new double[sizes[sizes.length - 1]];
        }
        first = new double[agents][settings.embed()];
        hidden = new double[settings.embed()];
        state = new double[w1b1w2b2[0].sizes()[0]];
    }

    /** Makes the weights for this state. */
    OrderedQmix at(double[] now) {
        boolean fresh = known && Arrays.equals(now, state);
        for (OrderedMlp net : hypernetworks) {
            fresh &= !net.refresh();
        }
        if (!fresh) {
            known = false;
            for (int i = 0; i < made.length; i++) {
                hypernetworks[i].values(now, made[i]);
            }
            sign(made[0]);
            sign(made[2]);
            for (int i = 0; i < first.length; i++) {
                System.arraycopy(made[0], i * hidden.length, first[i], 0, hidden.length);
            }
            System.arraycopy(now, 0, state, 0, state.length);
            known = true;
        }
        return this;
    }

    private void sign(double[] weights) {
        if (settings.sign() == MixerSettings.Sign.ABSOLUTE) {
            for (int i = 0; i < weights.length; i++) {
                weights[i] = Math.abs(weights[i]);
            }
        }
    }

    double total(double[] values) {
        bend(values);
        double total = made[3][0];
        for (int j = 0; j < hidden.length; j++) {
            total += made[2][j] * hidden[j];
        }
        return total;
    }

    private void bend(double[] values) {
        System.arraycopy(made[1], 0, hidden, 0, hidden.length);
        for (int i = 0; i < first.length; i++) {
            add(values[i], first[i], hidden);
        }
        if (settings.activation() == Activation.RELU) {
            for (int j = 0; j < hidden.length; j++) {
                hidden[j] = Math.max(hidden[j], 0);
            }
        } else {
            for (int j = 0; j < hidden.length; j++) {
                hidden[j] = settings.activation().of(hidden[j]);
            }
        }
    }

    private static void add(double factor, double[] row, double[] to) {
        for (int j = 0; j < row.length; j++) {
            to[j] += factor * row[j];
        }
    }

    double[] slopes(double[] values) {
        bend(values);
        double[] slopes = new double[first.length];
        for (int j = 0; j < hidden.length; j++) {
            double through = made[2][j] * settings.activation().slopeAt(hidden[j]);
            for (int i = 0; i < slopes.length; i++) {
                slopes[i] += through * first[i][j];
            }
        }
        return slopes;
    }

    double[][] first() {
        double[][] copy = new double[first.length][];
        Arrays.setAll(copy, i -> first[i].clone());
        return copy;
    }

    double[] last() {
        return made[2].clone();
    }
}
