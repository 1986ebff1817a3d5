package marl.nn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import marl.random.Rng;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.factory.Nd4j;

/** The update rules, number by number against loops written from the papers; clipping; refusals. */
class OptimiserTest {
    /** A textbook rule on one weight: given the gradient and the step's number, what to subtract. */
    interface Textbook {
        double step(double gradient, long t, double[] memory);
    }

    static Stream<Arguments> rules() {
        Textbook sgd = (g, t, m) -> 0.1 * g;
        Textbook momentum = (g, t, m) -> {
            m[0] = 0.9 * m[0] + g;
            return 0.1 * m[0];
        };
        Textbook rms = (g, t, m) -> {
            m[0] = 0.99 * m[0] + 0.01 * g * g;
            return 0.1 * g / (Math.sqrt(m[0]) + 1e-5);
        };
        Textbook adam = (g, t, m) -> {
            m[0] = 0.9 * m[0] + 0.1 * g;
            m[1] = 0.999 * m[1] + 0.001 * g * g;
            double mean = m[0] / (1 - Math.pow(0.9, t));
            double square = m[1] / (1 - Math.pow(0.999, t));
            return 0.1 * mean / (Math.sqrt(square) + 1e-8);
        };
        return Stream.of(
                        rule("sgd", net -> Optimiser.sgd(0.1, net), sgd),
                        rule("momentum", net -> Optimiser.sgd(0.1, 0.9, net), momentum),
                        rule("rmsprop", net -> Optimiser.rmsProp(0.1, 0.99, 1e-5, net), rms),
                        rule("adam", net -> Optimiser.adam(0.1, net), adam))
                .flatMap(List::stream);
    }

