package marl.env;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import marl.random.Rng;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParticleGameTest extends MarkovGameContract {
    /** Sums of 25 steps in double, in another order than the original's: far below this. */
    private static final double TOLERANCE = 1e-9;

    @Override
    protected MarkovGame game() {
        return ParticleGame.spread(3);
    }

    @Override
    protected boolean stochastic() {
        return true;
    }

    @ParameterizedTest
    @CsvSource({"spread", "tag", "speaker-listener"})
    void trajectoriesAreThoseOfTheReferenceImplementation(String name) throws IOException {
        for (JsonNode episode : recorded(name).get("episodes")) {
            ParticleGame game = named(name);
            double[][] seen = game.begin(
                    matrix(episode.get("places")), episode.get("goal").asInt());
            assertRows(episode.get("first"), seen);
            int t = 0;
            for (JsonNode expected : episode.get("steps")) {
                Step step = game.step(JointAction.of(Arrays.stream(row(expected.get("actions")))
                        .mapToInt(x -> (int) x)
                        .toArray()));
                assertArrayEquals(row(expected.get("rewards")), step.rewards(), TOLERANCE, name + " step " + t);
                assertRows(expected.get("observations"), step.observations());
                assertEquals(++t == 25, step.truncated());
            }
        }
    }

    private static ParticleGame named(String name) {
        return switch (name) {
            case "spread" -> ParticleGame.spread(3);
            case "tag" -> ParticleGame.tag();
            default -> ParticleGame.speakerListener();
        };
    }

    private static JsonNode recorded(String name) throws IOException {
        try (InputStream in = ParticleGameTest.class.getResourceAsStream("/env/mpe-" + name + ".json")) {
            return new ObjectMapper().readTree(in);
        }
    }

    private static double[] row(JsonNode list) {
        double[] numbers = new double[list.size()];
        Arrays.setAll(numbers, i -> list.get(i).asDouble());
        return numbers;
    }

    private static double[][] matrix(JsonNode rows) {
        double[][] all = new double[rows.size()][];
        Arrays.setAll(all, i -> row(rows.get(i)));
        return all;
    }

    private static void assertRows(JsonNode expected, double[][] rows) {
        assertEquals(expected.size(), rows.length);
        for (int i = 0; i < rows.length; i++) {
            assertArrayEquals(row(expected.get(i)), rows[i], TOLERANCE);
        }
    }

    /** Numbers of the reference implementation for a start with agents 0 and 1 in touch, kept apart from the files. */
    @Test
    void aContactAtTheStartPushesBothApart() {
        ParticleGame game = ParticleGame.spread(3);
        game.begin(new double[][] {{0, 0}, {.25, .05}, {-.4, .3}, {.5, .5}, {-.5, .25}, {0, -.75}}, 0);
        double[] totals = new double[3];
        for (int t = 0; t < 25; t++) {
            int[] acts = new int[3];
            for (int i = 0; i < 3; i++) {
                acts[i] = (t * (i + 1) + i) % 5;
            }
            Step step = game.step(JointAction.of(acts));
            if (t == 0) {
                assertEquals(-0.441742027073, step.observations()[0][0], 1e-11);
                assertEquals(-1.188292452962, step.rewards()[0], 1e-11);
                assertEquals(-0.688292452962, step.rewards()[2], 1e-11);
            }
            for (int i = 0; i < 3; i++) {
                totals[i] += step.rewards()[i];
            }
        }
        assertArrayEquals(new double[] {-19.471350885889, -18.971350885889, -18.471350885889}, totals, TOLERANCE);
    }

    /** Published means of 2,000 episodes: three standard errors of both means together. */
    @ParameterizedTest
    @CsvSource({"3, true, -26.40, .18", "3, false, -24.48, .19", "2, true, -21.2, .17"})
    void untrainedReturnsAreThoseOfTheReference(int agents, boolean random, double mean, double error) {
        ParticleGame game = ParticleGame.spread(agents);
        Rng rng = Rng.of(1);
        int episodes = 2_000;
        double sum = 0;
        double squares = 0;
        for (int e = 0; e < episodes; e++) {
            game.reset(e);
            double total = 0;
            boolean over = false;
            while (!over) {
                int[] acts = new int[agents];
                if (random) {
                    Arrays.setAll(acts, i -> rng.below(5));
                }
                Step step = game.step(JointAction.of(acts));
                total += Arrays.stream(step.rewards()).average().orElseThrow();
                over = step.over();
            }
            sum += total;
            squares += total * total;
        }
        double own = sum / episodes;
        double ownError = Math.sqrt((squares / episodes - own * own) / episodes);
        assertEquals(mean, own, 3 * Math.hypot(error, ownError));
    }

    @Test
    void controlsOfOneAndZeroAreTheNumberedActions() {
        ParticleGame numbered = ParticleGame.spread(2);
        ParticleGame controlled = ParticleGame.spread(2).continuous();
        assertTrue(Arrays.deepEquals(numbered.reset(3), controlled.reset(3)));
        for (int t = 0; t < 25; t++) {
            double[][] controls = new double[2][5];
            controls[0][t % 5] = 1;
            controls[1][(2 * t) % 5] = 1;
            Step a = numbered.step(JointAction.of(t % 5, (2 * t) % 5));
            Step b = controlled.step(JointAction.of(controls));
            assertEquals(a, b);
        }
    }

    @Test
    void aHalfControlPushesHalfAsMuch() {
        ParticleGame game = ParticleGame.spread(1).continuous();
        game.begin(new double[][] {{0, 0}, {1, 1}}, 0);
        Step step = game.step(JointAction.of(new double[] {0, .25, .75, 0, .1}));
        assertEquals(0.5 * 5 * 0.1, step.observations()[0][0], 1e-15);
        assertEquals(0.1 * 5 * 0.1, step.observations()[0][1], 1e-15);
    }

    @Test
    void agentsOnOneSpotArePushedApartAndNothingIsNaN() {
        ParticleGame game = ParticleGame.spread(2);
        game.begin(new double[][] {{.1, .2}, {.1, .2}, {0, 0}, {1, 1}}, 0);
        Step step = game.step(JointAction.of(0, 0));
        assertTrue(step.observations()[0][0] > 0, "the one of lower number goes right");
        assertEquals(-step.observations()[0][0], step.observations()[1][0]);
        assertEquals(0, step.observations()[0][1]);
    }

    @Test
    void aWordIsHeardInTheObservationOfTheSameStep() {
        ParticleGame game = ParticleGame.speakerListener();
        game.reset(5);
        Step step = game.step(JointAction.of(2, 0));
        assertArrayEquals(new double[] {0, 0, 1}, Arrays.copyOfRange(step.observations()[1], 8, 11));
    }

    @Test
    void badInputIsRefusedInASentence() {
        assertThrows(IllegalArgumentException.class, () -> ParticleGame.spread(0));
        assertThrows(IllegalArgumentException.class, () -> ParticleGame.spread(2, 1.5));
        assertThrows(
                IllegalArgumentException.class, () -> ParticleGame.spread(2).steps(0));
        ParticleGame game = ParticleGame.spread(1);
        assertThrows(IllegalArgumentException.class, () -> game.begin(new double[][] {{0, 0}}, 0));
        assertThrows(IllegalArgumentException.class, () -> game.begin(new double[][] {{0, Double.NaN}, {0, 0}}, 0));
        assertThrows(IllegalArgumentException.class, () -> game.begin(new double[][] {{0, 0}, {0, 0}}, 1));
        ParticleGame controlled = game.continuous();
        controlled.reset(0);
        assertThrows(
                IllegalArgumentException.class,
                () -> controlled.step(JointAction.of(new double[] {0, 0, Double.NaN, 0, 0})));
        assertThrows(
                IllegalArgumentException.class, () -> controlled.step(JointAction.of(new double[] {0, 0, 1.1, 0, 0})));
    }
}
