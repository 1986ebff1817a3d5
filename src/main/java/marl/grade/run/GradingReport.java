package marl.grade.run;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import marl.grade.intake.ReleasedNotebooks;
import marl.grade.intake.Student;
import marl.grade.mark.GradedSubmission;
import marl.grade.mark.MarkStatus;
import marl.grade.report.GradeBook;
import marl.grade.report.MarkChanges;
import marl.grade.report.ResultFiles;

/**
 * What a run ends with: the tables of all results in the folder, and a few lines for whoever waits.
 *
 * @param request what was asked for
 * @param released the released notebooks
 * @param files where marks go
 * @param out where the lines go
 */
record GradingReport(GradingRequest request, ReleasedNotebooks released, ResultFiles files, PrintStream out) {

    private static final int SHOWN = 5;

    /**
     * Writes and tells.
     *
     * @param results of this run, also those that were done before
     * @param before what was in the folder when it began
     * @param roster the class list
     * @param problems what could not be graded at all
     * @return the exit code
     */
    int finish(
            List<GradedSubmission> results,
            List<GradedSubmission> before,
            List<Student> roster,
            List<String> problems) {
        List<GradedSubmission> kept = before.stream()
                .filter(old -> results.stream().noneMatch(r -> samePlace(r, old)))
                .toList();
        List<GradedSubmission> all = new ArrayList<>(results);
        all.addAll(kept);
        all.sort(Comparator.comparing(GradedSubmission::student).thenComparing(GradedSubmission::lesson));
        GradeBook book = new GradeBook(all, roster, problems);
        files.write(book, notebooks());
        if (request.diff()) {
            List<GradedSubmission> then = before.stream()
                    .filter(old -> results.stream().anyMatch(r -> samePlace(r, old)))
                    .toList();
            out.print(MarkChanges.text(MarkChanges.between(then, results)));
        }
        problems.forEach(problem -> out.println("Note: " + problem));
        tellOf(kept);
        if (!book.missing().isEmpty()) {
            out.println("Not handed in: "
                    + String.join(", ", book.missing().stream().map(Student::id).toList()));
        }
        long faults = results.stream().filter(r -> r.has(MarkStatus.ERROR)).count();
        long reviews = results.stream().filter(r -> r.has(MarkStatus.REVIEW)).count();
        out.println(results.size() + " submissions graded; see " + request.out().resolve("summary.md") + ".");
        if (reviews > 0) {
            out.println(reviews + " of them need a look: search the summary for \"review\".");
        }
        if (faults > 0) {
            out.println(
                    faults + " of them could not be graded in full because the grader failed; they carry no mark for"
                            + " those parts. Run the same command again, and report it if it stays.");
        }
        return faults > 0 ? 1 : 0;
    }

    private void tellOf(List<GradedSubmission> kept) {
        if (kept.isEmpty()) {
            return;
        }
        String some = kept.stream()
                .limit(SHOWN)
                .map(old -> (old.student() + " " + old.lesson()).strip())
                .collect(Collectors.joining(", "));
        out.println("Note: the tables also hold " + kept.size() + " of earlier runs, not handed in this time: " + some
                + (kept.size() > SHOWN ? ", ..." : "") + ". Delete their files in "
                + request.out().resolve("results") + " to leave them out.");
    }

    private static boolean samePlace(GradedSubmission one, GradedSubmission other) {
        return one.student().equals(other.student())
                && one.lesson().equals(other.lesson())
                && (!one.lesson().isEmpty() || one.sha256().equals(other.sha256()));
    }

    private Map<String, String> notebooks() {
        Map<String, String> names = new HashMap<>();
        released.byLesson().forEach((lesson, master) -> names.put(lesson, master.name()));
        return names;
    }
}
