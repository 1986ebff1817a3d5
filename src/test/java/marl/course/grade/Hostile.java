package marl.course.grade;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import marl.course.text.NotebookJson;

/**
 * A hostile answer from {@code src/test/resources/hostile}. Its first line says for which exercise it is, how at least one
 * part must end, and how many points it may earn: none, unless it says so.
 *
 * @param name the file's name without its ending
 * @param exercise the exercise's id
 * @param expected a status's key, or {@code any}
 * @param points the most it may earn
 * @param source the answer cell
 */
record Hostile(String name, String exercise, String expected, double points, String source) {

    private static final Path FOLDER = Path.of("src/test/resources/hostile");
    private static final Pattern HEAD =
            Pattern.compile("// exercise (\\d\\d-\\d), expected: (\\w+)(?:, points (\\d+))?");

    static List<Hostile> all() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().map(Hostile::read).toList();
        }
    }

    private static Hostile read(Path file) {
        try {
            String text = Files.readString(file);
            Matcher head = HEAD.matcher(text.lines().findFirst().orElse(""));
            if (!head.matches()) {
                throw new AssertionError(file + " must begin with: // exercise 01-4, expected: timeout");
            }
            double points = head.group(3) == null ? 0 : Double.parseDouble(head.group(3));
            String name = file.getFileName().toString().replace(".jshell", "");
            return new Hostile(name, head.group(1), head.group(2), points, text);
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
    }

    /** The released notebook with this answer as its only one. */
    String notebook(Map<String, String> places) throws IOException {
        String source = source();
        for (Map.Entry<String, String> place : places.entrySet()) {
            source = source.replace("@" + place.getKey() + "@", place.getValue());
        }
        ObjectNode notebook = released(exercise.substring(0, 2));
        ArrayNode cells = (ArrayNode) notebook.path("cells");
        for (int k = cells.size() - 1; k >= 0; k--) {
            JsonNode metadata = cells.path(k).path("metadata").path("nbgrader");
            if (metadata.path("grade_id").asText().equals(exercise)) {
                ((ObjectNode) cells.path(k)).set("source", NotebookJson.lines(source));
            } else if (metadata.path("solution").asBoolean()) {
                cells.remove(k);
            }
        }
        return NotebookJson.write(notebook);
    }

    /** The released notebook of a lesson. */
    static ObjectNode released(String lesson) throws IOException {
        try (Stream<Path> files = Files.list(Path.of("notebooks"))) {
            Path file = files.filter(f -> f.getFileName().toString().startsWith(lesson + "-"))
                    .findFirst()
                    .orElseThrow();
            return NotebookJson.read(Files.readString(file));
        }
    }
}
