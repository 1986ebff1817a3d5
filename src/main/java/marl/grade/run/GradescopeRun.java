package marl.grade.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import marl.grade.intake.AnswerReader;
import marl.grade.intake.ReadSubmission;
import marl.grade.intake.ReleasedNotebooks;
import marl.grade.intake.Submission;
import marl.grade.judge.SubmissionGrader;
import marl.grade.mark.GradedSubmission;
import marl.grade.mark.MarkStatus;
import marl.grade.report.GradescopeResults;
import marl.grade.sandbox.Isolation;
import marl.grade.sandbox.Isolations;
import marl.grade.sandbox.Limits;
import marl.grade.sandbox.WorkerFactory;
import marl.project.Project;
import marl.project.UserError;

/** Grades the one submission that a Gradescope container holds, and leaves {@code results.json} behind. */
public final class GradescopeRun {

    private static final String METADATA = "submission_metadata.json";

    private GradescopeRun() {}

    /**
     * Grades.
     *
     * @param project the course, as the archive brought it
     * @param request the folder of the submission, and how to grade
     * @param lesson the assignment's lesson; if it is not given, the submission's first
     * @param results where {@code results.json} goes
     * @param out for the instructor
     * @return 0, or 1 if the grader failed
     */
    public static int run(
            Project project, GradingRequest request, Optional<String> lesson, Path results, PrintStream out) {
        ReleasedNotebooks released = ReleasedNotebooks.in(project);
        Isolation isolation = Isolations.choose(request.image(), request.unsafe());
        out.println("Students' code runs in: " + isolation.title() + ".");
        String student = student(request.folder());
        GradedSubmission result;
        try (SubmissionGrader grader =
                new SubmissionGrader(released, request.key(), new WorkerFactory(isolation, Limits.standard()))) {
            result = readSubmissions(request.folder(), student, released).stream()
                    .filter(h -> lesson.isEmpty() || h.submitted().lesson().equals(lesson.get()))
                    .findFirst()
                    .map(grader::grade)
                    .orElseGet(() -> nothing(student, lesson, isolation));
        }
        Project.write(results.toAbsolutePath(), GradescopeResults.text(result));
        return result.has(MarkStatus.ERROR) ? 1 : 0;
    }

    /** Who handed in: the address of the first of those who did, or the submission's number. */
    private static String student(Path folder) {
        Path file = folder.toAbsolutePath().getParent().resolve(METADATA);
        if (!Files.isRegularFile(file)) {
            return "student";
        }
        try {
            JsonNode metadata = new ObjectMapper().readTree(file.toFile());
            String address = metadata.path("users").path(0).path("email").asText();
            return address.isEmpty() ? metadata.path("id").asText("student") : address;
        } catch (IOException broken) {
            throw UserError.unreadable(file, broken);
        }
    }

    private static List<ReadSubmission> readSubmissions(Path folder, String student, ReleasedNotebooks released) {
        List<ReadSubmission> all = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder, 8)) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(f -> !Files.isSymbolicLink(f) && f.toString().endsWith(".ipynb"))
                    .filter(f -> !f.toString().contains(".ipynb_checkpoints"))
                    .sorted()
                    .toList()) {
                String name = folder.relativize(file).toString().replace('\\', '/');
                Submission submission = new Submission(student, file, name);
                all.add(new ReadSubmission(submission, AnswerReader.read(submission, released::exercises)));
            }
        } catch (IOException broken) {
            throw UserError.unreadable(folder, broken);
        }
        return ReadSubmission.counting(all);
    }

    private static GradedSubmission nothing(String student, Optional<String> lesson, Isolation isolation) {
        String note = "There is no notebook"
                + lesson.map(number -> " of lesson " + number).orElse(" of this course")
                + " in the submission: hand in the .ipynb file that you worked in.";
        return new GradedSubmission(student, "", "", "", "", "", "", isolation.title(), List.of(note), List.of());
    }
}
