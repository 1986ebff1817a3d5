package marl.grade.report;

import static marl.grade.report.CsvText.cell;
import static marl.grade.report.PlainText.number;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import marl.grade.intake.Student;
import marl.grade.mark.GradedSubmission;

/**
 * The gradebook: a row for each student, two columns for each lesson that somebody handed in.
 *
 * <p>The class list comes first, in its order, then everybody else by id. Names and addresses have columns only if there
 * is a class list. What was not handed in has empty cells, so that it is no mark of 0; the last column says so in words.
 * The total counts what was handed in, its maximum all lessons of the table. Points of a lesson with the flag
 * {@code error} or {@code review} are not final.
 */
final class GradebookCsv {

    private GradebookCsv() {}

    /** The text of {@code gradebook.csv}. */
    static String text(GradeBook book) {
        GradeTable table = new GradeTable(book);
        boolean names = !book.roster().isEmpty();
        List<List<String>> rows = new ArrayList<>();
        rows.add(header(table, names));
        table.students().forEach(student -> rows.add(row(table, student, names)));
        return CsvText.of(rows);
    }

    private static List<String> header(GradeTable table, boolean names) {
        List<String> header = new ArrayList<>(names ? List.of("student", "name", "email") : List.of("student"));
        for (String lesson : table.lessons()) {
            header.add("lesson " + PlainText.visible(lesson));
            header.add("lesson " + PlainText.visible(lesson) + " max");
        }
        header.addAll(List.of("total", "max", "flags"));
        return header;
    }

    private static List<String> row(GradeTable table, Student student, boolean names) {
        List<String> row = new ArrayList<>();
        row.add(cell(student.id()));
        if (names) {
            row.add(cell(student.name()));
            row.add(cell(student.email()));
        }
        for (String lesson : table.lessons()) {
            Optional<GradedSubmission> result = table.result(student, lesson);
            row.add(result.map(r -> number(r.points())).orElse(""));
            row.add(result.map(r -> number(r.max())).orElse(""));
        }
        boolean missing = table.missing(student);
        row.add(missing ? "" : number(table.total(student)));
        row.add(missing ? "" : number(table.max()));
        row.add(cell(table.flags(student)));
        return row;
    }
}
