package marl.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;

import marl.nn.Trial.Outcome;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Every operation at drawn shapes and numbers: against finite differences, against SameDiff, and the two backends. */
class OperationsTest {
    private static final double STEP = 1e-5;

    @Provide
    Arbitrary<Operation> operations() {
        return Arbitraries.of(Operation.ALL);
    }

    /** Central differences of step 1e-5 are off by about 1e-10; the bound is 1e-8. */
    @Property(tries = 600)
    void gradientsAreFiniteDifferences(@ForAll("operations") Operation operation, @ForAll long seed) {
        Trial trial = new Trial(operation, seed);
        Outcome outcome = trial.run(Precision.DOUBLE, trial.arguments);
        for (int a = 0; a < trial.arguments.length; a++) {
            INDArray argument = trial.arguments[a];
            for (int i = 0; i < argument.length(); i++) {
                double difference = (lossAt(trial, a, i, STEP) - lossAt(trial, a, i, -STEP)) / (2 * STEP);
                double gradient = outcome.gradients().get(a).getDouble(i);
                double bound = 1e-8 * Math.max(1, Math.abs(difference));
                assertEquals(difference, gradient, bound, operation + ", argument " + a + ", number " + i);
            }
        }
    }

    private static double lossAt(Trial trial, int argument, int i, double by) {
        INDArray[] moved = new INDArray[trial.arguments.length];
        for (int a = 0; a < moved.length; a++) {
            moved[a] = trial.arguments[a].dup();
        }
        moved[argument].putScalar(i, moved[argument].getDouble(i) + by);
        Tape tape = Tape.of(Precision.DOUBLE);
        Tensor[] x = new Tensor[moved.length];
        for (int a = 0; a < moved.length; a++) {
            x[a] = tape.input(moved[a]);
        }
        Tensor y = trial.operation.ours().apply(x, trial.size);
        return y.times(trial.weights(y.rows(), y.columns())).sum().item();
    }

    @Property(tries = 600)
    void sameDiffAgreesTo1em12(@ForAll("operations") Operation operation, @ForAll long seed) {
        operation.theirs().ifPresent(theirs -> {
            Trial trial = new Trial(operation, seed);
            Outcome outcome = trial.run(Precision.DOUBLE, trial.arguments);
            SameDiff graph = SameDiff.create();
            SDVariable[] x = new SDVariable[trial.arguments.length];
            for (int a = 0; a < x.length; a++) {
                x[a] = graph.var("x" + a, trial.arguments[a].dup());
            }
            SDVariable y = theirs.of(graph, x, trial.size);
            INDArray weights = trial.weights(
                    (int) outcome.result().size(0), (int) outcome.result().size(1));
            SDVariable loss = graph.sum("loss", y.castTo(DataType.DOUBLE).mul(graph.constant(weights)));
            graph.setLossVariables("loss");
            var gradients = graph.calculateGradients(
                    java.util.Map.of(),
                    graph.variableMap().keySet().stream()
                            .filter(name -> name.startsWith("x") && name.length() == 2)
                            .toList());
            assertEquals(loss.eval().getDouble(0), outcome.loss(), 1e-12 * Math.max(1, Math.abs(outcome.loss())));
            for (int a = 0; a < x.length; a++) {
                Near.same(
                        operation + " by argument " + a,
                        gradients.get("x" + a),
                        outcome.gradients().get(a),
                        1e-12);
            }
        });
    }

    @Property(tries = 1000)
    void theTwoFacesAgreeTo1em5(@ForAll("operations") Operation operation, @ForAll long seed) {
        Trial trial = new Trial(operation, seed);
        Outcome plain = trial.run(Precision.DOUBLE, trial.arguments);
        Outcome fused = trial.run(Precision.SINGLE, trial.arguments);
        Near.same(operation + " result", plain.result(), fused.result(), 1e-5);
        for (int a = 0; a < trial.arguments.length; a++) {
            Near.same(
                    operation + " by argument " + a,
                    plain.gradients().get(a),
                    fused.gradients().get(a),
                    1e-5);
        }
    }
}
