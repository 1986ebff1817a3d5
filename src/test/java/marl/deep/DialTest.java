package marl.deep;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import marl.env.SwitchRiddle;
import marl.nn.Parameters;
import marl.nn.Precision;
import marl.nn.Tape;
import marl.nn.Tensor;
import marl.random.Rng;
import marl.solve.RiddleValue;
import org.junit.jupiter.api.Test;

class DialTest {
    private static final SwitchRiddle THREE = SwitchRiddle.of(3);
    private static final double BEST = 540 / 729.0;

    private static double learned(DialBuilder builder, long seed, int updates) {
        Dial dial = builder.build(seed);
        dial.run(updates);
        return dial.value();
    }

    @Test
    void dialReachesNinetyFivePercentInAllOfFiveSeeds() {
        for (long seed = 0; seed < 5; seed++) {
            double value = learned(Dial.of(THREE), seed, 2_500);
            assertTrue(value >= 0.95 * BEST && value <= BEST + 1e-12, "seed " + seed + ": " + value);
        }
    }

    @Test
    void withTheGradientCutAtTheMessagesItDoesNot() {
        for (long seed = 0; seed < 3; seed++) {
            double value = learned(Dial.of(THREE).cutMessages(), seed, 1_500);
            assertTrue(value < 0.9 * BEST, "seed " + seed + ": " + value);
        }
    }

    @Test
    void rialIsSlowerThanDialWithTheSameEpisodes() {
        double dial = 0;
        double rial = 0;
        for (long seed = 0; seed < 3; seed++) {
            dial += learned(Dial.of(THREE), seed, 2_000) / 3;
            rial += learned(Dial.of(THREE).rial(), seed, 2_000) / 3;
        }
        assertTrue(rial > 0, "RIAL learns something: " + rial);
        assertTrue(dial > rial + 0.05, dial + " and " + rial);
    }

    /** Who can count days and its own visits guesses better than a table does, but not nearly as well as with the bulb. */
    @Test
    void withoutMessagesTheValueFalls() {
        Dial dial = Dial.of(THREE).build(2);
        dial.run(2_000);
        assertTrue(dial.valueSilenced() < 0.5, "taken away afterwards: " + dial.valueSilenced());
        double never = learned(Dial.of(THREE).silent(), 2, 2_000);
        assertTrue(never > 0.3 && never < 0.8 * BEST, "never there: " + never);
    }

    private static RiddlePass.Manner manner(boolean cut) {
        return new RiddlePass.Manner(true, cut, false, 2, 0, false);
    }

    private static RiddleAgents net(long seed) {
        return RiddleAgents.of(true, 5, Precision.DOUBLE, seed);
    }

    private static RiddlePass pass(Tape tape, RiddleAgents net, boolean cut) {
        RiddleEpisodes episodes = RiddleEpisodes.drawn(THREE, 6, Rng.of(1));
        return RiddlePass.play(tape, net, episodes, manner(cut), Rng.of(2));
    }

    private static Tensor loss(Tape tape, RiddleAgents net, boolean cut) {
        RiddlePass pass = pass(tape, net, cut);
        RiddlePass[] target = new RiddlePass[1];
        tape.unrecorded(() -> {
            target[0] = pass.again(tape, net(9), manner(cut));
            return target[0].values[0];
        });
        return RiddleLoss.of(tape, pass, target[0], true);
    }

    private static double norm(RiddleAgents net, boolean cut) {
        net.parameters().forEach(Parameters::zeroGradients);
        Tape tape = Tape.of(Precision.DOUBLE);
        loss(tape, net, cut).backward();
        return Math.sqrt(net.parameters().stream()
                .mapToDouble(p -> p.gradients().mul(p.gradients()).sumNumber().doubleValue())
                .sum());
    }

    /** Decisions are greedy and noise is the same, so the loss is smooth but where a decision turns. */
    @Test
    void gradientsThroughMessagesInTimeAreFiniteDifferences() {
        RiddleAgents net = net(4);
        norm(net, false);
        for (Parameters block : net.parameters()) {
            for (int i = 0; i < block.size(); i++) {
                double w = block.values().getDouble(0, i);
                block.values().putScalar(0, i, w + 1e-6);
                double up = loss(Tape.of(Precision.DOUBLE), net, false).item();
                block.values().putScalar(0, i, w - 1e-6);
                double down = loss(Tape.of(Precision.DOUBLE), net, false).item();
                block.values().putScalar(0, i, w);
                assertEquals((up - down) / 2e-6, block.gradients().getDouble(0, i), 1e-7, "weight " + i);
            }
        }
    }

