package marl.nn;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import marl.random.Rng;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * QMIX mixers built from the operations, against recorded totals and gradients by agents' values and every parameter.
 */
class MixerTest {
    /** One recorded mixer; names of the hypernetworks of w1, b1, w2, b2 differ from file to file. */
    record Recorded(String about, JsonNode data, String[] names, boolean elu, Precision precision) {
        @Override
        public String toString() {
            return about;
        }
    }

    static List<Recorded> recorded() {
        List<Recorded> all = new ArrayList<>();
        for (Precision precision : Precision.values()) {
            String[] paper = {"hyper_w_1", "hyper_b_1", "hyper_w_final", "V"};
            for (JsonNode data : Golden.read("qmixer.json").get("cases")) {
                all.add(new Recorded(precision + " ELU " + data.get("hypernet_layers"), data, paper, true, precision));
            }
            String[] other = {"hyper_w1", "hyper_b1", "hyper_w2", "hyper_b2"};
            for (JsonNode data : Golden.read("relu-mixer.json").get("cases")) {
                all.add(new Recorded(precision + " ReLU", data, other, false, precision));
            }
        }
        return all;
    }

    /** A hypernetwork of one or two layers with the recorded weights. */
    private static Mlp hyper(Recorded mixer, String name, List<String> layers) {
        JsonNode weights = mixer.data().get("params");
        boolean deep = weights.has(name + ".0.weight");
        if (deep) layers.addAll(List.of(name + ".0", name + ".2"));
        else layers.add(name);
        int[] sizes = new int[layers.size() + 1];
        sizes[0] = weights.get(layers.get(0) + ".weight").get(0).size();
        for (int i = 0; i < layers.size(); i++)
            sizes[i + 1] = weights.get(layers.get(i) + ".weight").size();
        Mlp net = Mlp.of(Activation.RELU, mixer.precision(), Rng.of(3), sizes);
        Golden.fill(net, weights, layers.toArray(String[]::new));
        return net;
    }

    @ParameterizedTest
    @MethodSource("recorded")
    void followsTheRecordedMixer(Recorded mixer) {
        double tolerance = mixer.precision() == Precision.DOUBLE ? 1e-9 : 1e-5;
        List<Mlp> nets = new ArrayList<>();
        List<List<String>> layers = new ArrayList<>();
        for (String name : mixer.names()) {
            List<String> own = new ArrayList<>();
            nets.add(hyper(mixer, name, own));
            layers.add(own);
        }
        Tape tape = Tape.of(mixer.precision());
        Tensor values = tape.input(Golden.matrix(mixer.data().get("agent_qs"))).watch();
        Tensor states = tape.input(Golden.matrix(mixer.data().get("states")));
        Tensor mixed =
                values.batched(nets.get(0).apply(states).abs()).plus(nets.get(1).apply(states));
        Tensor hidden = mixer.elu() ? mixed.elu() : mixed.relu();
        Tensor total =
                hidden.batched(nets.get(2).apply(states).abs()).plus(nets.get(3).apply(states));
        total.sum().backward();
        JsonNode expected = mixer.data().get("float64");
        Near.same("total", Golden.numbers(expected.get("q_tot")), Near.numbers(total.value()), tolerance);
        Near.same("by values", Golden.matrix(expected.get("dq_tot_dq")), values.gradient(), tolerance);
        for (int i = 0; i < nets.size(); i++) {
            String[] names = layers.get(i).toArray(String[]::new);
            Golden.sameGradients(mixer.names()[i], expected.get("dsum_dparams"), nets.get(i), tolerance, names);
        }
    }
}
