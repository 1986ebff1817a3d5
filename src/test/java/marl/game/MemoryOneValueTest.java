package marl.game;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import marl.random.Rng;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class MemoryOneValueTest {
    private static final MatrixGame DILEMMA = dilemma(3, 0, 5, 1);
    private static final MatrixGame LOSSES = dilemma(-1, -3, 0, -2);

    private static MatrixGame dilemma(double cc, double cd, double dc, double dd) {
        return MatrixGame.symmetric("dilemma", new String[] {"C", "D"}, new double[][] {{cc, cd}, {dc, dd}});
    }

    static JsonNode recorded() {
        try (InputStream in = MemoryOneValueTest.class.getResourceAsStream("/game/memory-one.json")) {
            return new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static double[] numbers(JsonNode node) {
        return StreamSupport.stream(node.spliterator(), false)
                .mapToDouble(JsonNode::asDouble)
                .toArray();
    }

    private static MatrixGame game(JsonNode node) {
        return node.get("payoffs").asText().equals("losses") ? LOSSES : DILEMMA;
    }

    /** Values reach 100, so 1e-9 is twelve digits: what a well-conditioned 4 x 4 system leaves. */
    @Test
    void pairsEarnWhatWasRecorded() {
        JsonNode data = recorded();
        for (JsonNode pair : data.get("pairs")) {
            MemoryOne first =
                    MemoryOne.of(numbers(data.get("policies").get(pair.get("p1").asText())));
            MemoryOne second =
                    MemoryOne.of(numbers(data.get("policies").get(pair.get("p2").asText())));
            MemoryOneValue value = MemoryOneValue.of(game(pair), first, second, 0.96);
            assertEquals(pair.get("V1").asDouble(), value.total(0), 1e-9, pair::toString);
            assertEquals(pair.get("V2").asDouble(), value.total(1), 1e-9, pair::toString);
            assertEquals(pair.get("per_step_V1").asDouble(), value.perRound(0), 1e-9);
            assertArrayEquals(numbers(pair.get("visits")), value.visits(), 1e-9);
        }
    }

    @Test
    void gradientsAreThoseRecorded() {
        for (JsonNode node : recorded().get("gradients")) {
            MemoryOneValue value = MemoryOneValue.of(
                    game(node),
                    MemoryOne.ofLogits(numbers(node.get("t1"))),
                    MemoryOne.ofLogits(numbers(node.get("t2"))),
                    0.96);
            assertArrayEquals(numbers(node.get("dV1_dt1")), value.logitGradient(0, 0), 1e-9);
            assertArrayEquals(numbers(node.get("dV1_dt2")), value.logitGradient(0, 1), 1e-9);
            assertArrayEquals(numbers(node.get("dV2_dt1")), value.logitGradient(1, 0), 1e-9);
            assertArrayEquals(numbers(node.get("dV2_dt2")), value.logitGradient(1, 1), 1e-9);
        }
    }

    @Test
    void theoryForSimplePairs() {
        assertEquals(3, per(MemoryOne.titForTat(), MemoryOne.titForTat()), 1e-12);
        assertEquals(1, per(MemoryOne.defect(), MemoryOne.defect()), 1e-12);
        assertEquals(0.04 * 5 + 0.96 * 1, per(MemoryOne.defect(), MemoryOne.titForTat()), 1e-12);
        assertEquals(0.96, per(MemoryOne.titForTat(), MemoryOne.defect()), 1e-12);
        // Win-stay, lose-shift against a defector earns 0, 1, 0, 1, ...
        assertEquals(0.04 * 0.96 / (1 - 0.96 * 0.96), per(MemoryOne.winStayLoseShift(), MemoryOne.defect()), 1e-12);
        assertEquals(
                -1.5,
                MemoryOneValue.of(LOSSES, MemoryOne.mixed(0.5), MemoryOne.mixed(0.5), 0.96)
                        .perRound(0),
                1e-12);
    }

    private static double per(MemoryOne first, MemoryOne second) {
        return MemoryOneValue.of(DILEMMA, first, second, 0.96).perRound(0);
    }

    @Property(tries = 50)
    void gradientsAgreeWithFiniteDifferences(@ForAll long seed) {
        Rng rng = Rng.of(seed);
        double[] p =
                IntStream.range(0, 10).mapToDouble(i -> rng.uniform(0.05, 0.95)).toArray();
        double gamma = rng.uniform(0, 0.95);
        for (int strategy = 0; strategy < 2; strategy++) {
            for (int player = 0; player < 2; player++) {
                double[] exact = at(p, gamma).gradient(player, strategy);
                for (int k = 0; k < 5; k++) {
                    double[] up = p.clone();
                    double[] down = p.clone();
                    up[5 * strategy + k] += 1e-5;
                    down[5 * strategy + k] -= 1e-5;
                    double measured =
                            (at(up, gamma).total(player) - at(down, gamma).total(player)) / 2e-5;
                    // Third derivatives grow like (1 - gamma)^-4; 1e-10 times that bounds the error of the measurement.
                    assertEquals(measured, exact[k], 1e-5 * (1 + Math.abs(measured)) / (1 - gamma));
                }
            }
        }
    }

    private static MemoryOneValue at(double[] p, double gamma) {
        return MemoryOneValue.of(
                DILEMMA,
                new MemoryOne(p[0], p[1], p[2], p[3], p[4]),
                new MemoryOne(p[5], p[6], p[7], p[8], p[9]),
                gamma);
    }

    /** Simulation against the formula: four of its standard errors are allowed. */
    @Test
    void playedOutTheyEarnTheSame() {
        MemoryOne a = new MemoryOne(0.6, 0.9, 0.2, 0.7, 0.1);
        MemoryOne b = new MemoryOne(0.3, 0.8, 0.4, 0.1, 0.5);
        Rng rng = Rng.of(7);
        double[] totals = new double[20_000];
        for (int e = 0; e < totals.length; e++) {
            int mine = rng.bernoulli(a.start()) ? 0 : 1;
            int other = rng.bernoulli(b.start()) ? 0 : 1;
            totals[e] = DILEMMA.payoff(0, mine, other);
            while (rng.bernoulli(0.9)) { // going on with probability gamma is the same as discounting
                int nextMine = rng.bernoulli(a.probabilities()[1 + 2 * mine + other]) ? 0 : 1;
                int nextOther = rng.bernoulli(b.probabilities()[1 + 2 * other + mine]) ? 0 : 1;
                mine = nextMine;
                other = nextOther;
                totals[e] += DILEMMA.payoff(0, mine, other);
            }
        }
        double mean = Arrays.stream(totals).average().orElseThrow();
        double variance =
                Arrays.stream(totals).map(x -> (x - mean) * (x - mean)).sum() / (totals.length - 1);
        assertEquals(MemoryOneValue.of(DILEMMA, a, b, 0.9).total(0), mean, 4 * Math.sqrt(variance / totals.length));
    }

    @Test
    void cooperationIsTheShareOfRounds() {
        MemoryOneValue value = MemoryOneValue.of(DILEMMA, MemoryOne.titForTat(), MemoryOne.defect(), 0.9);
        assertEquals(0.1, value.cooperation(0), 1e-12);
        assertEquals(0, value.cooperation(1), 1e-12);
    }

    @Test
    void noiseMovesTowardsTheOtherMove() {
        assertArrayEquals(
                new double[] {0.9, 0.9, 0.1, 0.9, 0.1},
                MemoryOne.titForTat().noisy(0.1).probabilities(),
                1e-12);
    }

    @Test
    void badInputIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new MemoryOne(1, 1, 1, 1, 1.1));
        assertThrows(IllegalArgumentException.class, () -> MemoryOne.of(1, 0));
        assertThrows(IllegalArgumentException.class, () -> MemoryOne.titForTat().noisy(-0.1));
        MemoryOne tft = MemoryOne.titForTat();
        assertThrows(IllegalArgumentException.class, () -> MemoryOneValue.of(DILEMMA, tft, tft, 1));
        String message = assertThrows(
                        IllegalArgumentException.class, () -> MemoryOneValue.of(Games.climbing(), tft, tft, 0.9))
                .getMessage();
        assertTrue(message.contains("two actions"), message);
    }
}
