package marl.grade.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import marl.grade.mark.GradedSubmission;
import marl.grade.mark.MarkStatus;
import marl.grade.mark.PartMark;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/**
 * Against "Autograder Specifications", section "Output format", on gradescope-autograders.readthedocs.io: the fields
 * that it names with their types, its words for visibility, status and format, and that a score is at the top or on
 * every test.
 */
class GradescopeResultsTest {

    private static final Set<String> TOP = Set.of(
            "score",
            "execution_time",
            "output",
            "output_format",
            "test_output_format",
            "test_name_format",
            "visibility",
            "stdout_visibility",
            "extra_data",
            "tests",
            "leaderboard");
    private static final Set<String> TEST = Set.of(
            "score",
            "max_score",
            "status",
            "name",
            "name_format",
            "number",
            "output",
            "output_format",
            "tags",
            "visibility",
            "extra_data");
    private static final Set<String> NUMBERS = Set.of("score", "max_score", "execution_time");
    private static final Set<String> FORMATS = Set.of("text", "html", "simple_format", "md", "ansi");
    private static final Set<String> VISIBILITIES = Set.of("hidden", "after_due_date", "after_published", "visible");

    private static JsonNode parse(GradedSubmission result) {
        String text = GradescopeResults.text(result);
        try {
            JsonNode json = new ObjectMapper().readTree(text.getBytes(StandardCharsets.UTF_8));
            requireFields(json, TOP);
            assertTrue(json.has("score"));
            for (JsonNode test : json.get("tests")) {
                requireFields(test, TEST);
                assertTrue(
                        Set.of("passed", "failed").contains(test.get("status").textValue()));
            }
            return json;
        } catch (IOException broken) {
            throw new AssertionError(text, broken);
        }
    }

    private static void requireFields(JsonNode json, Set<String> known) {
        json.fieldNames().forEachRemaining(field -> {
            assertTrue(known.contains(field), field);
            JsonNode value = json.get(field);
            if (NUMBERS.contains(field)) {
                assertTrue(value.isNumber(), field);
            } else if (field.endsWith("_format")) {
                assertTrue(FORMATS.contains(value.textValue()), field);
            } else if (field.endsWith("visibility")) {
                assertTrue(VISIBILITIES.contains(value.textValue()), field);
            } else if (field.equals("tests") || field.equals("tags")) {
                assertTrue(value.isArray(), field);
            } else if (field.equals("extra_data")) {
                assertTrue(value.isObject(), field);
            } else {
                assertTrue(value.isTextual(), field);
            }
        });
    }

    @Test
    void scoresAndWordsOfEachPart() {
        JsonNode json = parse(Sample.ben());
        assertEquals(1.0, json.get("score").doubleValue());
        assertEquals(3, json.get("tests").size());
        JsonNode hidden = json.get("tests").get(0);
        assertEquals(0, hidden.get("score").doubleValue());
        assertEquals(3, hidden.get("max_score").doubleValue());
        assertEquals("06-1.1", hidden.get("number").textValue());
        assertEquals("visible", hidden.get("visibility").textValue());
        assertTrue(hidden.get("output").textValue().contains("37 of 40 hidden rounds passed."));
        JsonNode passed = json.get("tests").get(1);
        assertEquals("passed", passed.get("status").textValue());
        assertEquals("Mix: positive weights, no bending", passed.get("name").textValue());
        JsonNode failed = json.get("tests").get(2);
        assertEquals("failed", failed.get("status").textValue());
        assertTrue(failed.get("output").textValue().contains("Expected: 1.4385\nGot:      0.2015\nHint: The absolute"));
        assertEquals("[\"06-2\",\"fail\"]", failed.get("tags").toString());
        assertTrue(json.get("extra_data").get("complete").booleanValue());
        assertTrue(json.get("output").textValue().startsWith("1 of 5.5 points.\nNote on 06-1: There are two answer"));
    }

    @Test
    void theScoreIsTheSumOfTheTests() {
        PartMark inDoubt = new PartMark("06-1.2", "x", MarkStatus.REVIEW, 2, 2, false, "", "", "");
        List<GradedSubmission> results = new ArrayList<>(Sample.book().results());
        results.add(Sample.submission("flo", Sample.exercise("06-1", "Nudge it", inDoubt)));
        for (GradedSubmission result : results) {
            JsonNode json = parse(result);
            double sum = 0;
            for (JsonNode test : json.get("tests")) {
                sum += test.path("score").doubleValue();
            }
            assertEquals(sum, json.get("score").doubleValue(), 1e-9); // rounding of sums only
        }
    }

    @Test
    void aPartWithoutAMarkHasNoScoreAndTheOutputStartsWithThat() {
        JsonNode json = parse(Sample.cem());
        for (int open : new int[] {0, 2}) {
            JsonNode test = json.get("tests").get(open);
            assertFalse(test.has("score") || test.has("max_score"));
            assertTrue(test.get("name").textValue().endsWith("[no mark yet]"));
        }
        assertTrue(json.get("tests").get(1).has("score"));
        String output = json.get("output").textValue();
        assertTrue(output.startsWith("THE SCORE IS NOT FINAL. There is no mark yet for 06-1.1, 06-2.2,"), output);
        assertTrue(output.contains("not the student's fault. Run the autograder again."));
        assertTrue(output.contains("the instructor decides"));
        assertEquals(
                "{\"complete\":false,\"unmarked\":[\"06-1.1\",\"06-2.2\"]}",
                json.get("extra_data").toString());
    }

    @Test
    void aFileThatCouldNotBeReadSaysWhy() {
        JsonNode json = parse(Sample.dee());
        assertEquals(0, json.get("score").doubleValue());
        assertTrue(json.get("output").textValue().startsWith("This file could not be marked.\nNote: This file is not"));
    }

    @Test
    void ofAHiddenPartOnlyTheMessageIsTold() {
        PartMark part =
                new PartMark("06-1.1", "x", MarkStatus.FAIL, 0, 1, true, "3 of 4 rounds passed.", "SECRET", "SECRET");
        String text = GradescopeResults.text(Sample.submission("ana", Sample.exercise("06-1", "Nudge it", part)));
        assertTrue(text.contains("3 of 4 rounds passed.") && !text.contains("SECRET"));
    }

    @Property(tries = 100)
    void hostileTextsStayText(@ForAll("texts") String text) {
        JsonNode json = parse(Sample.of(text));
        assertEquals(14, json.get("tests").size());
        List<String> words = json.findValuesAsText("output");
        words.forEach(word -> assertEquals(PlainText.visible(word), word));
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                Arbitraries.of(Sample.HOSTILE), Arbitraries.strings().all().ofMaxLength(40));
    }
}