    private static List<Arguments> rule(String name, Function<Mlp, Optimiser> ours, Textbook theirs) {
        return Stream.of(Precision.values())
                .map(p -> Arguments.of(name, p, ours, theirs))
                .toList();
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("rules")
    void followsTheTextbook(String name, Precision precision, Function<Mlp, Optimiser> ours, Textbook theirs) {
        Mlp net = Mlp.of(Activation.RELU, precision, Rng.of(6), 3, 5, 2);
        Parameters p = net.parameters().get(0);
        Optimiser optimiser = ours.apply(net);
        double[] weights = Near.numbers(p.values());
        double[][] memory = new double[weights.length][2];
        Rng rng = Rng.of(7);
        for (int t = 1; t <= 20; t++) {
            double[] gradient = new double[weights.length];
            for (int i = 0; i < gradient.length; i++) {
                gradient[i] = rng.gaussian();
            }
            p.gradients().assign(Nd4j.createFromArray(gradient).reshape(1, gradient.length));
            optimiser.step();
            for (int i = 0; i < weights.length; i++) {
                weights[i] -= theirs.step(gradient[i], t, memory[i]);
            }
        }
        Near.same(name, weights, Near.numbers(p.values()), precision == Precision.DOUBLE ? 1e-12 : 1e-5);
        assertEquals(20, optimiser.steps());
    }

    /** Two networks with gradients 3 and 4 have a joint norm of 5; clipped to 1 they become 0.6 and 0.8. */
    @ParameterizedTest
    @EnumSource(Precision.class)
    void clippingShortensTheJointGradient(Precision precision) {
        Mlp one = Mlp.of(Activation.RELU, precision, Rng.of(1), 1, 1);
        Mlp other = Mlp.of(Activation.RELU, precision, Rng.of(1), 1, 1);
        Optimiser optimiser = Optimiser.sgd(1, one, other).clipNorm(1);
        double[] before = {one.weight(0).getDouble(0), other.weight(0).getDouble(0)};
        one.parameters().get(0).get(0).gradient().assign(3);
        other.parameters().get(0).get(0).gradient().assign(4);
        assertEquals(5, optimiser.gradientNorm(), 1e-6);
        optimiser.step();
        assertEquals(before[0] - 0.6, one.weight(0).getDouble(0), 1e-6);
        assertEquals(before[1] - 0.8, other.weight(0).getDouble(0), 1e-6);
        before[0] = one.weight(0).getDouble(0);
        optimiser.zeroGradients();
        one.parameters().get(0).get(0).gradient().assign(0.5);
        optimiser.step();
        assertEquals(before[0] - 0.5, one.weight(0).getDouble(0), 1e-6, "a short gradient is left alone");
    }

    /** The least squares line through (0, 1), (1, 3), (2, 5) is 2 x + 1. */
    @ParameterizedTest
    @EnumSource(Precision.class)
    void minimiseFindsALine(Precision precision) {
        Mlp line = Mlp.of(Activation.RELU, precision, Rng.of(4), 1, 1);
        Optimiser optimiser = Optimiser.adam(0.05, line);
        double first = minimiseLine(optimiser, line);
        double last = first;
        for (int i = 0; i < 2000; i++) {
            last = minimiseLine(optimiser, line);
        }
        assertTrue(first > 0.1 && last < 1e-6, first + " to " + last);
        assertEquals(2, line.weight(0).getDouble(0), 1e-3);
        assertEquals(1, line.bias(0).getDouble(0), 1e-3);
    }

    private static double minimiseLine(Optimiser optimiser, Mlp line) {
        return optimiser.minimise(tape -> Losses.meanSquared(line.apply(tape.column(0, 1, 2)), tape.column(1, 3, 5)));
    }

    @ParameterizedTest
    @EnumSource(Precision.class)
    void aLossThatIsNotFiniteChangesNothing(Precision precision) {
        Mlp net = Mlp.of(Activation.RELU, precision, Rng.of(4), 1, 1);
        Optimiser optimiser = Optimiser.adam(0.05, net);
        double[] before = Near.numbers(net.parameters().get(0).values());
        String message = assertThrows(
                        IllegalStateException.class,
                        () -> optimiser.minimise(tape ->
                                net.apply(tape.column(1)).plus(Double.NaN).mean()))
                .getMessage();
        assertTrue(message.contains("NaN") && message.contains("no weight was changed"), message);
        assertArrayEquals(before, Near.numbers(net.parameters().get(0).values()), 0);
        assertEquals(0, optimiser.steps());
    }

    @Test
    void theLearningRateCanBeChanged() {
        Mlp net = Mlp.of(Activation.RELU, Precision.DOUBLE, Rng.of(1), 1, 1);
        Optimiser optimiser = Optimiser.sgd(0.5, net);
        optimiser.learningRate(0.25);
        double before = net.weight(0).getDouble(0);
        net.parameters().get(0).gradients().assign(1);
        optimiser.step();
        assertEquals(before - 0.25, net.weight(0).getDouble(0), 1e-15);
    }

    @Test
    void wrongSettingsAreRefused() {
        Mlp net = Mlp.relu(Rng.of(1), 2, 2);
        Mlp plain = Mlp.of(Activation.RELU, Precision.DOUBLE, Rng.of(1), 2, 2);
        refused("learning rate is a positive number", () -> Optimiser.adam(-1e-3, net));
        refused("learning rate is a positive number", () -> Optimiser.sgd(Double.NaN, net));
        refused("decay is in [0, 1)", () -> Optimiser.rmsProp(1e-3, 1, 1e-8, net));
        refused("positive epsilon", () -> Optimiser.rmsProp(1e-3, 0.99, 0, net));
        refused("momentum is in [0, 1)", () -> Optimiser.sgd(1e-3, -0.1, net));
        refused("positive length", () -> Optimiser.adam(1e-3, net).clipNorm(0));
        refused("at least one network", () -> Optimiser.adam(1e-3));
        refused("one precision", () -> Optimiser.adam(1e-3, net, plain));
    }

    private static void refused(String part, Executable wrong) {
        String message = assertThrows(IllegalArgumentException.class, wrong).getMessage();
        assertTrue(message.contains(part), message);
    }
}
