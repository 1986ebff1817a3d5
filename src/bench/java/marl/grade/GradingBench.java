package marl.grade;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import marl.grade.intake.AnswerReader;
import marl.grade.intake.ReadSubmission;
import marl.grade.intake.ReleasedNotebooks;
import marl.grade.intake.Submission;
import marl.grade.judge.CourseKey;
import marl.grade.judge.SubmissionGrader;
import marl.grade.sandbox.Isolations;
import marl.grade.sandbox.Limits;
import marl.grade.sandbox.WorkerFactory;
import marl.project.Project;

/** What the benchmarks of grading share: workers in the best isolation that works here, and a solved lesson 06. */
final class GradingBench implements AutoCloseable {

    final WorkerFactory workers =
            new WorkerFactory(Isolations.choose(java.util.Optional.empty(), true), Limits.standard());
    final SubmissionGrader grader;

    GradingBench() {
        workers.archive();
        grader = new SubmissionGrader(
                ReleasedNotebooks.in(new Project(Path.of("").toAbsolutePath())), CourseKey.fixed(1), workers);
    }

    ReadSubmission solved(String student) {
        try (Stream<Path> files = Files.list(Path.of("solutions"))) {
            Path file = files.filter(f -> f.getFileName().toString().startsWith("06-"))
                    .findFirst()
                    .orElseThrow();
            Submission submission = new Submission(student, file, student + ".ipynb");
            return new ReadSubmission(submission, AnswerReader.read(submission, grader.released()::exercises));
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    @Override
    public void close() {
        grader.close();
    }
}
