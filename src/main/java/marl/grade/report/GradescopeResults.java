package marl.grade.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import marl.grade.mark.ExerciseMark;
import marl.grade.mark.GradedSubmission;
import marl.grade.mark.MarkStatus;
import marl.grade.mark.PartMark;

/**
 * The {@code results.json} that a Gradescope autograder leaves behind for one submission.
 *
 * <p>Every test is {@code visible}: of hidden cases only the message is told anyway, and Gradescope hides the total from
 * students as soon as one test is hidden. What the grader prints stays with the instructor.
 *
 * <p>A part without a mark (the grader failed, or a person must decide) is awkward, since Gradescope adds up numbers. It
 * has neither {@code score} nor {@code max_score}, which makes it a check for information; the first lines of the output
 * say that the score is not final, and {@code extra_data} names the parts. The program that writes this file must also
 * end with an exit code other than 0, and the autograder should be run again.
 */
public final class GradescopeResults {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private GradescopeResults() {}

    /** The text of {@code results.json}. */
    public static String text(GradedSubmission result) {
        double score = 0;
        List<String> open = new ArrayList<>();
        ArrayNode tests = MAPPER.createArrayNode();
        for (ExerciseMark exercise : result.exercises()) {
            for (PartMark part : exercise.parts()) {
                tests.add(test(exercise, part));
                if (open(part)) {
                    open.add(PlainText.line(part.id(), 100));
                } else {
                    score += part.points();
                }
            }
        }
        ObjectNode json = MAPPER.createObjectNode();
        json.put("score", PlainText.rounded(score));
        json.put("output", output(result, open, score));
        json.put("output_format", "text");
        json.put("test_output_format", "text");
        json.put("test_name_format", "text");
        json.put("visibility", "visible");
        json.put("stdout_visibility", "hidden");
        ObjectNode extra = json.putObject("extra_data");
        extra.put("complete", open.isEmpty());
        open.forEach(extra.putArray("unmarked")::add);
        json.set("tests", tests);
        return ResultJson.print(json);
    }

    private static String output(GradedSubmission result, List<String> open, double score) {
        List<String> lines = new ArrayList<>();
        if (!open.isEmpty()) {
            lines.add("THE SCORE IS NOT FINAL. There is no mark yet for " + String.join(", ", open)
                    + ", and the score leaves that out.");
        }
        if (result.has(MarkStatus.ERROR)) {
            lines.add("The grader itself failed, which is not the student's fault. Run the autograder again.");
        }
        if (result.has(MarkStatus.REVIEW)) {
            lines.add("Some of it is too close to call for a program: the instructor decides.");
        }
        if (result.exercises().isEmpty()) {
            lines.add("This file could not be marked.");
        } else {
            lines.add(PlainText.number(score) + " of " + PlainText.number(result.max()) + " points.");
        }
        result.notes().forEach(note -> lines.add("Note: " + shown(note)));
        for (ExerciseMark exercise : result.exercises()) {
            exercise.notes().forEach(note -> lines.add("Note on " + shown(exercise.id()) + ": " + shown(note)));
        }
        lines.add("Grader " + shown(result.grader()) + ", " + shown(result.isolation()) + ", seed key "
                + shown(result.keyId()) + ", SHA-256 of the file " + shown(result.sha256()));
        return String.join("\n", lines);
    }

    private static ObjectNode test(ExerciseMark exercise, PartMark part) {
        ObjectNode json = MAPPER.createObjectNode();
        if (!open(part)) {
            json.put("score", PlainText.rounded(part.points()));
            json.put("max_score", PlainText.rounded(part.max()));
        }
        json.put("status", part.status() == MarkStatus.PASS ? "passed" : "failed");
        String name = exercise.title() + ": " + part.name();
        json.put("name", PlainText.line(name, 300) + (open(part) ? " [no mark yet]" : ""));
        json.put("name_format", "text");
        json.put("number", PlainText.line(part.id(), 100));
        json.put("output", output(part));
        json.put("output_format", "text");
        json.putArray("tags")
                .add(PlainText.line(exercise.id(), 100))
                .add(part.status().key());
        json.put("visibility", "visible");
        return json;
    }

    private static String output(PartMark part) {
        List<String> lines = new ArrayList<>();
        String upTo = open(part) ? " (up to " + PlainText.number(part.max()) + " points)" : "";
        lines.add("Result: " + part.status().words() + upTo);
        if (!part.message().isEmpty()) {
            lines.add(shown(part.message()));
        }
        if (!part.hidden()
                && !part.counterExample().isEmpty()
                && !part.counterExample().equals(part.message())) {
            lines.add(shown(part.counterExample()));
        }
        if (!part.hidden() && !part.hint().isEmpty()) {
            lines.add("Hint: " + shown(part.hint()));
        }
        return String.join("\n", lines);
    }

    private static boolean open(PartMark part) {
        return part.status() == MarkStatus.ERROR || part.status() == MarkStatus.REVIEW;
    }

    private static String shown(String text) {
        return PlainText.cut(text, FeedbackPage.MOST);
    }
}
