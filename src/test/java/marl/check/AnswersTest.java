package marl.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import marl.course.text.Cell;
import marl.course.text.Lesson;
import marl.exercise.CheckCatalogue;
import marl.exercise.Checks;
import marl.exercise.Exercise;
import marl.exercise.Status;
import marl.exercise.Verdict;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The checks themselves are checked, in JShell as students use it: the lesson's own solution earns everything, the stub
 * is refused kindly, and every planted wrong answer under {@code src/test/resources/wrong} loses points.
 */
class AnswersTest {

    private static final Path WRONG = Path.of("src/test/resources/wrong");

    @TestFactory
    Stream<DynamicNode> everyExercise() throws IOException {
        Map<String, Exercise<?>> exercises = new LinkedHashMap<>();
        for (CheckCatalogue catalogue : java.util.ServiceLoader.load(CheckCatalogue.class)) {
            for (Checks<?> checks : catalogue.checks()) {
                exercises.put(checks.exercise().id(), checks.exercise());
            }
        }
        List<DynamicNode> nodes = new ArrayList<>();
        for (Lesson lesson : Solutions.lessons()) {
            nodes.addAll(lesson(lesson, exercises));
        }
        assertEquals(Map.of(), exercises, "exercises that no lesson has");
        return nodes.stream();
    }

    private static List<DynamicNode> lesson(Lesson lesson, Map<String, Exercise<?>> exercises) throws IOException {
        AnswerShell shell = new AnswerShell();
        List<DynamicNode> nodes = new ArrayList<>();
        for (Cell answer : lesson.cells()) {
            if (answer.kind() == Cell.Kind.ANSWER) {
                Exercise<?> exercise = exercises.remove(answer.exercise());
                Cell check = Solutions.check(lesson, answer.exercise());
                nodes.add(DynamicContainer.dynamicContainer(
                        answer.exercise(), tests(shell, exercise, answer, check.source())));
            }
        }
        return nodes;
    }

    private static List<DynamicTest> tests(AnswerShell shell, Exercise<?> exercise, Cell answer, String check)
            throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        tests.add(DynamicTest.dynamicTest("the solution earns everything", () -> {
            Verdict verdict = shell.judge(answer.solvedSource(), check);
            assertTrue(verdict.solved(), verdict.text());
            assertEquals(exercise.points(), verdict.points());
            assertEquals(List.of(), exercise.forbiddenIn(answer.solvedSource()));
        }));
        tests.add(DynamicTest.dynamicTest("the stub is refused kindly", () -> {
            Verdict verdict = shell.judge(answer.studentSource(), check);
            assertTrue(verdict.unsolved(), verdict.text());
            assertEquals("0.0", verdict.toString());
        }));
        List<Path> wrong = wrong(exercise.id());
        assertTrue(wrong.size() >= 3, exercise.id() + " needs at least three planted wrong answers");
        for (Path file : wrong) {
            String source = Files.readString(file);
            tests.add(DynamicTest.dynamicTest(file.getFileName().toString(), () -> {
                if (file.getFileName().toString().endsWith("-calls-library.jshell")) {
                    assertFalse(exercise.forbiddenIn(source).isEmpty(), "the library's own answer must be forbidden");
                    return;
                }
                Verdict verdict = shell.judge(source, check);
                assertFalse(verdict.solved(), "a wrong answer earned full marks");
                assertTrue(
                        verdict.parts().stream().anyMatch(p -> p.status() == Status.FAIL),
                        "a wrong answer must meet a counter-example: " + verdict.text());
            }));
        }
        return tests;
    }

    private static List<Path> wrong(String id) throws IOException {
        try (Stream<Path> files = Files.list(WRONG)) {
            return files.filter(f -> f.getFileName().toString().startsWith(id + "-"))
                    .sorted()
                    .toList();
        }
    }
}
