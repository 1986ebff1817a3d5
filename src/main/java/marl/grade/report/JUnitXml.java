package marl.grade.report;

import java.util.List;
import marl.grade.mark.ExerciseMark;
import marl.grade.mark.GradedSubmission;
import marl.grade.mark.MarkStatus;
import marl.grade.mark.PartMark;

/**
 * Marks as a JUnit report, for continuous integration: a test suite for each submission, a test case for each part.
 *
 * <p>A wrong answer, a limit and a crash of the student's code are failures, a failure of the grader is an error, and
 * what was not solved or waits for a person is skipped. A file that could not be read, and what could not be graded at
 * all, are cases with an error, since a suite without cases would look like success.
 *
 * <p>The report fits the schema of Ant's reports and that of Jenkins' xUnit plugin. Ant's wants a time and a date; there
 * is no clock in grading, so they are 0 and the first second of 1970.
 */
final class JUnitXml {

    private final XmlText xml = new XmlText();

    private int suites;

    private JUnitXml() {}

    /** The text of {@code junit.xml}. */
    static String text(GradeBook book) {
        JUnitXml report = new JUnitXml();
        report.xml.open("testsuites");
        book.results().forEach(report::suite);
        if (!book.problems().isEmpty()) {
            report.problems(book.problems());
        }
        report.xml.close("");
        return report.xml.end();
    }

    private void problems(List<String> problems) {
        openSuite("grading", problems.size(), 0, problems.size(), 0);
        xml.open("properties");
        xml.close("");
        problems.forEach(problem -> testCase("grading", "could not be graded", "error", "problem", problem, ""));
        closeSuite("");
    }

    private void suite(GradedSubmission result) {
        String name = result.student() + "." + (result.lesson().isEmpty() ? "unreadable" : result.lesson());
        int tests = result.exercises().stream().mapToInt(e -> e.parts().size()).sum();
        int unreadable = tests == 0 ? 1 : 0;
        int errors = count(result, "error") + unreadable;
        openSuite(name, tests + unreadable, count(result, "failure"), errors, count(result, "skipped"));
        properties(result);
        for (ExerciseMark exercise : result.exercises()) {
            for (PartMark part : exercise.parts()) {
                String words =
                        part.message() + (part.hidden() ? "" : "\n" + part.counterExample() + "\n" + part.hint());
                MarkStatus status = part.status();
                testCase(
                        name, part.id() + " " + part.name(), kind(status), status.key(), status.words(), words.strip());
            }
        }
        String notes = String.join("\n", result.notes());
        if (tests == 0) {
            testCase(name, "the file", "error", "unreadable", "This file could not be marked.", notes);
        }
        closeSuite(notes);
    }

    private void properties(GradedSubmission result) {
        xml.open("properties");
        property("file", result.file());
        property("sha256", result.sha256());
        property("grader", result.grader());
        property("isolation", result.isolation());
        property("keyId", result.keyId());
        property("points", PlainText.number(result.points()));
        property("max", PlainText.number(result.max()));
        xml.close("");
    }

    private void property(String name, String value) {
        xml.open("property", "name", name, "value", value);
        xml.close("");
    }

    /** The element that says how a part ended; empty after a pass. */
    private static String kind(MarkStatus status) {
        return switch (status) {
            case PASS -> "";
            case FAIL, TIMEOUT, CRASH -> "failure";
            case ERROR -> "error";
            case UNSOLVED, REVIEW -> "skipped";
        };
    }

    private static int count(GradedSubmission result, String kind) {
        return (int) result.exercises().stream()
                .flatMap(exercise -> exercise.parts().stream())
                .filter(part -> kind(part.status()).equals(kind))
                .count();
    }

    private void testCase(String suite, String name, String kind, String type, String message, String words) {
        xml.open("testcase", "classname", suite, "name", name, "time", "0");
        if (kind.equals("skipped")) { // has no type in Ant's schema
            xml.open(kind, "message", message);
            xml.close(words);
        } else if (!kind.isEmpty()) {
            xml.open(kind, "type", type, "message", message);
            xml.close(words);
        }
        xml.close("");
    }

    private void openSuite(String name, int tests, int failures, int errors, int skipped) {
        xml.open(
                "testsuite",
                "name",
                name,
                "package",
                "marl",
                "id",
                Integer.toString(suites++),
                "tests",
                Integer.toString(tests),
                "failures",
                Integer.toString(failures),
                "errors",
                Integer.toString(errors),
                "skipped",
                Integer.toString(skipped),
                "time",
                "0",
                "timestamp",
                "1970-01-01T00:00:00",
                "hostname",
                "localhost");
    }

    private void closeSuite(String output) {
        xml.open("system-out");
        xml.close(output);
        xml.open("system-err");
        xml.close("");
        xml.close("");
    }
}
