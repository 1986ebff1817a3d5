package marl.grade.report;

import static com.fasterxml.jackson.databind.cfg.CoercionAction.Fail;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import marl.grade.mark.GradedSubmission;

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

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .withCoercionConfig(
                    LogicalType.Textual,
                    only -> only.setCoercion(CoercionInputShape.Integer, Fail)
                            .setCoercion(CoercionInputShape.Float, Fail)
                            .setCoercion(CoercionInputShape.Boolean, Fail))
            .defaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL))
            .build();

    private ResultJson() {}

    /**
     * The text of the file.
     *
     * @param result what was judged
     * @return JSON
     * @throws IllegalArgumentException if a part's points do not fit its status
     */
    public static String write(GradedSubmission result) {
        return print(ResultFields.of(result));
    }

    /** JSON as the course's result files have it: two spaces, LF, a line break at the end. */
    static String print(Object json) {
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
     * The result that a text holds. Whatever does not hold together is refused, so that nothing is believed by halves.
     *
     * @param text the text of a file
     * @return what {@link #write} was given
     * @throws IllegalArgumentException if the text is not JSON of this schema, a field is missing or has the wrong type,
     *     or points do not add up; the sentence says which
     */
    static GradedSubmission read(String text) {
        try {
            JsonNode json = MAPPER.readTree(text);
            String schema = json.path("schema").asText("");
            if (!schema.equals(SCHEMA)) {
                throw refused("its schema is \"" + PlainText.line(schema, 40) + "\", not \"" + SCHEMA + "\"");
            }
            return MAPPER.treeToValue(json, ResultFields.class).result();
        } catch (MismatchedInputException other) {
            throw refused(missing(other));
        } catch (JsonProcessingException broken) {
            String reason = PlainText.line(broken.getOriginalMessage(), 200);
            throw refused("it is not JSON, or broken off (" + reason + ")");
        }
    }

    private static String missing(MismatchedInputException other) {
        String kind = kind(other.getTargetType());
        String list = "";
        String field = "";
        for (JsonMappingException.Reference step : other.getPath()) {
            list = step.getFieldName() == null ? field : "";
            field = step.getFieldName() == null ? field : step.getFieldName();
        }
        return list.isEmpty()
                ? "the " + kind + " \"" + field + "\" is missing"
                : "the list \"" + list + "\" holds something that is no " + kind;
    }

    private static String kind(Class<?> type) {
        if (type == String.class) {
            return "text";
        }
        if (type == double.class || type == Double.class) {
            return "number";
        }
        return type == List.class || type == ArrayList.class ? "list" : "entry";
    }

    /**
     * The error of a text that cannot be believed.
     *
     * @param reason what is wrong with it
     * @return an error to throw
     */
    static IllegalArgumentException refused(String reason) {
        return new IllegalArgumentException("This is not a result: " + reason + "; mark the submission again.");
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
