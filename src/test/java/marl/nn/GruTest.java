package marl.nn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import marl.random.Rng;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The recurrent unit at drawn sizes: finite differences, both backends, padding, and what it refuses. */
class GruTest {
    private static final double STEP = 1e-5;

    /** A unit with sequences of different lengths and weights of a loss. */
    private record Case(Gru unit, int[] lengths, int steps, INDArray x, INDArray start, INDArray weights) {
        static Case draw(Precision precision, long seed) {
            Rng rng = Rng.of(seed);
            int inputs = 1 + rng.below(4);
            int hidden = 1 + rng.below(5);
            int steps = 1 + rng.below(5);
            int[] lengths = new int[1 + rng.below(4)];
            Arrays.setAll(lengths, i -> 1 + rng.below(steps));
            Gru unit = Gru.of(precision, rng, inputs, hidden);
            int rows = steps * lengths.length;
            return new Case(
                    unit,
                    lengths,
                    steps,
                    drawn(rng, rows, inputs),
                    drawn(rng, lengths.length, hidden),
                    drawn(rng, rows, hidden));
        }

        Tensor loss(Tensor at, Tensor from) {
            return unit.unroll(at, from, lengths).times(weights).sum();
        }

        double loss() {
            Tape tape = Tape.of(unit.precision());
            return loss(tape.input(x), tape.input(start)).item();
        }
    }

    private static INDArray drawn(Rng rng, int rows, int columns) {
        double[] numbers = new double[rows * columns];
        Arrays.setAll(numbers, i -> rng.gaussian());
        return Nd4j.createFromArray(numbers).reshape(rows, columns);
    }

    /** Central differences of step 1e-5 are off by about 1e-10; the bound is 1e-8. */
    @Property(tries = 12)
    void gradientsAreFiniteDifferences(@ForAll long seed) {
        Case drawn = Case.draw(Precision.DOUBLE, seed);
        Tape tape = Tape.of(Precision.DOUBLE);
        Tensor x = tape.input(drawn.x.dup()).watch();
        Tensor start = tape.input(drawn.start.dup()).watch();
        drawn.loss(x, start).backward();
        Parameters p = drawn.unit.parameters().get(0);
        assertDifferences(drawn, p.values(), p.gradients(), "weights");
        assertDifferences(drawn, drawn.x, x.gradient(), "inputs");
        assertDifferences(drawn, drawn.start, start.gradient(), "start");
    }

    private static void assertDifferences(Case drawn, INDArray at, INDArray gradient, String what) {
        for (int i = 0; i < at.length(); i++) {
            double number = at.getDouble(i);
            at.putScalar(i, number + STEP);
            double above = drawn.loss();
            at.putScalar(i, number - STEP);
            double below = drawn.loss();
            at.putScalar(i, number);
            double difference = (above - below) / (2 * STEP);
            assertEquals(
                    difference,
                    gradient.getDouble(i),
                    1e-8 * Math.max(1, Math.abs(difference)),
                    what + ", number " + i);
        }
    }

    @Property(tries = 30)
    void theTwoFacesAgreeTo1em5(@ForAll long seed) {
        Case plain = Case.draw(Precision.DOUBLE, seed);
        Case fused = Case.draw(Precision.SINGLE, seed);
        INDArray[] expected = run(plain);
        INDArray[] actual = run(fused);
        for (int i = 0; i < expected.length; i++) {
            Near.same("result " + i, expected[i], actual[i], 1e-5);
        }
    }

    private static INDArray[] run(Case drawn) {
        Tape tape = Tape.of(drawn.unit.precision());
        Tensor x = tape.input(drawn.x).watch();
        Tensor start = tape.input(drawn.start).watch();
        Tensor states = drawn.unit.unroll(x, start, drawn.lengths);
        states.times(drawn.weights).sum().backward();
        INDArray weights = drawn.unit.parameters().get(0).gradients();
        return new INDArray[] {states.value(), x.gradient(), start.gradient(), weights};
    }

