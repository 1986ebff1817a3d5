package marl.deep;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import marl.nn.Parameter;
import marl.nn.Parameters;
import marl.nn.Precision;
import marl.nn.Tape;
import marl.nn.Tensor;
import marl.random.Rng;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;

class CommNetTest {
    private static final int[] TWO_GAMES = {0, 3, 1, 2, 2, 4};

    private static CommNetBuilder three() {
        return CommNet.of(5, 3, 2).hidden(4).precision(Precision.DOUBLE);
    }

    private static double[] logits(CommNet net, int[] seen, Hearing hearing) {
        return net.apply(Tape.of(net.precision()), seen, hearing, false)
                .logits()
                .numbers();
    }

    /** Equations 1 to 3 written out with loops. */
    @Test
    void itComputesThePapersEquations() {
        for (boolean skip : new boolean[] {true, false}) {
            CommNet net = (skip ? three() : three().withoutSkip()).build(7);
            List<Parameter> p = net.parameters().stream()
                    .map(Parameters::list)
                    .flatMap(List::stream)
                    .toList();
            double[][] start = new double[3][];
            int[] seen = {0, 3, 1};
            for (int j = 0; j < 3; j++) {
                start[j] = p.get(0).value().getRow(seen[j]).toDoubleVector();
            }
            double[][] h = start;
            for (int k = 0; k < 2; k++) {
                double[][] next = new double[3][];
                for (int j = 0; j < 3; j++) {
                    double[] input = Arrays.copyOf(h[j], k > 0 && skip ? 12 : 8);
                    for (int c = 0; c < 4; c++) {
                        for (int i = 0; i < 3; i++) {
                            input[4 + c] += i == j ? 0 : h[i][c] / 2;
                        }
                        if (input.length == 12) {
                            input[8 + c] = start[j][c];
                        }
                    }
                    next[j] = layer(p.get(1 + 2 * k).value(), p.get(2 + 2 * k).value(), input);
                    next[j] = Arrays.stream(next[j]).map(Math::tanh).toArray();
                }
                h = next;
            }
            double[] ours = logits(net, seen, Hearing.OTHERS);
            for (int j = 0; j < 3; j++) {
                double[] expected = layer(p.get(5).value(), p.get(6).value(), h[j]);
                assertArrayEquals(expected, Arrays.copyOfRange(ours, 2 * j, 2 * j + 2), 1e-12);
            }
        }
    }

    private static double[] layer(INDArray weight, INDArray bias, double... x) {
        double[] y = new double[(int) weight.size(0)];
        for (int o = 0; o < y.length; o++) {
            y[o] = bias.getDouble(0, o);
            for (int c = 0; c < x.length; c++) {
                y[o] += weight.getDouble(o, c) * x[c];
            }
        }
        return y;
    }

    /** Central differences of step 1e-6 are good to about 1e-9; every weight of every kind of network. */
    @Test
    void gradientsGoThroughMessagesAndAreFiniteDifferences() {
        for (CommNetBuilder built :
                List.of(three(), three().attention(3), three().numbers(2).attention(2), three().numbers(1))) {
            CommNet net = built.build(3);
            gradient(net, false);
            for (Parameters block : net.parameters()) {
                for (int i = 0; i < block.size(); i++) {
                    double w = block.values().getDouble(0, i);
                    block.values().putScalar(0, i, w + 1e-6);
                    double up = loss(net, Tape.of(Precision.DOUBLE), false).item();
                    block.values().putScalar(0, i, w - 1e-6);
                    double down = loss(net, Tape.of(Precision.DOUBLE), false).item();
                    block.values().putScalar(0, i, w);
                    assertEquals((up - down) / 2e-6, block.gradients().getDouble(0, i), 1e-8, net + " " + i);
                }
            }
        }
    }

    /** Only what agent 0 of each game makes of it. */
    private static Tensor loss(CommNet net, Tape tape, boolean cut) {
        Tensor all = net.apply(tape, TWO_GAMES, Hearing.OTHERS, cut).logits();
        return all.times(tape.input(new double[][] {{1, -2}, {0, 0}, {0, 0}, {2, 1}, {0, 0}, {0, 0}}))
                .sum();
    }

    private static double gradient(CommNet net, boolean cut) {
        net.parameters().forEach(Parameters::zeroGradients);
        loss(net, Tape.of(net.precision()), cut).backward();
        return Math.sqrt(net.parameters().stream()
                .mapToDouble(p -> p.gradients().mul(p.gradients()).sumNumber().doubleValue())
                .sum());
    }

