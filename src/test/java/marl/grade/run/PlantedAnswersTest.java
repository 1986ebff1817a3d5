package marl.grade.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import marl.grade.intake.AnswerReader;
import marl.grade.intake.Notebooks;
import marl.grade.intake.ReadSubmission;
import marl.grade.intake.ReleasedNotebooks;
import marl.grade.intake.Submission;
import marl.grade.judge.CourseKey;
import marl.grade.judge.SubmissionGrader;
import marl.grade.mark.ExerciseMark;
import marl.grade.mark.GradedSubmission;
import marl.grade.mark.MarkStatus;
import marl.grade.report.ResultJson;
import marl.grade.sandbox.Bubblewrap;
import marl.grade.sandbox.Limits;
import marl.grade.sandbox.Sandbox;
import marl.grade.sandbox.WorkerFactory;
import marl.project.Project;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What the notebooks' checks say of right and wrong answers holds for the grader: with secret cases, in the sandbox. */
@Tag("sandbox")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlantedAnswersTest {

    /** As in grading, but for the wall clock: one planted answer sleeps. */
    private static final Limits LIMITS =
            Limits.standard().within(Duration.ofSeconds(6), Duration.ofSeconds(15), Duration.ofSeconds(12));

    private static final Path WRONG = Path.of("src/test/resources/wrong");

    private final List<GradedSubmission> solved = new ArrayList<>();
    private final List<GradedSubmission> released = new ArrayList<>();
    private final Map<String, ExerciseMark> wrong = new TreeMap<>();

    @BeforeAll
    void grade(@TempDir Path folder) throws Exception {
        Sandbox.needed();
        ReleasedNotebooks masters = ReleasedNotebooks.in(new Project(Path.of("").toAbsolutePath()));
        ExecutorService two = Executors.newFixedThreadPool(2);
        try (SubmissionGrader grader =
                new SubmissionGrader(masters, CourseKey.fixed(7), new WorkerFactory(new Bubblewrap(), LIMITS))) {
            grader.archive();
            List<Future<GradedSubmission>> right = new ArrayList<>();
            List<Future<GradedSubmission>> stubs = new ArrayList<>();
            Map<String, Future<GradedSubmission>> planted = new TreeMap<>();
            for (String lesson : masters.byLesson().keySet()) {
                String text = Notebooks.solved(lesson);
                right.add(two.submit(() -> one(grader, folder, "solved-" + lesson, text)));
                String stub = Files.readString(Notebooks.file("notebooks", lesson));
                stubs.add(two.submit(() -> one(grader, folder, "stub-" + lesson, stub)));
                for (Map.Entry<String, String> notebook :
                        planted(masters.exercises(lesson), lesson).entrySet()) {
                    planted.put(
                            notebook.getKey(),
                            two.submit(() -> one(grader, folder, notebook.getKey(), notebook.getValue())));
                }
            }
            for (Future<GradedSubmission> one : right) {
                solved.add(one.get());
            }
            for (Future<GradedSubmission> one : stubs) {
                released.add(one.get());
            }
            for (Map.Entry<String, Future<GradedSubmission>> one : planted.entrySet()) {
                for (ExerciseMark mark : one.getValue().get().exercises()) {
                    if (tries(mark)) {
                        wrong.put(one.getKey() + " " + mark.id(), mark);
                    }
                }
            }
        } finally {
            two.shutdownNow();
        }
    }

    private static boolean tries(ExerciseMark mark) {
        return mark.parts().stream().anyMatch(part -> part.status() != MarkStatus.UNSOLVED);
    }

    /** The first notebook holds the first wrong answer of every exercise, the second the second, and so on. */
    private static Map<String, String> planted(List<String> exercises, String lesson) throws IOException {
        Map<String, Map<String, String>> answers = new TreeMap<>();
        for (String exercise : exercises) {
            try (Stream<Path> files = Files.list(WRONG)) {
                List<Path> sorted = files.filter(f -> f.getFileName().toString().startsWith(exercise + "-"))
                        .sorted()
                        .toList();
                for (int k = 0; k < sorted.size(); k++) {
                    answers.computeIfAbsent("wrong-" + lesson + "-" + k, n -> new TreeMap<>())
                            .put(exercise, Files.readString(sorted.get(k)));
                }
            }
        }
        Map<String, String> notebooks = new TreeMap<>();
        for (Map.Entry<String, Map<String, String>> one : answers.entrySet()) {
            notebooks.put(one.getKey(), Notebooks.answered(lesson, one.getValue(), true));
        }
        return notebooks;
    }

    private static GradedSubmission one(SubmissionGrader grader, Path folder, String student, String notebook)
            throws IOException {
        Path file = folder.resolve(student + ".ipynb");
        Files.writeString(file, notebook);
        Submission submission = new Submission(student, file, student + ".ipynb");
        return grader.grade(
                new ReadSubmission(submission, AnswerReader.read(submission, grader.released()::exercises)));
    }

    @Test
    void theSolutionsEarnEverything() {
        for (GradedSubmission result : solved) {
            assertEquals(result.max(), result.points(), ResultJson.write(result));
        }
    }

    @Test
    void theReleasedNotebooksEarnNothingAndAreCalledUnsolved() {
        for (GradedSubmission result : released) {
            assertEquals(0, result.points());
            assertTrue(
                    result.exercises().stream()
                            .flatMap(e -> e.parts().stream())
                            .allMatch(part -> part.status() == MarkStatus.UNSOLVED),
                    ResultJson.write(result));
        }
    }

    @Test
    void everyPlantedWrongAnswerLosesPoints() throws IOException {
        try (Stream<Path> files = Files.list(WRONG)) {
            long inLessons = files.filter(f -> !f.getFileName().toString().startsWith("98"))
                    .count();
            assertEquals(inLessons, wrong.size(), "every wrong answer was graded");
        }
        wrong.forEach((name, mark) -> assertTrue(mark.points() < mark.max(), name + ": " + mark));
    }

    @Test
    void noWrongAnswerIsBlamedOnTheGrader() {
        wrong.forEach((name, mark) -> assertFalse(mark.has(MarkStatus.ERROR), name + ": " + mark));
    }

    @Test
    void everyWrongAnswerIsTold() {
        wrong.forEach((name, mark) -> mark.parts().stream()
                .filter(part -> part.status() != MarkStatus.PASS)
                .forEach(part -> assertFalse(part.message().isBlank(), name + ": " + part)));
    }
}
