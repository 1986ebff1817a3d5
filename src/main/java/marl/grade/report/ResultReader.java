package marl.grade.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import marl.grade.mark.ExerciseMark;
import marl.grade.mark.GradedSubmission;
import marl.grade.mark.MarkStatus;
import marl.grade.mark.PartMark;

/** Reads what {@link ResultJson} writes, and refuses in one sentence what does not hold together. */
final class ResultReader {

    /** Points are halves and thirds at worst; sums of them differ by less. */
    private static final double TOLERANCE = 1e-9;

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private ResultReader() {}

    static GradedSubmission read(String text) {
        JsonNode json;
        try {
            json = MAPPER.readTree(text);
        } catch (JsonProcessingException broken) {
            String reason = PlainText.line(broken.getOriginalMessage(), 200);
            throw refused("it is not JSON, or broken off (" + reason + ")", broken);
        }
        String schema = json.path("schema").asText("");
        if (!schema.equals(ResultJson.SCHEMA)) {
            throw refused("its schema is \"" + PlainText.line(schema, 40) + "\", not \"" + ResultJson.SCHEMA + "\"");
        }
        GradedSubmission result = new GradedSubmission(
                text(json, "student"),
                text(json, "lesson"),
                text(json, "title"),
                text(json, "file"),
                text(json, "sha256"),
                text(json, "grader"),
                text(json, "keyId"),
                text(json, "isolation"),
                list(json, "notes", note -> require(note, "a note is not a text")),
                list(json, "exercises", ResultReader::exercise));
        requireSum("the submission", json, result.points(), result.max());
        return result;
    }

    private static ExerciseMark exercise(JsonNode json) {
        ExerciseMark mark = new ExerciseMark(
                text(json, "id"),
                text(json, "title"),
                list(json, "notes", note -> require(note, "a note is not a text")),
                list(json, "checks", ResultReader::check));
        requireSum("exercise " + mark.id(), json, mark.points(), mark.max());
        return mark;
    }

    private static PartMark check(JsonNode json) {
        String visibility = text(json, "visibility");
        if (!visibility.equals("visible") && !visibility.equals("hidden")) {
            throw refused("the visibility \"" + PlainText.line(visibility, 40) + "\" is neither visible nor hidden");
        }
        PartMark part = new PartMark(
                text(json, "id"),
                text(json, "name"),
                status(text(json, "status")),
                number(json, "points"),
                number(json, "max"),
                visibility.equals("hidden"),
                text(json, "message"),
                text(json, "hint"),
                json.has("counterExample") ? text(json, "counterExample") : "");
        requireFitting(part);
        return part;
    }

    private static MarkStatus status(String key) {
        for (MarkStatus status : MarkStatus.values()) {
            if (status.key().equals(key)) {
                return status;
            }
        }
        throw refused("there is no status \"" + PlainText.line(key, 40) + "\"");
    }

    /** Refuses a part whose points do not fit its status. */
    static void requireFitting(PartMark part) {
        double points = part.points();
        boolean sane = Double.isFinite(part.max()) && part.max() >= 0;
        boolean fits = points == (part.status() == MarkStatus.PASS ? part.max() : 0)
                || part.status() == MarkStatus.REVIEW && points == part.max();
        if (!sane || !fits) {
            throw refused("check " + PlainText.line(part.id(), 40) + " has the status "
                    + part.status().key() + " and " + points + " of " + part.max() + " points");
        }
    }

    private static void requireSum(String what, JsonNode json, double points, double max) {
        double saysPoints = number(json, "points");
        double saysMax = number(json, "max");
        if (!(Math.abs(saysPoints - points) <= TOLERANCE) || !(Math.abs(saysMax - max) <= TOLERANCE)) {
            throw refused(PlainText.line(what, 40) + " says " + saysPoints + " of " + saysMax
                    + " points, but its parts add up to " + points + " of " + max);
        }
    }

    private static String text(JsonNode json, String field) {
        return require(json.path(field), "the text \"" + field + "\" is missing");
    }

    private static String require(JsonNode value, String refusal) {
        if (!value.isTextual()) {
            throw refused(refusal);
        }
        return value.textValue();
    }

    private static double number(JsonNode json, String field) {
        JsonNode value = json.path(field);
        if (!value.isNumber()) {
            throw refused("the number \"" + field + "\" is missing");
        }
        return value.doubleValue();
    }

    private static <T> List<T> list(JsonNode json, String field, Function<JsonNode, T> entry) {
        JsonNode value = json.path(field);
        if (!value.isArray()) {
            throw refused("the list \"" + field + "\" is missing");
        }
        List<T> entries = new ArrayList<>();
        value.forEach(node -> entries.add(entry.apply(node)));
        return entries;
    }

    private static IllegalArgumentException refused(String reason) {
        return refused(reason, null);
    }

    private static IllegalArgumentException refused(String reason, Throwable cause) {
        return new IllegalArgumentException("not a result: " + reason + "; mark the submission again.", cause);
    }
}
