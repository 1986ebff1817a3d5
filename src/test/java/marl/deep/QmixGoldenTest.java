package marl.deep;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import marl.nn.Golden;
import marl.nn.Mlp;
import marl.nn.Near;
import marl.nn.Precision;
import marl.nn.Tape;
import marl.nn.Tensor;
import marl.random.Rng;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;

/** QMIX mixers against recorded totals and gradients by agents' values and by every parameter. */
class QmixGoldenTest {
    private static final String[] PAPER = {"hyper_w_1", "hyper_b_1", "hyper_w_final", "V"};
    private static final String[] TUTORIAL = {"hyper_w1", "hyper_b1", "hyper_w2", "hyper_b2"};

    /** One recorded mixer; names of the hypernetworks of w1, b1, w2, b2 differ from file to file. */
    record Recorded(String about, JsonNode data, String[] names, MixerSettings settings, Precision precision) {
        double tolerance() {
            return precision == Precision.DOUBLE ? 1e-9 : 1e-5;
        }

        QmixMixer mixer() {
            INDArray states = Golden.matrix(data.get("states"));
            INDArray values = Golden.matrix(data.get("agent_qs"));
            QmixMixer mixer = QmixMixer.of(settings, (int) values.size(1), (int) states.size(1), precision, Rng.of(3));
            for (int i = 0; i < names.length; i++) {
                Golden.fill(mixer.hypernetworks().get(i), data.get("params"), layers(i));
            }
            return mixer;
        }

        /** What the layers of hypernetwork i are called in the file. */
        String[] layers(int i) {
            boolean deep = data.get("params").has(names[i] + ".0.weight");
            return deep ? new String[] {names[i] + ".0", names[i] + ".2"} : new String[] {names[i]};
        }

        @Override
        public String toString() {
            return about;
        }
    }

    static List<Recorded> recorded() {
        List<Recorded> all = new ArrayList<>();
        for (Precision precision : Precision.values()) {
            for (JsonNode data : Golden.read("qmixer.json").get("cases")) {
                MixerSettings settings = MixerSettings.paper(
                                data.get("mixing_embed_dim").asInt())
                        .withHyper(data.get("hypernet_embed").asInt());
                all.add(new Recorded(precision + " ELU " + settings.hyper(), data, PAPER, settings, precision));
            }
            for (JsonNode data : Golden.read("relu-mixer.json").get("cases")) {
                MixerSettings settings =
                        MixerSettings.tutorial(data.get("mixing_dim").asInt());
                all.add(new Recorded(precision + " ReLU", data, TUTORIAL, settings, precision));
            }
        }
        return all;
    }

    @ParameterizedTest
    @MethodSource("recorded")
    void theTapeFollowsTheRecordedMixer(Recorded recorded) {
        QmixMixer mixer = recorded.mixer();
        Tape tape = Tape.of(recorded.precision());
        Tensor values =
                tape.input(Golden.matrix(recorded.data().get("agent_qs"))).watch();
        Tensor states = tape.input(Golden.matrix(recorded.data().get("states")));
        Tensor total = mixer.total(values, states);
        total.sum().backward();
        double tolerance = recorded.tolerance();
        JsonNode expected = recorded.data().get("float64");
        Near.same("total", Golden.numbers(expected.get("q_tot")), Near.numbers(total.value()), tolerance);
        Near.same("by values", Golden.matrix(expected.get("dq_tot_dq")), values.gradient(), tolerance);
        for (int i = 0; i < recorded.names().length; i++) {
            Mlp net = mixer.hypernetworks().get(i);
            Golden.sameGradients(recorded.names()[i], expected.get("dsum_dparams"), net, tolerance, recorded.layers(i));
        }
    }

    /** In double the fixed order agrees to 1e-9 with the file and to 1e-12 with the tape, whose sums run otherwise. */
    @ParameterizedTest
    @MethodSource("recorded")
    void theFixedOrderFollowsTheRecordedMixer(Recorded recorded) {
        QmixMixer mixer = recorded.mixer();
        JsonNode expected = recorded.data().get("float64");
        INDArray values = Golden.matrix(recorded.data().get("agent_qs"));
        INDArray states = Golden.matrix(recorded.data().get("states"));
        int batch = (int) states.size(0);
        double[] totals = new double[batch];
        for (int b = 0; b < batch; b++) {
            double[] q = values.getRow(b).toDoubleVector();
            double[] state = states.getRow(b).toDoubleVector();
            totals[b] = mixer.total(q, state);
            double[] slopes = Golden.numbers(expected.get("dq_tot_dq").get(b));
            Near.same("slopes", slopes, mixer.slopes(q, state), recorded.tolerance());
        }
        Near.same("total", Golden.numbers(expected.get("q_tot")), totals, recorded.tolerance());
        Tape tape = Tape.of(recorded.precision());
        double[] onTape =
                Near.numbers(mixer.total(tape.input(values), tape.input(states)).value());
        Near.same("tape", totals, onTape, recorded.precision() == Precision.DOUBLE ? 1e-12 : 1e-5);
    }

    /** Absolute biases too, or the absolute value on one layer only: each is far from the recorded totals. */
    @ParameterizedTest
    @MethodSource("recorded")
    void plantedMistakesMissTheRecordedTotals(Recorded recorded) {
        double[] totals = Golden.numbers(recorded.data().get("float64").get("q_tot"));
        INDArray values = Golden.matrix(recorded.data().get("agent_qs"));
        INDArray states = Golden.matrix(recorded.data().get("states"));
        for (PlantedMixer.Fault fault : PlantedMixer.Fault.values()) {
            PlantedMixer planted = new PlantedMixer(recorded.mixer(), fault);
            double worst = 0;
            for (int b = 0; b < totals.length; b++) {
                double[] q = values.getRow(b).toDoubleVector();
                double[] state = states.getRow(b).toDoubleVector();
                worst = Math.max(worst, Math.abs(planted.total(q, state) - totals[b]));
            }
            if (fault == PlantedMixer.Fault.NO_FAULT) {
                assertTrue(worst < 1e-5, "the copy itself is right: " + worst);
            } else {
                assertTrue(worst > 0.01, fault + " differs by " + worst);
            }
        }
    }
}
