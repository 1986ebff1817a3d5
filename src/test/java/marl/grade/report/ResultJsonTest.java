package marl.grade.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import marl.grade.mark.ExerciseMark;
import marl.grade.mark.GradedSubmission;
import marl.grade.mark.MarkStatus;
import marl.grade.mark.PartMark;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResultJsonTest {
    @Property(tries = 300)
    void whatIsWrittenIsReadBackThroughAFileInUtf8(@ForAll("results") GradedSubmission result) {
        String text = ResultJson.write(result);
        String stored = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        assertEquals(text, stored);
        assertEquals(result, ResultJson.read(stored));
        assertEquals(text, ResultJson.write(ResultJson.read(stored)));
    }

    @Provide
    Arbitrary<GradedSubmission> results() {
        Arbitrary<String> texts = Arbitraries.oneOf(
                Arbitraries.of(Sample.HOSTILE), Arbitraries.strings().all().ofMaxLength(30));
        Arbitrary<PartMark> parts = Combinators.combine(
                        texts,
                        Arbitraries.of(MarkStatus.values()),
                        Arbitraries.of(0.0, 1.0, 2.5, 1.0 / 3, 1e-7, 1e9),
                        Arbitraries.of(true, false),
                        texts,
                        texts)
                .as((text, status, max, flag, message, example) -> new PartMark(
                        text,
                        message,
                        status,
                        status == MarkStatus.PASS || status == MarkStatus.REVIEW && flag ? max : 0,
                        max,
                        flag,
                        message,
                        text,
                        example));
        Arbitrary<List<String>> notes = texts.list().ofMaxSize(2);
        Arbitrary<ExerciseMark> exercises = Combinators.combine(
                        texts, texts, notes, parts.list().ofMaxSize(4))
                .as(ExerciseMark::new);
        return Combinators.combine(texts, texts, texts, notes, exercises.list().ofMaxSize(3))
                .as((a, b, c, lines, marks) -> new GradedSubmission(a, b, c, a + b, c, b, a, c + a, lines, marks));
    }

    @Test
    void theTextIsTheSchemaOnTheLastByte() {
        GradedSubmission result = Sample.submission(
                "j\u00FCrg",
                Sample.exercise("06-1", "Nudge it", Sample.part("06-1.1", "a \"part\"", MarkStatus.PASS, 2.5)));
        assertEquals("""
                {
                  "schema": "marl-grade/1",
                  "student": "j\u00FCrg",
                  "lesson": "06",
                  "title": "QMIX and monotonicity",
                  "file": "j\u00FCrg/06-qmix.ipynb",
                  "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                  "grader": "0.1.0+5f1c2a9e",
                  "keyId": "k-41aa7f",
                  "isolation": "own process, 512 MB, no network",
                  "points": 2.5,
                  "max": 2.5,
                  "notes": [],
                  "exercises": [
                    {
                      "id": "06-1",
                      "title": "Nudge it",
                      "points": 2.5,
                      "max": 2.5,
                      "notes": [],
                      "checks": [
                        {
                          "id": "06-1.1",
                          "name": "a \\"part\\"",
                          "points": 2.5,
                          "max": 2.5,
                          "status": "pass",
                          "visibility": "visible",
                          "message": "",
                          "hint": ""
                        }
                      ]
                    }
                  ]
                }
                """, ResultJson.write(result));
    }

    @Test
    void theTextDoesNotDependOnTheLocale() {
        Locale before = Locale.getDefault();
        String text = ResultJson.write(Sample.ben());
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertEquals(text, ResultJson.write(Sample.ben()));
            assertEquals(Sample.ben(), ResultJson.read(text));
            Locale.setDefault(Locale.forLanguageTag("tr"));
            assertEquals(Sample.cem(), ResultJson.read(ResultJson.write(Sample.cem())));
        } finally {
            Locale.setDefault(before);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'marl-grade/1', 'marl-grade/2', schema",
        "'\"status\": \"fail\"', '\"status\": \"maybe\"', there is no status \"maybe\"",
        "'\"status\": \"fail\"', '\"status\": \"FAIL\"', there is no status \"FAIL\"",
        "'\"status\": \"fail\"', '\"status\": \"pass\"', 06-1.1 has the status pass",
        "'\"visibility\": \"hidden\"', '\"visibility\": \"gone\"', visibility",
        "'\"sha256\"', '\"sha\"', the text \"sha256\" is missing",
        "'\"student\": \"ben\"', '\"student\": null', the text \"student\" is missing",
        "'\"student\": \"ben\"', '\"student\": 7', the text \"student\" is missing",
        "'\"checks\"', '\"check\"', the list \"checks\" is missing",
        "'\"notes\": []', '\"notes\": [7]', the list \"notes\" holds something that is no text",
        "'\"points\": 1.0', '\"points\": 2.0', add up to",
        "'\"points\": 1.0', '\"points\": \"1.0\"', the number \"points\" is missing",
        "'\"max\": 5.5', '\"max\": 1e400', add up to",
        "'\"max\": 5.5', '\"most\": 5.5', the number \"max\" is missing",
        "'\"lesson\": ', '\"student\": \"x\", \"lesson\": ', Duplicate",
        "'\"exercises\": [', '\"exercises\": ', not JSON",
    })
    void whatDoesNotHoldTogetherIsRefusedInASentence(String from, String to, String reason) {
        String text = ResultJson.write(Sample.ben());
        assertTrue(text.contains(from));
        String message = assertThrows(
                        IllegalArgumentException.class,
                        () -> ResultJson.read(text.replaceFirst(
                                java.util.regex.Pattern.quote(from), java.util.regex.Matcher.quoteReplacement(to))))
                .getMessage();
        assertTrue(message.contains(reason), message);
        assertTrue(
                message.startsWith("This is not a result: ") && message.endsWith("; mark the submission again."),
                message);
        assertFalse(message.contains("\n"), message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "null", "[]", "7", "{}", "{\"schema\": \"marl-grade/1\"}", "{} {}"})
    void whatIsNoResultAtAllIsRefusedToo(String text) {
        assertThrows(IllegalArgumentException.class, () -> ResultJson.read(text));
    }

    @Test
    void everyBrokenOffFileIsRefused() {
        String text = ResultJson.write(Sample.ben()).strip();
        for (int length = 0; length < text.length(); length++) {
            String broken = text.substring(0, length);
            assertThrows(IllegalArgumentException.class, () -> ResultJson.read(broken));
        }
    }

    @Test
    void aDeepNestIsRefusedWithoutAStackOverflow() {
        String deep = "{\"schema\":" + "[".repeat(100_000);
        assertThrows(IllegalArgumentException.class, () -> ResultJson.read(deep));
    }

    @Test
    void aFieldFromLaterIsIgnored() {
        String text = ResultJson.write(Sample.ana()).replaceFirst("\"student\"", "\"mood\": [1], \"student\"");
        assertEquals(Sample.ana(), ResultJson.read(text));
    }

    @ParameterizedTest
    @CsvSource({"FAIL, 1, 1", "PASS, 1, 2", "PASS, NaN, NaN", "PASS, -1, -1", "REVIEW, 1, 2", "ERROR, 1, 1"})
    void pointsThatDoNotFitTheStatusAreNotWritten(MarkStatus status, double points, double max) {
        PartMark part = new PartMark("06-1.1", "", status, points, max, false, "", "", "");
        GradedSubmission result = Sample.submission("ana", Sample.exercise("06-1", "", part));
        assertThrows(IllegalArgumentException.class, () -> ResultJson.write(result));
    }
}