    /** A batch that is larger than what the loops take at a time; both backends again. */
    @Test
    void largeBatchesAgreeTo1em5() {
        Rng rng = Rng.of(5);
        Gru plain = Gru.of(Precision.DOUBLE, Rng.of(1), 7, 64);
        Gru fused = Gru.of(Precision.SINGLE, Rng.of(1), 7, 64);
        int[] lengths = new int[75];
        Arrays.setAll(lengths, i -> 1 + rng.below(3));
        INDArray x = drawn(rng, 3 * 75, 7);
        INDArray start = drawn(rng, 75, 64);
        INDArray weights = drawn(rng, 3 * 75, 64).muli(0.05);
        INDArray[] expected = run(new Case(plain, lengths, 3, x, start, weights));
        INDArray[] actual = run(new Case(fused, lengths, 3, x, start, weights));
        for (int i = 0; i < expected.length; i++) {
            Near.same("result " + i, expected[i], actual[i], 1e-5);
        }
    }

    /** Each sequence alone gives what it gives in a padded batch, whatever stands in the padding; that gets no gradient. */
    @Property(tries = 16)
    void paddingChangesNothing(
            @ForAll Precision precision, @ForAll long seed, @ForAll @IntRange(max = 1000) int noise) {
        double tolerance = precision == Precision.DOUBLE ? 1e-12 : 1e-5;
        Case drawn = Case.draw(precision, seed);
        int batch = drawn.lengths.length;
        for (int t = 0; t < drawn.steps; t++) {
            for (int i = 0; i < batch; i++) {
                if (t >= drawn.lengths[i]) {
                    drawn.x.getRow(t * batch + i).assign(noise);
                }
            }
        }
        Tape tape = Tape.of(precision);
        Tensor x = tape.input(drawn.x).watch();
        Tensor states = drawn.unit.unroll(x, tape.input(drawn.start), drawn.lengths);
        states.times(drawn.weights).sum().backward();
        INDArray together = drawn.unit.parameters().get(0).gradients().dup();
        drawn.unit.parameters().get(0).zeroGradients();
        for (int i = 0; i < batch; i++) {
            Tape own = Tape.of(precision);
            INDArray rows = Nd4j.create(drawn.x.dataType(), drawn.lengths[i], drawn.x.size(1));
            for (int t = 0; t < drawn.lengths[i]; t++) {
                rows.putRow(t, drawn.x.getRow(t * batch + i));
            }
            Tensor alone = drawn.unit.unroll(own.input(rows), own.input(drawn.start.getRow(i, true)), drawn.lengths[i]);
            INDArray weights = Nd4j.zeros(drawn.x.dataType(), drawn.lengths[i], drawn.unit.hidden());
            for (int t = 0; t < drawn.steps; t++) {
                int last = Math.min(t, drawn.lengths[i] - 1);
                weights.getRow(last).addi(drawn.weights.getRow(t * batch + i));
                Near.same(
                        "state",
                        alone.value().getRow(last, true),
                        states.value().getRow(t * batch + i, true),
                        tolerance);
                if (t > last) {
                    assertEquals(
                            0, x.gradient().getRow(t * batch + i).norm1Number().doubleValue());
                }
            }
            alone.times(weights).sum().backward();
        }
        Near.same("gradients", drawn.unit.parameters().get(0).gradients(), together, tolerance);
    }

    @Test
    void withoutRecordingItGivesTheSameBitsAndNothingFlowsBack() {
        Case drawn = Case.draw(Precision.SINGLE, 7);
        Tape tape = Tape.of(Precision.SINGLE);
        Tensor recorded = drawn.unit.unroll(tape.input(drawn.x), tape.input(drawn.start), drawn.lengths);
        Tensor constant =
                tape.unrecorded(() -> drawn.unit.unroll(tape.input(drawn.x), tape.input(drawn.start), drawn.lengths));
        assertEquals(recorded.value(), constant.value());
        assertThrows(IllegalStateException.class, () -> constant.sum().backward());
    }

