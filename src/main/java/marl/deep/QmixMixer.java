package marl.deep;

import java.util.ArrayList;
import java.util.List;
import marl.nn.Activation;
import marl.nn.Mlp;
import marl.nn.Parameters;
import marl.nn.Precision;
import marl.nn.Tensor;
import marl.random.Rng;

/**
 * QMIX's monotonic mixer (Rashid et al. 2018, section 4.1 and figure 2): one hidden layer over the agents' values, whose
 * weights and biases are made from the state by hypernetworks. Weights are taken absolute, biases are not, so the total
 * never falls when an agent's value rises, while the state may bend it as it likes.
 *
 * <p>total = |w2(s)|' f(|W1(s)|' q + b1(s)) + b2(s). The hypernetworks are called w1, b1, w2, b2; the weight of agent i
 * to unit j is output {@code i * embed + j} of w1. With ReLU or ELU for f it is not only monotone but has increasing
 * differences: what one agent's value adds never shrinks when another's rises. So there are monotone totals that it
 * cannot represent.
 */
public final class QmixMixer implements Mixer {

    private final MixerSettings settings;
    private final int agents;
    private final int stateSize;
    private final Mlp w1;
    private final Mlp b1;
    private final Mlp w2;
    private final Mlp b2;
    private final OrderedQmix ordered;

    private QmixMixer(MixerSettings settings, int agents, int stateSize, Mlp w1, Mlp b1, Mlp w2, Mlp b2) {
        this.settings = settings;
        this.agents = agents;
        this.stateSize = stateSize;
        this.w1 = w1;
        this.b1 = b1;
        this.w2 = w2;
        this.b2 = b2;
        ordered = new OrderedQmix(settings, agents, w1, b1, w2, b2);
    }

    /**
     * A mixer with weights drawn as PyTorch draws them.
     *
     * @param settings its shape
     * @param agents how many agents' values it mixes
     * @param stateSize the length of the state
     * @param precision what its weights are kept in
     * @param rng draws the weights of w1, b1, w2, b2, in this order
     * @throws IllegalArgumentException if there is no agent or no state
     */
    public static QmixMixer of(MixerSettings settings, int agents, int stateSize, Precision precision, Rng rng) {
        MixerSizes.requireTeam(agents, stateSize);
        int embed = settings.embed();
        return new QmixMixer(
                settings,
                agents,
                stateSize,
                hyper("w1", precision, rng, stateSize, settings.hyper(), agents * embed),
                hyper("b1", precision, rng, stateSize, 0, embed),
                hyper("w2", precision, rng, stateSize, settings.hyper(), embed),
                hyper("b2", precision, rng, stateSize, settings.lastBias(), 1));
    }

    private static Mlp hyper(String name, Precision precision, Rng rng, int state, int hidden, int out) {
        int[] sizes = hidden == 0 ? new int[] {state, out} : new int[] {state, hidden, out};
        return Mlp.named(name, Activation.RELU, precision, rng, sizes);
    }

    /** Its shape. */
    public MixerSettings settings() {
        return settings;
    }

    /** The hypernetworks w1, b1, w2 and b2, live. */
    public List<Mlp> hypernetworks() {
        return List.of(w1, b1, w2, b2);
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
        MixerSizes.require(this, agents, states.columns());
        Tensor first = w1.apply(states);
        Tensor offset = b1.apply(states);
        Tensor last = w2.apply(states);
        Tensor base = b2.apply(states);
        return values -> {
            MixerSizes.require(this, values.columns(), stateSize);
            Tensor mixed = layer(values, first, offset);
            Tensor hidden = settings.activation() == Activation.ELU ? mixed.elu() : mixed.relu();
            return layer(hidden, last, base);
        };
    }

    private Tensor layer(Tensor x, Tensor weights, Tensor bias) {
        return settings.sign() == MixerSettings.Sign.ABSOLUTE
                ? x.mixed(weights, bias)
                : x.batchedMatmul(weights).plus(bias);
    }

    @Override
    public double total(double[] values, double[] state) {
        MixerSizes.require(this, values.length, state.length);
        return ordered.at(state).total(values);
    }

    @Override
    public double[] slopes(double[] values, double[] state) {
        MixerSizes.require(this, values.length, state.length);
        return ordered.at(state).slopes(values);
    }

    /**
     * The weights of the first layer in this state, after the absolute value, [agents][embed], a new array.
     *
     * @throws IllegalArgumentException if the state has another length
     */
    public double[][] firstWeights(double[] state) {
        MixerSizes.require(this, agents, state.length);
        return ordered.at(state).first();
    }

    /**
     * The weights of the last layer in this state, after the absolute value, [embed], a new array.
     *
     * @throws IllegalArgumentException if the state has another length
     */
    public double[] lastWeights(double[] state) {
        MixerSizes.require(this, agents, state.length);
        return ordered.at(state).last();
    }

    @Override
    public QmixMixer copy() {
        return new QmixMixer(settings, agents, stateSize, w1.copy(), b1.copy(), w2.copy(), b2.copy());
    }

    @Override
    public List<Parameters> parameters() {
        List<Parameters> all = new ArrayList<>();
        hypernetworks().forEach(net -> all.addAll(net.parameters()));
        return List.copyOf(all);
    }

    @Override
    public String toString() {
        return "a QMIX mixer of " + agents + " agents with a state of " + stateSize + " and " + settings.embed()
                + " hidden units";
    }
}
