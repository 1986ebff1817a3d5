package marl.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import marl.random.Rng;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Gradients by every weight of whole networks of drawn depth and width, for losses a lesson uses. The seeds are fixed,
 * since once in a thousand runs a case would sit on a kink.
 */
class MlpGradientTest {
    private static final double STEP = 1e-5;

    /** The losses of the course, on the outputs of a network. */
    enum Loss {
        SQUARED,
        HUBER,
        POLICY,
        PPO;

        Tensor of(Tensor outputs, int[] chosen, Rng rng) {
            double[] numbers = new double[chosen.length];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = rng.uniform(-3, 3);
            }
            Tensor targets = outputs.tape.column(numbers);
            Tensor values = outputs.gather(chosen);
            Tensor logPolicy = outputs.logSoftmax();
            return switch (this) {
                case SQUARED -> Losses.meanSquared(values, targets);
                case HUBER -> Losses.huber(values, targets);
                case POLICY ->
                    Losses.policyGradient(logPolicy.gather(chosen), targets)
                            .minus(Losses.entropy(logPolicy).times(0.01));
                case PPO ->
                    Losses.ppoClip(logPolicy.gather(chosen), targets.times(0.2).plus(-1), targets, 0.2);
            };
        }
    }

    /** One network with its data and loss. */
    private record Case(Mlp net, double[][] rows, int[] chosen, Loss loss, long seed) {
        static Case draw(Precision precision, Activation activation, Loss loss, long seed) {
            Rng rng = Rng.of(seed);
            int[] sizes = new int[2 + rng.below(3)];
            for (int i = 0; i < sizes.length; i++) {
                sizes[i] = 2 + rng.below(4);
            }
            Mlp net = Mlp.of(activation, precision, rng, sizes);
            int[] chosen = new int[1 + rng.below(5)];
            double[][] rows = new double[chosen.length][sizes[0]];
            for (int r = 0; r < chosen.length; r++) {
                chosen[r] = rng.below(sizes[sizes.length - 1]);
                for (int c = 0; c < sizes[0]; c++) {
                    rows[r][c] = rng.gaussian();
                }
            }
            return new Case(net, rows, chosen, loss, seed);
        }

        Tensor loss(Tape tape) {
            return loss.of(net.apply(tape.input(rows)), chosen, Rng.of(seed + 1));
        }
    }

    /**
     * Away from kinks central differences of step 1e-5 are off by 1e-9 at most. On a kink within the step the two
     * one-sided differences disagree, and that weight is passed over.
     */
    @Property(tries = 120, seed = "20260")
    void gradientsAreFiniteDifferences(@ForAll Activation activation, @ForAll Loss loss, @ForAll long seed) {
        Case drawn = Case.draw(Precision.DOUBLE, activation, loss, seed);
        Tape tape = Tape.of(Precision.DOUBLE);
        drawn.loss(tape).backward();
        Parameters p = drawn.net.parameters().get(0);
        INDArray weights = p.values();
        int judged = 0;
        double here = drawn.loss(tape.restart()).item();
        for (int i = 0; i < p.size(); i++) {
            double weight = weights.getDouble(i);
            weights.putScalar(i, weight + STEP);
            double above = drawn.loss(tape.restart()).item();
            weights.putScalar(i, weight - STEP);
            double below = drawn.loss(tape.restart()).item();
            weights.putScalar(i, weight);
            if (Math.abs((above - here) - (here - below)) > 1e-2 * STEP) {
                continue;
            }
            judged++;
            double difference = (above - below) / (2 * STEP);
            assertEquals(
                    difference, p.gradients().getDouble(i), 1e-7 * Math.max(1, Math.abs(difference)), "weight " + i);
        }
        assertEquals(p.size(), judged, 0.2 * p.size(), "weights on kinks");
    }

    @Property(tries = 200, seed = "20261")
    void theTwoFacesAgreeTo1em5(@ForAll Activation activation, @ForAll Loss loss, @ForAll long seed) {
        Case plain = Case.draw(Precision.DOUBLE, activation, loss, seed);
        Case fused = Case.draw(Precision.SINGLE, activation, loss, seed);
        Tensor reference = plain.loss(Tape.of(Precision.DOUBLE));
        Tensor fast = fused.loss(Tape.of(Precision.SINGLE));
        reference.backward();
        fast.backward();
        assertEquals(reference.item(), fast.item(), 1e-5 * Math.max(1, Math.abs(reference.item())));
        INDArray expected = plain.net.parameters().get(0).gradients();
        Near.same("gradient", expected, fused.net.parameters().get(0).gradients(), 1e-5);
    }

    /** The way back to the inputs is the same to the bit, since it is the same arithmetic; the weights stay without. */
    @Property(tries = 60, seed = "20262")
    void frozenWeightsGetNoGradientAndInputsTheSame(
            @ForAll Precision precision, @ForAll Activation activation, @ForAll long seed) {
        Case drawn = Case.draw(precision, activation, Loss.SQUARED, seed);
        Parameters p = drawn.net.parameters().get(0);
        Tape tape = Tape.of(precision);
        Tensor x = tape.input(drawn.rows).watch();
        Tensor learning = drawn.net.apply(x).square().mean();
        learning.backward();
        INDArray expected = x.gradient();
        assertTrue(p.gradients().norm2Number().doubleValue() > 0);
        p.zeroGradients();
        Tensor again = tape.restart().input(drawn.rows).watch();
        Tensor frozen = drawn.net.frozen(again).square().mean();
        double loss = frozen.item();
        frozen.backward();
        assertEquals(expected, again.gradient());
        assertEquals(0, p.gradients().norm2Number().doubleValue());
        assertEquals(
                drawn.net
                        .apply(tape.restart().input(drawn.rows))
                        .square()
                        .mean()
                        .item(),
                loss);
    }
}