    @Test
    void sameSeedSameBitsAndMemoryIsUsedAgain() {
        INDArray[] once = run(Case.draw(Precision.SINGLE, 3));
        Case drawn = Case.draw(Precision.SINGLE, 3);
        Tape tape = Tape.of(Precision.SINGLE);
        for (int i = 0; i < 3; i++) {
            drawn.unit.parameters().get(0).zeroGradients();
            tape.restart();
            drawn.loss(tape.input(drawn.x), tape.input(drawn.start)).backward();
        }
        assertEquals(once[3], drawn.unit.parameters().get(0).gradients());
    }

    @Test
    void weightsStartWithinOneOverTheRootOfTheHiddenSize() {
        INDArray weights =
                Gru.of(Precision.DOUBLE, Rng.of(1), 30, 25).parameters().get(0).values();
        assertTrue(
                weights.maxNumber().doubleValue() < 0.2 && weights.maxNumber().doubleValue() > 0.199);
        assertTrue(
                weights.minNumber().doubleValue() > -0.2 && weights.minNumber().doubleValue() < -0.199);
    }

    @Test
    void aCopyHasWeightsOfItsOwn() {
        Gru unit = Gru.of(Precision.SINGLE, Rng.of(1), 2, 3);
        Gru twin = unit.copy();
        double[] before = unit.zero();
        unit.advance(new double[] {1, 2}, before);
        twin.inputWeight().assign(0);
        double[] after = unit.zero();
        unit.advance(new double[] {1, 2}, after);
        assertArrayEquals(before, after);
        unit.copyFrom(twin);
        assertEquals(0, unit.inputWeight().norm1Number().doubleValue());
    }

    @Test
    void whatDoesNotFitIsOneSentence() {
        Gru unit = Gru.of(Precision.SINGLE, Rng.of(1), 2, 3);
        Tape tape = Tape.of(Precision.SINGLE);
        Tensor x = tape.input(new double[6 * 2], 6, 2);
        refused("no whole number of steps", () -> unit.unroll(x, unit.zero(tape, 4), new int[] {1, 1, 1, 1}));
        refused("unroll over 0 steps", () -> unit.unroll(x, unit.zero(tape, 6), 0));
        refused("unroll over 4 steps", () -> unit.unroll(x, unit.zero(tape, 1), 4));
        refused("must be [3, 3]", () -> unit.unroll(x, unit.zero(tape, 2), 2));
        refused("must be [6, 3]", () -> unit.step(x, unit.zero(tape, 5)));
        refused("must be [6, 3]", () -> unit.step(x, tape.input(new double[12], 6, 2)));
        refused("takes 2 inputs", () -> unit.step(unit.zero(tape, 6), unit.zero(tape, 6)));
        refused("one has 0", () -> unit.unroll(x, unit.zero(tape, 2), new int[] {3, 0}));
        refused("one has 4", () -> unit.unroll(x, unit.zero(tape, 2), new int[] {4, 3}));
        refused("lengths of 0", () -> unit.unroll(x, unit.zero(tape, 2), new int[0]));
        refused("at least one sequence", () -> unit.zero(tape, 0));
        refused("at least one input", () -> Gru.of(Precision.SINGLE, Rng.of(1), 0, 3));
        refused("but got 3 and 3", () -> unit.advance(new double[3], unit.zero()));
        refused("NaN", () -> unit.advance(new double[] {0, Double.NaN}, unit.zero()));
        refused("shapes and precision", () -> unit.copyFrom(Gru.of(Precision.DOUBLE, Rng.of(1), 2, 3)));
    }

    private static void refused(String part, org.junit.jupiter.api.function.Executable what) {
        String message = assertThrows(IllegalArgumentException.class, what).getMessage();
        assertTrue(message.contains(part) && message.endsWith("."), message);
    }
}
