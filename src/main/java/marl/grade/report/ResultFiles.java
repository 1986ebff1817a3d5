package marl.grade.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import marl.grade.mark.GradedSubmission;
import marl.project.Project;
import marl.project.UserError;

/**
 * The folder that marks are written to.
 *
 * <pre>
 * results/STUDENT/LESSON.json      what was judged, see {@link ResultJson}; its presence says that a submission is done
 * feedback/STUDENT/LESSON.html     what the student gets
 * gradebook.csv  nbgrader.csv  junit.xml  summary.md
 * </pre>
 *
 * <p>STUDENT and LESSON are {@link SafeName}s. A file that could not be read has {@code unreadable-} and the start of its
 * hash in place of a lesson. Every file is written whole or not at all.
 *
 * @param out the folder; made when something is written
 */
public record ResultFiles(Path out) {

    /**
     * Results found in the folder.
     *
     * @param results by student, then by lesson
     * @param problems a sentence for each file that is no result of its place; it counts as absent
     */
    public record Stored(List<GradedSubmission> results, List<String> problems) {}

    /** Where the result of a submission is. */
    Path result(GradedSubmission submission) {
        return place("results", submission, ".json");
    }

    /** Where the page for the student is. */
    Path feedback(GradedSubmission submission) {
        return place("feedback", submission, ".html");
    }

    private Path place(String folder, GradedSubmission submission, String suffix) {
        String hash = submission
                .sha256()
                .substring(0, Math.min(12, submission.sha256().length()));
        String lesson = submission.lesson().isEmpty() ? "unreadable-" + hash : submission.lesson();
        return out.resolve(folder).resolve(SafeName.of(submission.student())).resolve(SafeName.of(lesson) + suffix);
    }

    /**
     * Writes one finished submission; its result last, so that a run that is killed leaves no result without feedback.
     *
     * @throws UserError if the folder cannot be written
     */
    public void write(GradedSubmission submission) {
        String json = ResultJson.write(submission);
        Project.write(feedback(submission), FeedbackPage.html(submission));
        Project.write(result(submission), json);
    }

    /**
     * Writes the tables of a run.
     *
     * @param book the results
     * @param notebooks names of notebooks by lesson, for example {@code 06-qmix}, which nbgrader calls assignments
     * @throws UserError if the folder cannot be written
     */
    public void write(GradeBook book, Map<String, String> notebooks) {
        Project.write(out.resolve("gradebook.csv"), GradebookCsv.text(book));
        Project.write(out.resolve("nbgrader.csv"), NbgraderCsv.text(book, notebooks));
        Project.write(out.resolve("junit.xml"), JUnitXml.text(book));
        Project.write(out.resolve("summary.md"), MarkdownSummary.text(book));
    }

    /**
     * Reads all results.
     *
     * @throws UserError if the folder itself cannot be read
     */
    public Stored read() {
        List<GradedSubmission> results = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (Path file : files()) {
            String name = "results/"
                    + out.resolve("results").relativize(file).toString().replace('\\', '/');
            try {
                GradedSubmission submission = ResultJson.read(Project.read(file));
                if (result(submission).equals(file)) {
                    results.add(submission);
                } else {
                    problems.add(name + " is the result of another submission; it is left out.");
                }
            } catch (IllegalArgumentException | UserError broken) {
                problems.add(name + " is left out. " + broken.getMessage());
            }
        }
        results.sort(Comparator.comparing(GradedSubmission::student)
                .thenComparing(GradedSubmission::lesson)
                .thenComparing(GradedSubmission::file));
        return new Stored(List.copyOf(results), List.copyOf(problems));
    }

    private List<Path> files() {
        Path folder = out.resolve("results");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.find(folder, 2, (file, about) -> about.isRegularFile())) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .filter(file -> !file.getFileName().toString().startsWith("."))
                    .sorted(Comparator.comparing(Path::toString))
                    .toList();
        } catch (IOException | java.io.UncheckedIOException broken) {
            throw UserError.unreadable(folder, broken);
        }
    }
}