    /** Things 1, 3 and 4 are seen by others than agent 0 only: with stored messages their vectors learn nothing. */
    @Test
    void cutAtTheMessagesNobodyLearnsWhatToSay() {
        CommNet net = three().build(3);
        double whole = gradient(net, false);
        INDArray vectors = net.parameters().get(0).list().get(0).gradient();
        for (int thing : new int[] {1, 3, 4}) {
            assertTrue(vectors.getRow(thing).norm2Number().doubleValue() > 1e-3);
        }
        double rest = gradient(net, true);
        for (int thing : new int[] {1, 3, 4}) {
            assertEquals(0, vectors.getRow(thing).norm2Number().doubleValue());
        }
        assertTrue(rest < whole, rest + " and " + whole);
    }

    @Test
    void onlyTheOthersAreHeardAndOnlyFromTheOwnGame() {
        CommNet net = three().rounds(1).build(5);
        double[] heard = logits(net, TWO_GAMES, Hearing.OTHERS);
        int[] other = TWO_GAMES.clone();
        other[5] = 0;
        double[] changed = logits(net, other, Hearing.OTHERS);
        assertArrayEquals(Arrays.copyOf(heard, 6), Arrays.copyOf(changed, 6), "the first game hears nothing of it");
        assertFalse(Math.abs(heard[6] - changed[6]) < 1e-9, "the second does");
        double[] silent = logits(net, TWO_GAMES, Hearing.NOBODY);
        assertArrayEquals(
                Arrays.copyOf(silent, 10), Arrays.copyOf(logits(net, other, Hearing.NOBODY), 10), "nobody is heard");
        assertFalse(Arrays.equals(heard, logits(net, TWO_GAMES, Hearing.EVERYBODY)));
        // The next game's messages: with both games alike it makes no difference.
        int[] twice = {0, 3, 1, 0, 3, 1};
        assertArrayEquals(logits(net, twice, Hearing.OTHERS), logits(net, twice, Hearing.SHUFFLED), 1e-15);
        assertFalse(Arrays.equals(heard, logits(net, TWO_GAMES, Hearing.SHUFFLED)));
    }

    @Property(tries = 50)
    void agentsThatChangeSeatsChangeRows(@ForAll long seed) {
        CommNet net = (seed % 2 == 0 ? three() : three().attention(2)).build(seed);
        Rng rng = Rng.of(seed);
        int[] seen = {rng.below(5), rng.below(5), rng.below(5)};
        double[] straight = logits(net, seen, Hearing.OTHERS);
        double[] turned = logits(net, new int[] {seen[2], seen[0], seen[1]}, Hearing.OTHERS);
        assertArrayEquals(Arrays.copyOf(straight, 4), Arrays.copyOfRange(turned, 2, 6), 1e-12);
    }

    @Test
    void whoIsAloneHearsZeros() {
        for (boolean attention : new boolean[] {false, true}) {
            CommNetBuilder built = CommNet.of(5, 1, 2).hidden(4).precision(Precision.DOUBLE);
            CommNet net = (attention ? built.attention(2) : built).build(1);
            assertArrayEquals(
                    logits(net, new int[] {3, 1}, Hearing.NOBODY), logits(net, new int[] {3, 1}, Hearing.OTHERS));
        }
    }

    @Test
    void messagesOfBitsAreBitsAndAttentionWeighsTheOthers() {
        CommNet net = three().bits(1).attention(2).rounds(1).build(2);
        CommNet.Pass pass = net.apply(Tape.of(Precision.DOUBLE), new int[] {0, 3, 1}, Hearing.OTHERS, false);
        INDArray weights = pass.weights().get(0).value();
        for (int i = 0; i < 3; i++) {
            assertEquals(0, weights.getDouble(i, i), "not itself");
            assertEquals(1, weights.getRow(i).sumNumber().doubleValue(), 1e-12);
        }
        assertTrue(three().build(1)
                .apply(Tape.of(Precision.DOUBLE), new int[] {0, 3, 1}, Hearing.OTHERS, false)
                .weights()
                .isEmpty());
        CommNet copy = net.copy();
        assertArrayEquals(logits(net, TWO_GAMES, Hearing.OTHERS), logits(copy, TWO_GAMES, Hearing.OTHERS));
    }

    @Test
    void wrongWidthsAndUnfinishedGamesAreRefusedInASentence() {
        CommNet net = three().build(1);
        Tape tape = Tape.of(Precision.DOUBLE);
        for (Runnable call : List.<Runnable>of(
                () -> three().bits(0),
                () -> three().numbers(0),
                () -> three().attention(0),
                () -> three().rounds(0),
                () -> three().hidden(0),
                () -> three().fields(0),
                () -> CommNet.of(5, 0, 2),
                () -> net.apply(tape, new int[0]),
                () -> net.apply(tape, new int[] {0, 1}),
                () -> net.apply(tape, new int[] {0, 1, 5}),
                () -> net.apply(tape, new int[] {0, 1, 2}, Hearing.SHUFFLED, false))) {
            String message =
                    assertThrows(IllegalArgumentException.class, call::run).getMessage();
            assertTrue(message.endsWith(".") && message.length() > 20, message);
        }
    }
}