    @Test
    void cutMessagesGetNoGradientAtAll() {
        RiddleAgents net = net(4);
        double whole = norm(net, false);
        // The last of three rows of the head makes the message: 5 weights, after 10 for the values.
        double[] head = net.parameters().get(1).gradients().toDoubleVector();
        assertTrue(Arrays.stream(head, 10, 15).anyMatch(g -> Math.abs(g) > 1e-6));
        double cut = norm(net, true);
        head = net.parameters().get(1).gradients().toDoubleVector();
        assertArrayEquals(new double[5], Arrays.copyOfRange(head, 10, 15));
        assertTrue(Math.abs(cut - whole) > 1e-9, cut + " and " + whole);
    }

    @Test
    void theBitGoesToTomorrowsVisitorAndToNobodyElse() {
        RiddleAgents net = net(4);
        RiddleEpisodes episodes = RiddleEpisodes.drawn(THREE, 20, Rng.of(3));
        RiddlePass one = RiddlePass.play(Tape.of(Precision.DOUBLE), net, episodes, manner(false), Rng.of(5));
        RiddlePass two = RiddlePass.play(Tape.of(Precision.DOUBLE), net, episodes, manner(false), Rng.of(6));
        double[] a = one.values[1].numbers();
        double[] b = two.values[1].numbers();
        for (int row = 0; row < 60; row++) {
            boolean visitor = episodes.visits[1][row / 3] == row % 3;
            assertEquals(visitor, a[3 * row] != b[3 * row], "other noise on day 0 is heard by day 1's visitor only");
        }
        assertArrayEquals(one.values[0].numbers(), two.values[0].numbers(), "nothing is heard on the first day");
    }

    /** Who tells on the last day whatever it hears is worth what the riddle says it is. */
    @Test
    void allSequencesAreTheRiddles() {
        RiddleEpisodes all = RiddleEpisodes.all(THREE);
        assertEquals(729, all.size);
        double sum = 0;
        for (int b = 0; b < all.size; b++) {
            sum += all.told(5, b);
        }
        assertEquals(RiddleValue.byVisits(THREE, RiddleValue.onTheLastDay(THREE)), sum / 729, 1e-12);
    }

    /** Where the table says it all, the exact value of the protocol in it is the value in execution. */
    @Test
    void theLearnedProtocolReadsAsATable() {
        Dial dial = Dial.of(THREE).build(2);
        dial.run(2_500);
        List<Dial.Situation> table = dial.protocol();
        assertTrue(table.stream().allMatch(row -> row.tells() == 0 || row.tells() == 1), table.toString());
        double[] share = new double[6];
        table.forEach(row -> share[row.day()] += row.share());
        assertEquals(1, share[0], 1e-12, "all episodes see the first day");
        assertEquals(BEST, dial.value(), 1e-12);
        assertTrue(table.get(0).day() == 0
                && table.get(0).heard() == 0
                && !table.get(0).been());
    }

    @Test
    void sameSeedSameBits() {
        double[] first = new double[3];
        double[] second = new double[3];
        for (double[] returns : List.of(first, second)) {
            Dial dial = Dial.of(THREE).build(11);
            Arrays.setAll(returns, k -> dial.update());
        }
        assertArrayEquals(first, second);
    }

    @Test
    void wrongSettingsAndTooManySequencesAreRefusedInASentence() {
        for (Runnable call : List.<Runnable>of(
                () -> Dial.of(THREE).hidden(0),
                () -> Dial.of(THREE).batch(0),
                () -> Dial.of(THREE).sigma(-1),
                () -> Dial.of(THREE).epsilon(2),
                () -> Dial.of(THREE).targetEvery(0),
                () -> Dial.of(THREE).learningRate(0).build(0),
                () -> Dial.of(SwitchRiddle.of(4)).build(0).value())) {
            String message =
                    assertThrows(IllegalArgumentException.class, call::run).getMessage();
            assertTrue(message.endsWith(".") && message.length() > 20, message);
        }
    }
}
