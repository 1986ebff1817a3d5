package marl.deep;

import java.util.Arrays;
import java.util.List;
import marl.nn.Activation;
import marl.nn.Mlp;
import marl.nn.OrderedMlp;
import marl.nn.Parameters;
import marl.nn.Precision;
import marl.nn.Tensor;
import marl.random.Rng;

/**
 * A network over all values and the state, with ReLU and nothing to hold it back: it can represent any total, and what
 * each agent finds best need not be best together. For contrast, and for the central value of weighted QMIX (Rashid et al. 2020), which nobody acts on.
 */
public final class FreeMixer implements Mixer {

    private final int agents;
    private final int stateSize;
    private final Mlp net;
    private final OrderedMlp ordered;
    private final double[] input;
    private final double[] output = new double[1];

    private FreeMixer(int agents, int stateSize, Mlp net) {
        this.agents = agents;
        this.stateSize = stateSize;
        this.net = net;
        ordered = OrderedMlp.of(net);
        input = new double[agents + stateSize];
    }

    /**
     * A mixer with two hidden layers.
     *
     * @param hidden units of each
     * @param agents how many agents' values it mixes
     * @param stateSize the length of the state
     * @param precision what its weights are kept in
     * @param rng draws its weights
     * @throws IllegalArgumentException if a size is below 1
     */
    public static FreeMixer of(int hidden, int agents, int stateSize, Precision precision, Rng rng) {
        MixerSizes.requireTeam(agents, stateSize);
        if (hidden < 1) {
            throw new IllegalArgumentException("A mixer has at least one hidden unit, not " + hidden + ".");
        }
        String name = agents + " values and state"; // part of the file, so that 2 + 9 inputs are not taken for 3 + 8
        return new FreeMixer(
                agents,
                stateSize,
                Mlp.named(name, Activation.RELU, precision, rng, agents + stateSize, hidden, hidden, 1));
    }

    @Override
    public int agents() {
        return agents;
    }

    @Override
    public int stateSize() {
        return stateSize;
    }

    @Override
    public Mixing at(Tensor states) {
        return values -> {
            MixerSizes.require(this, values.columns(), states.columns());
            return net.apply(values.concat(states));
        };
    }

    @Override
    public double total(double[] values, double[] state) {
        ordered.refresh();
        ordered.values(joined(values, state), output);
        return output[0];
    }

    @Override
    public double[] slopes(double[] values, double[] state) {
        ordered.refresh();
        return Arrays.copyOf(ordered.slopes(joined(values, state)), agents);
    }

    private double[] joined(double[] values, double[] state) {
        MixerSizes.require(this, values.length, state.length);
        System.arraycopy(values, 0, input, 0, agents);
        System.arraycopy(state, 0, input, agents, stateSize);
        return input;
    }

    @Override
    public FreeMixer copy() {
        return new FreeMixer(agents, stateSize, net.copy());
    }

    @Override
    public List<Parameters> parameters() {
        return net.parameters();
    }

    @Override
    public String toString() {
        return "a free mixer of " + agents + " agents with a state of " + stateSize;
    }
}
