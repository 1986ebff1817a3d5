package marl.grade.report;

import static marl.grade.report.PlainText.number;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import marl.grade.intake.Student;
import marl.grade.mark.ExerciseMark;
import marl.grade.mark.GradedSubmission;
import marl.grade.mark.MarkStatus;
import marl.grade.mark.PartMark;

/** A run on a page for the instructor: who has which marks, what needs a person, how each exercise went. */
final class MarkdownSummary {

    private static final String NOTHING = "\u2013";

    private final StringBuilder page = new StringBuilder("# Marks\n\n");

    private final GradeBook book;

    private final GradeTable table;

    private MarkdownSummary(GradeBook book) {
        this.book = book;
        this.table = new GradeTable(book);
    }

    /** The text of {@code summary.md}. */
    static String text(GradeBook book) {
        MarkdownSummary summary = new MarkdownSummary(book);
        summary.marks();
        summary.needsAPerson();
        summary.exercises();
        return summary.page.toString();
    }

    private void marks() {
        List<String> header = new ArrayList<>(List.of("student", "name"));
        table.lessons().forEach(lesson -> header.add("lesson " + escape(lesson)));
        header.add("total");
        row(header);
        page.append("|---|---|").append("---:|".repeat(header.size() - 2)).append('\n');
        for (Student student : table.students()) {
            List<String> cells = new ArrayList<>(List.of(escape(student.id()), escape(student.name())));
            for (String lesson : table.lessons()) {
                Optional<GradedSubmission> result = table.result(student, lesson);
                cells.add(result.map(MarkdownSummary::marks).orElse(NOTHING));
            }
            String total = number(table.total(student)) + " of " + number(table.max());
            cells.add(table.missing(student) ? NOTHING : total);
            row(cells);
        }
    }

    private static String marks(GradedSubmission result) {
        List<String> flags = GradeTable.flags(result);
        return number(result.points()) + " of " + number(result.max())
                + (flags.isEmpty() ? "" : " (" + String.join(", ", flags) + ")");
    }

    private void needsAPerson() {
        page.append("\n## Needs a person\n\n");
        int before = page.length();
        book.problems().forEach(problem -> item("Not graded: " + escape(problem)));
        for (GradedSubmission result : book.results()) {
            String who = escape(result.student()) + ", ";
            if (result.lesson().isEmpty()) {
                String notes = String.join(" ", result.notes());
                item("File " + escape(result.file()) + " could not be read: " + escape(notes));
            }
            for (ExerciseMark exercise : result.exercises()) {
                for (PartMark part : exercise.parts()) {
                    String what = who + escape(part.id()) + " " + escape(part.name()) + ": " + escape(part.message());
                    if (part.status() == MarkStatus.ERROR) {
                        item("The grader failed, mark it again: " + what);
                    } else if (part.status() == MarkStatus.REVIEW) {
                        item("Please decide: " + what);
                    }
                }
            }
        }
        for (Student student : table.students()) {
            if (table.missing(student)) {
                item("Nothing handed in: " + escape(student.id()));
            } else if (!book.roster().isEmpty() && !book.roster().contains(student)) {
                item("Not on the class list: " + escape(student.id()));
            }
        }
        page.append(page.length() == before ? "Nothing.\n" : "");
    }

    private void exercises() {
        Map<String, List<ExerciseMark>> exercises = new TreeMap<>();
        for (GradedSubmission result : book.results()) {
            for (ExerciseMark exercise : result.exercises()) {
                exercises
                        .computeIfAbsent(exercise.id(), id -> new ArrayList<>())
                        .add(exercise);
            }
        }
        page.append("\n## Exercises\n\n");
        row(List.of("exercise", "title", "solved", "tried", "submissions"));
        page.append("|---|---|---:|---:|---:|\n");
        exercises.forEach((id, marks) -> {
            long solved = marks.stream().filter(m -> all(m, MarkStatus.PASS)).count();
            long tried =
                    marks.stream().filter(m -> !all(m, MarkStatus.UNSOLVED)).count();
            String title = escape(marks.get(0).title());
            row(List.of(escape(id), title, "" + solved, "" + tried, "" + marks.size()));
        });
    }

    private static boolean all(ExerciseMark mark, MarkStatus status) {
        return mark.parts().stream().allMatch(part -> part.status() == status);
    }

    private void row(List<String> cells) {
        page.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }

    private void item(String text) {
        page.append("- ").append(text).append('\n');
    }

    /** A text on one line in which Markdown and HTML see no signs of theirs; a bar must not even be escaped by one. */
    private static String escape(String text) {
        StringBuilder escaped = new StringBuilder();
        for (char c : PlainText.line(text, 300).toCharArray()) {
            if ("\\`|<>&".indexOf(c) >= 0) {
                escaped.append("&#").append((int) c).append(';');
            } else {
                escaped.append("*_[]#~!$".indexOf(c) >= 0 ? "\\" : "").append(c);
            }
        }
        return escaped.toString();
    }
}
