package marl.grade.report;

import static marl.grade.report.CsvText.cell;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import marl.grade.intake.Student;
import marl.grade.mark.GradedSubmission;

/**
 * The table that {@code nbgrader export} writes, for everything that already reads it.
 *
 * <p>As there: a row for each assignment and student, in this order; numbers as Python prints them; who handed nothing
 * in has 0.0; what is not known (due date, time of submission) is empty. Two things are done differently. Cells with
 * commas are quoted. And where a mark is still to come, because the grader failed on a part or a person must decide,
 * both scores are empty: a program that reads the file must not take the points so far for the mark.
 *
 * <p>A name is split at its first comma, family name first; without a comma the last word is the family name.
 */
final class NbgraderCsv {

    /** The columns of nbgrader's own export. */
    static final List<String> COLUMNS = List.of(
            "assignment",
            "duedate",
            "timestamp",
            "student_id",
            "last_name",
            "first_name",
            "email",
            "raw_score",
            "late_submission_penalty",
            "score",
            "max_score");

    private NbgraderCsv() {}

    /**
     * The text of {@code nbgrader.csv}.
     *
     * @param book the results
     * @param notebooks names of assignments by lesson, for example {@code 06-qmix}; a lesson without one is named by its
     *     number
     */
    static String text(GradeBook book, Map<String, String> notebooks) {
        GradeTable table = new GradeTable(book);
        List<List<String>> rows = new ArrayList<>();
        rows.add(COLUMNS);
        for (String lesson : table.lessons()) {
            for (Student student : table.students()) {
                List<String> row = new ArrayList<>(List.of(cell(notebooks.getOrDefault(lesson, lesson)), "", ""));
                row.add(cell(student.id()));
                row.add(cell(lastName(student.name())));
                row.add(cell(firstName(student.name())));
                row.add(cell(student.email()));
                Optional<GradedSubmission> result = table.result(student, lesson);
                String score = result.map(NbgraderCsv::score).orElse("0.0");
                row.addAll(List.of(score, "0.0", score, number(table.max(lesson))));
                rows.add(row);
            }
        }
        return CsvText.of(rows);
    }

    private static String score(GradedSubmission result) {
        return GradeTable.open(result) ? "" : number(result.points());
    }

    private static String number(double points) {
        return Double.toString(PlainText.rounded(points));
    }

    /** The family name; empty if the name is. */
    static String lastName(String name) {
        String trimmed = name.strip();
        int comma = trimmed.indexOf(',');
        return comma >= 0
                ? trimmed.substring(0, comma).strip()
                : trimmed.substring(trimmed.lastIndexOf(' ') + 1).strip();
    }

    /** The other names; empty if there is one word only. */
    static String firstName(String name) {
        String trimmed = name.strip();
        int comma = trimmed.indexOf(',');
        return comma >= 0
                ? trimmed.substring(comma + 1).strip()
                : trimmed.substring(0, trimmed.lastIndexOf(' ') + 1).strip();
    }
}
