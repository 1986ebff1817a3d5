package marl.deep;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import marl.nn.Activation;
import marl.nn.Gru;
import marl.nn.Mlp;
import marl.nn.Parameters;
import marl.nn.Precision;
import marl.nn.Tape;
import marl.nn.Tensor;
import marl.nn.Trainable;
import marl.random.Rng;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * From what an agent sees to the values of its actions: ReLU layers and a linear output, and with a memory a gated recurrent unit
 * between them, as the agents of QMIX have (Rashid et al. 2018, section 6.1) and those of DRQN (Hausknecht and Stone 2015).
 */
final class AgentNetwork implements Trainable {
    private final Mlp first;
    private final Optional<Part> memory;

    /** The recurrent unit and the output behind it; features are what comes before. */
    private record Part(Gru unit, Mlp output, double[] features) {}

    private AgentNetwork(Mlp first, Optional<Part> memory) {
        this.first = first;
        this.memory = memory;
    }

    static AgentNetwork of(int[] sizes, AgentMemory memory, Precision precision, Rng rng) {
        if (!memory.recurrent()) {
            return new AgentNetwork(Mlp.of(Activation.RELU, precision, rng, sizes), Optional.empty());
        }
        int last = sizes.length - 1;
        int[] before = new int[last];
        System.arraycopy(sizes, 0, before, 0, last);
        int features = sizes[last - 1];
        return new AgentNetwork(
                Mlp.named("in", Activation.RELU, precision, rng, before),
                Optional.of(new Part(
                        Gru.of(precision, rng, features, memory.units()),
                        Mlp.named("out", Activation.RELU, precision, rng, memory.units(), sizes[last]),
                        new double[features])));
    }

    AgentNetwork copy() {
        return new AgentNetwork(
                first.copy(),
                memory.map(part -> new Part(part.unit.copy(), part.output.copy(), part.features.clone())));
    }

    @Override
    public List<Parameters> parameters() {
        List<Parameters> all = new ArrayList<>(first.parameters());
        memory.ifPresent(part -> {
            all.addAll(part.unit.parameters());
            all.addAll(part.output.parameters());
        });
        return all;
    }

    /** How many numbers it remembers. */
    int units() {
        return memory.map(part -> part.unit.hidden()).orElse(0);
    }

    boolean recurrent() {
        return memory.isPresent();
    }

    /** The values of steps that have nothing to do with each other, [rows, actions]; only without a memory. */
    Tensor values(Tape tape, INDArray x) {
        return first.apply(tape, x);
    }

    /** The hidden states with which sequences begin that begin with an episode, [sequences, units]. */
    Tensor zero(Tape tape, int sequences) {
        return unit().zero(tape, sequences);
    }

    /** The values along sequences that begin with these hidden states, [steps * sequences, actions], time slowest. */
    Tensor values(Tape tape, INDArray x, Tensor start) {
        Part part = memory.orElseThrow();
        Tensor features = first.activated(tape.input(x));
        return part.output.apply(part.unit.unroll(features, start, features.rows() / start.rows()));
    }

    /** The hidden states after sequences of these lengths that begin with zeros, [sequences, units]; time slowest. */
    Tensor after(Tape tape, INDArray x, int[] lengths) {
        Tensor states = unit().unroll(first.activated(tape.input(x)), unit().zero(tape, lengths.length), lengths);
        return states.rows(states.rows() - lengths.length, states.rows());
    }

    private Gru unit() {
        return memory.orElseThrow().unit;
    }

    /** The values for these inputs with nothing remembered, a new array. */
    double[] values(double[] input) {
        int[] sizes = memory.map(part -> part.output).orElse(first).sizes();
        double[] out = new double[sizes[sizes.length - 1]];
        values(input, new double[units()], out);
        return out;
    }

    /** One step of acting: writes the values, and overwrites what is remembered, [units]. */
    void values(double[] input, double[] remembered, double[] out) {
        if (memory.isEmpty()) {
            first.values(input, out);
            return;
        }
        Part part = memory.get();
        first.values(input, part.features);
        for (int i = 0; i < part.features.length; i++) {
            part.features[i] = Math.max(part.features[i], 0);
        }
        part.unit.advance(part.features, remembered);
        part.output.values(remembered, out);
    }
}
