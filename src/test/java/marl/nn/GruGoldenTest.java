package marl.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import marl.random.Rng;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The unit against recorded numbers of PyTorch's GRUCell: one step and four steps unrolled, forward and all gradients. */
class GruGoldenTest {
    /** A recorded case, and the unit filled with its weights. */
    private record Case(JsonNode data, Gru unit, INDArray x, INDArray start) {
        static Case read(int number, Precision precision) {
            JsonNode data = Golden.read("gru.json").get("cases").get(number);
            Gru unit = Gru.of(
                    precision,
                    Rng.of(0),
                    data.get("inputs").asInt(),
                    data.get("hidden").asInt());
            unit.inputWeight().assign(Golden.matrix(data.get("weight_ih")));
            unit.hiddenWeight().assign(Golden.matrix(data.get("weight_hh")));
            unit.inputBias().assign(Golden.matrix(data.get("bias_ih")));
            unit.hiddenBias().assign(Golden.matrix(data.get("bias_hh")));
            return new Case(data, unit, stacked(data.get("x")), Golden.matrix(data.get("h0")));
        }

        int steps() {
            return data.get("steps").asInt();
        }
    }

    /** [steps, batch, n] as [steps * batch, n]. */
    private static INDArray stacked(JsonNode cube) {
        INDArray[] steps = new INDArray[cube.size()];
        for (int t = 0; t < steps.length; t++) {
            steps[t] = Golden.matrix(cube.get(t));
        }
        return Nd4j.concat(0, steps);
    }

    /** sum(last state * c) + 0.1 * the sum of all squares. */
    private static Tensor loss(Tensor all, Tensor last, INDArray c) {
        return last.times(c).sum().plus(all.square().sum().times(0.1));
    }

    @ParameterizedTest
    @CsvSource({"0, DOUBLE, 1e-9", "1, DOUBLE, 1e-9", "0, SINGLE, 1e-5", "1, SINGLE, 1e-5"})
    void unrollingIsPyTorchs(int number, Precision precision, double tolerance) {
        Case recorded = Case.read(number, precision);
        Tape tape = Tape.of(precision);
        Tensor x = tape.input(recorded.x).watch();
        Tensor start = tape.input(recorded.start).watch();
        Tensor states = recorded.unit.unroll(x, start, recorded.steps());
        Near.same("states", stacked(recorded.data.get("h")), states.value(), tolerance);
        INDArray c = Golden.matrix(recorded.data.get("c"));
        INDArray weights = Nd4j.zeros(states.value().dataType(), states.rows(), states.columns());
        int batch = (int) c.size(0);
        for (int r = 0; r < batch; r++) {
            weights.putRow(states.rows() - batch + r, c.getRow(r).castTo(weights.dataType()));
        }
        Tensor loss = loss(states, states, weights);
        assertEquals(recorded.data.get("loss").asDouble(), loss.item(), tolerance * 10);
        loss.backward();
        same(recorded, x, start, tolerance);
    }

    /** The same as so many operations of one step each. */
    @ParameterizedTest
    @CsvSource({"0, DOUBLE, 1e-9", "1, DOUBLE, 1e-9", "0, SINGLE, 1e-5", "1, SINGLE, 1e-5"})
    void stepsOneByOneArePyTorchs(int number, Precision precision, double tolerance) {
        Case recorded = Case.read(number, precision);
        Tape tape = Tape.of(precision);
        JsonNode data = recorded.data;
        Tensor[] x = new Tensor[recorded.steps()];
        Tensor start = tape.input(recorded.start).watch();
        Tensor state = start;
        Tensor squares = tape.column(0);
        for (int t = 0; t < x.length; t++) {
            x[t] = tape.input(Golden.matrix(data.get("x").get(t))).watch();
            state = recorded.unit.step(x[t], state);
            squares = squares.plus(state.square().sum());
        }
        Tensor loss = state.times(Golden.matrix(data.get("c"))).sum().plus(squares.times(0.1));
        assertEquals(data.get("loss").asDouble(), loss.item(), tolerance * 10);
        loss.backward();
        for (int t = 0; t < x.length; t++) {
            Near.same("input " + t, Golden.matrix(data.get("d_x").get(t)), x[t].gradient(), tolerance);
        }
        sameWeights(recorded, start, tolerance);
    }

    private static void same(Case recorded, Tensor x, Tensor start, double tolerance) {
        Near.same("by x", stacked(recorded.data.get("d_x")), x.gradient(), tolerance);
        sameWeights(recorded, start, tolerance);
    }

    private static void sameWeights(Case recorded, Tensor start, double tolerance) {
        Near.same("by start", Golden.matrix(recorded.data.get("d_h0")), start.gradient(), tolerance);
        String[] names = {"weight_ih", "weight_hh", "bias_ih", "bias_hh"};
        Parameters p = recorded.unit.parameters().get(0);
        for (int i = 0; i < names.length; i++) {
            assertEquals(names[i], p.get(i).name());
            INDArray expected = Golden.matrix(recorded.data.get("d_" + names[i]));
            Near.same("by " + names[i], expected, p.get(i).gradient(), tolerance);
        }
    }

    @ParameterizedTest
    @CsvSource({"1, DOUBLE, 1e-9", "1, SINGLE, 1e-5"})
    void anActorsStepsArePyTorchs(int number, Precision precision, double tolerance) {
        Case recorded = Case.read(number, precision);
        for (int row = 0; row < recorded.start.size(0); row++) {
            double[] state = Near.numbers(recorded.start.getRow(row));
            for (int t = 0; t < recorded.steps(); t++) {
                recorded.unit.advance(
                        Golden.numbers(recorded.data.get("x").get(t).get(row)), state);
                Near.same("state", Golden.numbers(recorded.data.get("h").get(t).get(row)), state, tolerance);
            }
        }
    }
}
