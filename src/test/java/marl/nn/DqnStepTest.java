package marl.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import marl.random.Rng;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Deep Q-learning against PyTorch's numbers: values, targets, loss, gradients, and weights after 1, 2 and 10 steps of
 * Adam.
 */
class DqnStepTest {
    private static final String[] LAYERS = {"0", "2", "4"};
    private final JsonNode golden = Golden.read("dqn-step.json");
    private final JsonNode batch = golden.get("batch");
    private final double gamma = golden.get("gamma").asDouble();

    private Mlp net(Precision precision) {
        Mlp net = Mlp.of(Activation.RELU, precision, Rng.of(1), 4, 8, 8, 2);
        Golden.fill(net, golden.get("weights"), LAYERS);
        return net;
    }

    private static double[] column(INDArray array) {
        return Near.numbers(array);
    }

    private Tensor values(Tape tape, Mlp net) {
        return net.apply(tape, Golden.matrix(batch.get("obs"))).gather(Golden.integers(batch.get("actions")));
    }

    private Tensor targets(Tape tape, Mlp net) {
        double[] continuing = Golden.numbers(batch.get("dones"));
        for (int i = 0; i < continuing.length; i++) {
            continuing[i] = 1 - continuing[i];
        }
        Tensor next = net.apply(tape, Golden.matrix(batch.get("next_obs"))).max();
        Tensor rewards = tape.column(Golden.numbers(batch.get("rewards")));
        return rewards.plus(next.times(tape.column(continuing)).times(gamma)).detach();
    }

    private Tensor loss(Tape tape, Mlp net) {
        return Losses.meanSquared(values(tape, net), targets(tape, net));
    }

    private void follows(Precision precision, JsonNode expected, double tolerance) {
        Mlp net = net(precision);
        Tape tape = Tape.of(precision);
        Near.same(
                "values",
                Golden.numbers(expected.get("q_taken")),
                column(values(tape, net).value()),
                tolerance);
        Near.same(
                "targets",
                Golden.numbers(expected.get("targets")),
                column(targets(tape, net).value()),
                tolerance);
        Optimiser adam = Optimiser.adam(golden.get("rate").asDouble(), net);
        for (int step = 1; step <= 10; step++) {
            double loss = adam.minimise(t -> loss(t, net));
            if (step == 1) {
                assertEquals(expected.get("loss").asDouble(), loss, tolerance);
                Golden.sameGradients("gradient", golden.get("float64").get("grads"), net, tolerance, LAYERS);
            }
            if (expected.has("loss_at_" + step)) {
                assertEquals(expected.get("loss_at_" + step).asDouble(), loss, tolerance);
            }
            String after = "weights_after_" + step;
            if (expected.has(after)) {
                Golden.sameWeights(after, expected.get(after), net, tolerance, LAYERS);
            }
        }
    }

    @Test
    void doubleFollowsPyTorchTo1em9() {
        follows(Precision.DOUBLE, golden.get("float64"), 1e-9);
    }

    @Test
    void floatFollowsPyTorchInDoubleTo1em5() {
        follows(Precision.SINGLE, golden.get("float64"), 1e-5);
    }

    @Test
    void floatFollowsPyTorchInFloatTo1em5() {
        follows(Precision.SINGLE, golden.get("float32"), 1e-5);
    }

    /** The recorded steps hold the target constant; without that the gradient is another one. */
    @Test
    void aTargetThatIsNotHeldGivesAnotherGradient() {
        Mlp net = net(Precision.DOUBLE);
        Optimiser adam = Optimiser.adam(1e-3, net);
        adam.minimise(t -> loss(t, net));
        INDArray held = net.parameters().get(0).gradients().dup();
        Golden.fill(net, golden.get("weights"), LAYERS);
        adam.minimise(tape -> {
            Tensor next = net.apply(tape, Golden.matrix(batch.get("next_obs"))).max();
            Tensor target = next.times(gamma).plus(tape.column(Golden.numbers(batch.get("rewards"))));
            return values(tape, net).minus(target).square().mean();
        });
        double distance = net.parameters().get(0).gradients().distance2(held);
        assertTrue(distance > 0.1, "distance " + distance);
    }
}
