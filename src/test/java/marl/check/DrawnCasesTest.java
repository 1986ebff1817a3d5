package marl.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import marl.exercise.Cases;
import marl.exercise.Checks;
import marl.exercise.Part;
import org.junit.jupiter.api.Test;

/** A grader's secret seed must change what an answer is asked, or the notebook's cases could be learnt by heart. */
class DrawnCasesTest {

    /** Far apart: generators of neighbouring seeds draw the same numbers, one step later. */
    private static final List<Long> SEEDS = List.of(1L, 977L, -52_806_113L);

    /**
     * The parts that ask the same whatever the seed: values known from theory or from the lesson, spoilt arrays, everything
     * there is to ask (12-4).
     */
    private static final Map<String, List<String>> FIXED = new TreeMap<>(Map.ofEntries(
            Map.entry("00-1", List.of("the first reward")),
            Map.entry("00-3", List.of("exploring reaches every arm")),
            Map.entry("01-1", List.of("a constant sum that is not 0")),
            Map.entry("01-2", List.of("all of several")),
            Map.entry("01-3", List.of("known values")),
            Map.entry("01-4", List.of("win = 1 and win = 2")),
            Map.entry("03-1", List.of("the climbing game")),
            Map.entry("03-2", List.of("the penalty game of the lesson")),
            Map.entry("04-2", List.of("the climbing game")),
            Map.entry("04-3", List.of("three agents")),
            Map.entry("05-2", List.of("the lesson's table")),
            Map.entry("06-4", List.of("a table of your own that the best fit misses")),
            Map.entry(
                    "06-5", List.of("a table of your own that the best fit misses", "and picks a worse joint action")),
            Map.entry("10-1", List.of("rock-paper-scissors")),
            Map.entry("12-1", List.of("tit-for-tat and always defect")),
            Map.entry("12-4", List.of("each sees with its own eyes")),
            Map.entry("98-1", List.of("known values"))));

    /** These ask for a table, and hand over nothing. */
    private static final List<String> WITHOUT_INPUT = List.of("06-4", "06-5");

    private static <T> boolean isFixed(Checks<T> checks, Part<T> part) {
        List<Long> digests = SEEDS.stream()
                .map(seed -> {
                    Recorder recorder = new Recorder();
                    T answer = recorder.listenTo(checks.exercise().contract(), Solutions.of(checks.exercise()));
                    try {
                        part.body().run(answer, new Cases(seed, 20));
                    } catch (Recorder.EnoughException enough) {
                        // The solution passes; AnswersTest says so.
                    } catch (Exception wrong) {
                        throw new AssertionError(checks.exercise().id() + " " + part.name(), wrong);
                    }
                    return recorder.digest();
                })
                .toList();
        return digests.stream().distinct().count() == 1;
    }

    private static <T> List<Part<T>> fixed(Checks<T> checks) {
        return checks.parts().stream().filter(part -> isFixed(checks, part)).toList();
    }

    @Test
    void onlyKnownPartsAskTheSameWhateverTheSeed() {
        Map<String, List<String>> found = new TreeMap<>();
        AnyAnswerTest.allChecks().forEach(checks -> {
            List<String> names = fixed(checks).stream().map(Part::name).collect(Collectors.toList());
            if (!names.isEmpty()) {
                found.put(checks.exercise().id(), names);
            }
        });
        assertEquals(FIXED, found);
    }

    @Test
    void noExerciseGivesMoreThanHalfItsPointsForThem() {
        AnyAnswerTest.allChecks()
                .filter(checks -> !WITHOUT_INPUT.contains(checks.exercise().id()))
                .forEach(checks -> {
                    double points =
                            fixed(checks).stream().mapToDouble(Part::points).sum();
                    assertTrue(
                            points <= checks.exercise().points() / 2,
                            checks.exercise().id() + " gives " + points + " points for inputs that never change");
                });
    }
}
