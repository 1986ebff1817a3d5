package marl.grade.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import marl.grade.mark.ExerciseMark;
import marl.grade.mark.GradedSubmission;
import marl.grade.mark.PartMark;

/**
 * The result of one submission as a JSON file, {@code "schema": "marl-grade/1"}.
 *
 * <pre>
 * schema, student, lesson, title, file, sha256, grader, keyId, isolation    texts
 * points, max                                                               numbers, the sums of the exercises'
 * notes                                                                     texts
 * exercises: id, title, points, max, notes                                  numbers are the sums of the checks'
 *   checks: id, name, points, max, message, hint
 *           status                                pass, fail, unsolved, timeout, crash, error or review
 *           visibility                            visible or hidden
 *           counterExample                        left out if there is none
 * </pre>
 *
 * <p>The order of fields is fixed, lines end in LF, numbers have a dot, so equal results are equal files. A check earns
 * its {@code max} if it passed and 0 otherwise; only under review it may have either. Readers ignore fields they do not
 * know; a change that they could not ignore gets another schema.
 */
public final class ResultJson {

    /** What the field {@code schema} says. */
    static final String SCHEMA = "marl-grade/1";

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private ResultJson() {}

    /**
     * The text of the file.
     *
     * @throws IllegalArgumentException if a part's points do not fit its status
     */
    public static String write(GradedSubmission result) {
        ObjectNode json = MAPPER.createObjectNode();
        json.put("schema", SCHEMA);
        json.put("student", result.student());
        json.put("lesson", result.lesson());
        json.put("title", result.title());
        json.put("file", result.file());
        json.put("sha256", result.sha256());
        json.put("grader", result.grader());
        json.put("keyId", result.keyId());
        json.put("isolation", result.isolation());
        json.put("points", result.points());
        json.put("max", result.max());
        json.set("notes", texts(result.notes()));
        ArrayNode exercises = json.putArray("exercises");
        result.exercises().forEach(exercise -> exercises.add(exercise(exercise)));
        return print(json);
    }

    private static ObjectNode exercise(ExerciseMark exercise) {
        ObjectNode json = MAPPER.createObjectNode();
        json.put("id", exercise.id());
        json.put("title", exercise.title());
        json.put("points", exercise.points());
        json.put("max", exercise.max());
        json.set("notes", texts(exercise.notes()));
        ArrayNode checks = json.putArray("checks");
        exercise.parts().forEach(part -> checks.add(check(part)));
        return json;
    }

    private static ObjectNode check(PartMark part) {
        ResultReader.requireFitting(part);
        ObjectNode json = MAPPER.createObjectNode();
        json.put("id", part.id());
        json.put("name", part.name());
        json.put("points", part.points());
        json.put("max", part.max());
        json.put("status", part.status().key());
        json.put("visibility", part.hidden() ? "hidden" : "visible");
        json.put("message", part.message());
        json.put("hint", part.hint());
        if (!part.counterExample().isEmpty()) {
            json.put("counterExample", part.counterExample());
        }
        return json;
    }

    private static ArrayNode texts(List<String> texts) {
        ArrayNode json = MAPPER.createArrayNode();
        texts.forEach(json::add);
        return json;
    }

    /** JSON as the course's result files have it: two spaces, LF, a line break at the end. */
    static String print(ObjectNode json) {
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        Separators separators = Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                .withArrayEmptySeparator("")
                .withObjectEmptySeparator("");
        DefaultPrettyPrinter printer =
                new DefaultPrettyPrinter(separators).withObjectIndenter(lines).withArrayIndenter(lines);
        try {
            return MAPPER.writer(printer).with(new Surrogates()).writeValueAsString(json) + "\n";
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * The result that a text holds.
     *
     * @throws IllegalArgumentException if the text is not JSON of this schema, a field is missing or has the wrong type,
     *     or points do not add up; the sentence says which
     */
    static GradedSubmission read(String text) {
        return ResultReader.read(text);
    }

    /** Escapes surrogates and U+2028 to U+2029: half a pair would not survive being written as UTF-8. */
    private static final class Surrogates extends CharacterEscapes {

        private static final long serialVersionUID = 1L;

        @Override
        public int[] getEscapeCodesForAscii() {
            return standardAsciiEscapesForJSON();
        }

        @Override
        public SerializableString getEscapeSequence(int c) {
            boolean escaped = Character.isSurrogate((char) c) || c == 0x2028 || c == 0x2029;
            return escaped ? new SerializedString(String.format(Locale.ROOT, "\\u%04X", c)) : null;
        }
    }
}
