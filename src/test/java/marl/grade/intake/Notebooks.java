package marl.grade.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import marl.project.NotebookJson;

/** Notebooks to hand in, made from the released ones. */
public final class Notebooks {

    private Notebooks() {}

    /** The released notebook of a lesson. */
    static ObjectNode released(String lesson) throws IOException {
        return NotebookJson.read(Files.readString(file("notebooks", lesson)));
    }

    /** The solved notebook of a lesson. */
    public static String solved(String lesson) throws IOException {
        return Files.readString(file("solutions", lesson));
    }

    public static Path file(String folder, String lesson) throws IOException {
        try (Stream<Path> files = Files.list(Path.of(folder))) {
            return files.filter(f -> f.getFileName().toString().startsWith(lesson + "-"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** The released notebook with these answers by exercise id; other answer cells stay, or go. */
    public static String answered(String lesson, Map<String, String> answers, boolean onlyThese) throws IOException {
        ObjectNode notebook = released(lesson);
        ArrayNode cells = (ArrayNode) notebook.path("cells");
        for (int k = cells.size() - 1; k >= 0; k--) {
            JsonNode metadata = cells.path(k).path("metadata").path("nbgrader");
            String answer = answers.get(metadata.path("grade_id").asText());
            if (answer != null) {
                ((ObjectNode) cells.path(k)).set("source", NotebookJson.lines(answer));
            } else if (onlyThese && metadata.path("solution").asBoolean()) {
                cells.remove(k);
            }
        }
        return NotebookJson.write(notebook);
    }
}
