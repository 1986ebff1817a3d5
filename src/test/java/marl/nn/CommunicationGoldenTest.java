package marl.nn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Mean of the others, attention and units for bits against recorded numbers, and what they refuse. */
class CommunicationGoldenTest {
    private static final JsonNode RECORDED = Golden.read("communication.json");

    /** [groups, members, n] as [groups * members, n]. */
    private static INDArray stacked(JsonNode cube) {
        INDArray[] groups = new INDArray[cube.size()];
        for (int g = 0; g < groups.length; g++) {
            groups[g] = Golden.matrix(cube.get(g));
        }
        return Nd4j.concat(0, groups);
    }

    @ParameterizedTest
    @CsvSource({"DOUBLE, 1e-9", "SINGLE, 1e-5"})
    void theMeanLeavesOneselfOut(Precision precision, double tolerance) {
        JsonNode data = RECORDED.get("mean_of_others");
        Tape tape = Tape.of(precision);
        Near.same(
                "mean",
                stacked(data.get("c")),
                Groups.meanOfOthers(tape.input(stacked(data.get("h"))), 4).value(),
                tolerance);
    }

    @ParameterizedTest
    @CsvSource({
        "self_included, DOUBLE, 1e-9",
        "self_excluded, DOUBLE, 1e-9",
        "self_included, SINGLE, 1e-5",
        "self_excluded, SINGLE, 1e-5"
    })
    void attentionAndItsGradientsAreThoseRecorded(String form, Precision precision, double tolerance) {
        JsonNode data = RECORDED.get("attention");
        JsonNode expected = data.get(form);
        Tape tape = Tape.of(precision);
        Tensor q = tape.input(stacked(data.get("q"))).watch();
        Tensor k = tape.input(stacked(data.get("k"))).watch();
        Tensor v = tape.input(stacked(data.get("v"))).watch();
        Attention attention =
                form.equals("self_included") ? Attention.toAll(q, k, v, 4) : Attention.toOthers(q, k, v, 4);
        Near.same(
                "weights", stacked(expected.get("weights")), attention.weights().value(), tolerance);
        Near.same("result", stacked(expected.get("out")), attention.result().value(), tolerance);
        Tensor loss = attention.result().square().sum();
        assertEquals(expected.get("loss").asDouble(), loss.item(), tolerance * loss.item());
        loss.backward();
        Near.same("by q", stacked(expected.get("d_q")), q.gradient(), tolerance);
        Near.same("by k", stacked(expected.get("d_k")), k.gradient(), tolerance);
        Near.same("by v", stacked(expected.get("d_v")), v.gradient(), tolerance);
    }

    @ParameterizedTest
    @CsvSource({"DOUBLE, 1e-9", "SINGLE, 1e-5"})
    void dialsUnitIsNoisyInTrainingAndAThresholdInExecution(Precision precision, double tolerance) {
        JsonNode data = RECORDED.get("dru");
        Tensor m = Tape.of(precision).input(Golden.matrix(data.get("message"))).watch();
        double sigma = data.get("sigma").asDouble();
        Tensor noisy = Discretise.noisy(m, sigma, Golden.numbers(data.get("noise_standard_normal")));
        Near.same("training", Golden.numbers(data.get("training")), noisy.numbers(), tolerance);
        double[] bits = Golden.numbers(data.get("execution"));
        assertArrayEquals(bits, Discretise.threshold(m).numbers());
        assertArrayEquals(bits, Discretise.straightThrough(m).numbers());
        assertThrows(
                IllegalStateException.class, () -> Discretise.threshold(m).sum().backward());
    }

    @ParameterizedTest
    @EnumSource(Precision.class)
    void straightThroughHasTheSlopeOfTheSigmoid(Precision precision) {
        Tape tape = Tape.of(precision);
        double[] numbers = {-3, -0.2, 0, 0.7, 40};
        Tensor bits = tape.input(numbers, 1, 5).watch();
        Tensor smooth = tape.input(numbers, 1, 5).watch();
        Discretise.straightThrough(bits).sum().plus(smooth.sigmoid().sum()).backward();
        Near.same("slope", smooth.gradient(), bits.gradient(), 1e-6);
    }

    @ParameterizedTest
    @EnumSource(Precision.class)
    void whoIsAloneHearsNothing(Precision precision) {
        Tape tape = Tape.of(precision);
        Tensor x = tape.input(new double[] {1, 2, 3, 4}, 2, 2).watch();
        Tensor mean = Groups.meanOfOthers(x, 1);
        Attention attention = Attention.toOthers(x, x, x, 1);
        assertArrayEquals(new double[4], mean.numbers());
        assertArrayEquals(new double[4], attention.result().numbers());
        assertArrayEquals(new double[2], attention.weights().numbers());
        mean.sum().plus(attention.result().square().sum()).backward();
        assertEquals(0, x.gradient().norm1Number().doubleValue());
        assertArrayEquals(x.numbers(), Attention.toAll(x, x, x, 1).result().numbers(), 1e-6);
    }

    @Test
    void whatDoesNotFitIsOneSentence() {
        Tape tape = Tape.of(Precision.SINGLE);
        Tensor x = tape.input(new double[12], 6, 2);
        Tensor other = tape.input(new double[12], 4, 3);
        refused("groups of 4", () -> Groups.meanOfOthers(x, 4));
        refused("groups of 0", () -> Groups.meanOfOthers(x, 0));
        refused("groups of 4", () -> Attention.toAll(x, x, x, 4));
        refused("queries and keys", () -> Attention.toAll(x, other, x, 2));
        refused("queries and keys", () -> Attention.toOthers(x, x, other, 2));
        refused("standard deviation", () -> Discretise.noisy(x, -1, new double[12]));
        refused("standard deviation", () -> Discretise.noisy(x, Double.NaN, new double[12]));
        refused("12 numbers of noise", () -> Discretise.noisy(x, 2, new double[11]));
    }

    private static void refused(String part, org.junit.jupiter.api.function.Executable what) {
        String message = assertThrows(IllegalArgumentException.class, what).getMessage();
        assertTrue(message.contains(part) && message.endsWith("."), message);
    }
}
