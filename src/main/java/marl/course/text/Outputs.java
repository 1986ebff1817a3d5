package marl.course.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import marl.project.NotebookJson;

/** The outputs of an executed notebook: made stable for a repository, and searched for what must not be there. */
public final class Outputs {

    private static final Pattern OBJECT_HASH = Pattern.compile("[\\w$.\\]]+@[0-9a-f]{6,8}\\b");
    private static final Pattern OUT_OF_TOLERANCE = Pattern.compile("(?m)^.*OUT OF TOLERANCE.*$");

    private Outputs() {}

    /**
     * Puts the outputs of an executed notebook into a freshly made one: no timestamps, no machine's versions, streams
     * merged.
     *
     * @param made the notebook that was executed, as {@link NotebookMaker} made it
     * @param executed the same notebook with outputs
     */
    public static void transfer(ObjectNode made, ObjectNode executed) {
        int count = 0;
        for (int i = 0; i < made.path("cells").size(); i++) {
            ObjectNode cell = (ObjectNode) made.path("cells").get(i);
            if (cell.path("cell_type").asText().equals("code")) {
                cell.put("execution_count", ++count);
                ArrayNode outputs = cell.putArray("outputs");
                for (JsonNode output : executed.path("cells").get(i).path("outputs")) {
                    add(outputs, (ObjectNode) output.deepCopy(), count);
                }
            }
        }
    }

    private static void add(ArrayNode outputs, ObjectNode output, int count) {
        if (output.has("execution_count")) {
            output.put("execution_count", count);
        }
        JsonNode previous = outputs.isEmpty() ? output : outputs.get(outputs.size() - 1);
        if (previous != output && isStream(output) && previous.path("name").equals(output.path("name"))) {
            String merged = NotebookJson.text(previous.path("text")) + NotebookJson.text(output.path("text"));
            ((ObjectNode) previous).set("text", NotebookJson.lines(merged));
        } else {
            outputs.add(output);
        }
    }

    private static boolean isStream(JsonNode output) {
        return output.path("output_type").asText().equals("stream");
    }

    /**
     * What in the outputs of an executed notebook must not be published.
     *
     * @param notebook an executed notebook
     * @return a sentence for each problem: object hashes, words on stderr, rows out of tolerance
     */
    public static List<String> problems(ObjectNode notebook) {
        List<String> problems = new ArrayList<>();
        int number = 0;
        for (JsonNode cell : notebook.path("cells")) {
            number++;
            for (JsonNode output : cell.path("outputs")) {
                String text = words(output);
                Matcher hash = OBJECT_HASH.matcher(text);
                if (hash.find()) {
                    problems.add("cell " + number + " prints an object's hash (" + hash.group()
                            + "): give the type a toString or print its parts");
                }
                if (output.path("name").asText().equals("stderr")) {
                    problems.add("cell " + number + " writes to stderr: " + firstLine(text));
                }
            }
        }
        problems.addAll(outOfTolerance(notebook));
        return problems;
    }

    /**
     * The checks of a solved notebook that do not give full marks.
     *
     * @param notebook an executed notebook
     * @return a sentence for each
     */
    public static List<String> missedPoints(ObjectNode notebook) {
        List<String> problems = new ArrayList<>();
        for (JsonNode cell : notebook.path("cells")) {
            JsonNode nbgrader = cell.path("metadata").path("nbgrader");
            if (nbgrader.path("grade").asBoolean()) {
                String expected = Double.toString(nbgrader.path("points").asDouble());
                String got = "no value";
                for (JsonNode output : cell.path("outputs")) {
                    if (output.path("output_type").asText().equals("execute_result")) {
                        got = NotebookJson.text(output.path("data").path("text/plain"));
                    }
                }
                if (!got.equals(expected)) {
                    problems.add("the solution's check "
                            + nbgrader.path("grade_id").asText() + " gives " + got + ", not " + expected);
                }
            }
        }
        return problems;
    }

    /**
     * The reproduce rows that missed their tolerance.
     *
     * @param notebook an executed notebook
     * @return a sentence for each
     */
    public static List<String> outOfTolerance(ObjectNode notebook) {
        List<String> problems = new ArrayList<>();
        int number = 0;
        for (JsonNode cell : notebook.path("cells")) {
            number++;
            for (JsonNode output : cell.path("outputs")) {
                Matcher row = OUT_OF_TOLERANCE.matcher(words(output));
                while (row.find()) {
                    problems.add("cell " + number + ": " + row.group().strip().replaceAll(" {2,}", "  "));
                }
            }
        }
        return problems;
    }

    /** The text of an output, without pictures and HTML. */
    private static String words(JsonNode output) {
        return NotebookJson.text(output.path("text")) + "\n"
                + NotebookJson.text(output.path("data").path("text/plain"));
    }

    private static String firstLine(String text) {
        return text.strip().split("\n")[0];
    }
}
