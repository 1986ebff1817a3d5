package marl.game;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.IntStream;
import marl.random.Rng;
import org.junit.jupiter.api.Test;

class NaiveLearnersTest {
    private static final MatrixGame LOSSES =
            MatrixGame.symmetric("losses", new String[] {"C", "D"}, new double[][] {{-1, -3}, {0, -2}});

    /** One and ten steps to 1e-9; two hundred only to 1e-3, because rounding grows along the way. */
    @Test
    void learnersGoWhereTheRecordedOnesWent() {
        for (JsonNode run : MemoryOneValueTest.recorded().get("training")) {
            for (int steps : new int[] {1, 10, 200}) {
                NaiveLearners pair = new NaiveLearners(
                                LOSSES,
                                0.96,
                                MemoryOneValueTest.numbers(run.get("t1")),
                                MemoryOneValueTest.numbers(run.get("t2")))
                        .learn(steps, run.get("delta").asDouble());
                JsonNode end = run.get("naive_" + steps);
                double tolerance = steps == 200 ? 1e-3 : 1e-9;
                assertArrayEquals(MemoryOneValueTest.numbers(end.get("t1")), pair.logits(0), tolerance);
                assertArrayEquals(MemoryOneValueTest.numbers(end.get("t2")), pair.logits(1), tolerance);
                assertEquals(end.get("per_step_V1").asDouble(), pair.value().perRound(0), tolerance);
            }
        }
    }

    /** From random starts they all end in defection: at most -1.95 a round after 200 steps, where -2 is always defect. */
    @Test
    void naiveLearnersEndInDefection() {
        for (int seed = 0; seed < 20; seed++) {
            Rng rng = Rng.of(seed);
            double[] a = IntStream.range(0, 5).mapToDouble(k -> rng.gaussian()).toArray();
            double[] b = IntStream.range(0, 5).mapToDouble(k -> rng.gaussian()).toArray();
            MemoryOneValue end =
                    new NaiveLearners(LOSSES, 0.96, a, b).learn(200, 1).value();
            assertEquals(-2, (end.perRound(0) + end.perRound(1)) / 2, 0.05, "seed " + seed);
        }
    }

    @Test
    void badInputIsRefused() {
        double[] five = new double[5];
        assertThrows(IllegalArgumentException.class, () -> new NaiveLearners(LOSSES, 0.96, five, new double[4]));
        assertThrows(IllegalArgumentException.class, () -> new NaiveLearners(LOSSES, 1, five, five));
        assertThrows(IllegalArgumentException.class, () -> new NaiveLearners(Games.climbing(), 0.9, five, five));
        assertThrows(IllegalArgumentException.class, () -> new NaiveLearners(LOSSES, 0.9, five, five).learn(1, 0));
    }
}
