package marl.grade.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Small notebooks of a lesson 07 with the exercises 07-1 and 07-2, and how the reader reads them. */
final class SubmittedFiles {

    static final ObjectMapper MAPPER = new ObjectMapper();

    private SubmittedFiles() {}

    /** A notebook of these cells. */
    static ObjectNode notebook(ObjectNode... cells) {
        ObjectNode notebook = MAPPER.createObjectNode();
        ArrayNode list = notebook.putArray("cells");
        for (ObjectNode cell : cells) {
            list.add(cell);
        }
        notebook.putObject("metadata").putObject("marl").put("lesson", "07").put("title", "Doubling");
        notebook.put("nbformat", 4).put("nbformat_minor", 5);
        return notebook;
    }

    /** A code cell whose nbgrader metadata names an exercise. */
    static ObjectNode answer(String exercise, String source) {
        ObjectNode cell = cell("c-1", source);
        ((ObjectNode) cell.get("metadata"))
                .putObject("nbgrader")
                .put("grade_id", exercise)
                .put("solution", true);
        return cell;
    }

    /** A code cell without nbgrader metadata. */
    static ObjectNode cell(String id, String source) {
        ObjectNode cell = MAPPER.createObjectNode().put("cell_type", "code").put("id", id);
        cell.putObject("metadata");
        cell.putArray("outputs");
        return cell.put("source", source);
    }

    static List<String> exercises(String lesson) {
        return lesson.equals("07") ? List.of("07-1", "07-2") : List.of();
    }

    static SubmittedNotebook read(Path file) {
        return AnswerReader.read(new Submission("ada", file, "ada/x.ipynb"), SubmittedFiles::exercises);
    }

    static SubmittedNotebook read(ObjectNode notebook) {
        return read(text(notebook));
    }

    /** As a file holds it; written with escapes, for half a character has no form in UTF-8. */
    static String text(JsonNode json) {
        try {
            return MAPPER.writer().with(JsonWriteFeature.ESCAPE_NON_ASCII).writeValueAsString(json);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    static SubmittedNotebook read(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    static SubmittedNotebook read(byte[] bytes) {
        try {
            Path file = Files.createTempFile("submitted", ".ipynb");
            try {
                return read(Files.write(file, bytes));
            } finally {
                Files.delete(file);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
