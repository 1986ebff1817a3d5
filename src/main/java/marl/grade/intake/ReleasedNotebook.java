package marl.grade.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import marl.project.NotebookJson;
import marl.project.UserError;

/**
 * What a released notebook gives to grading: the course's own cells, into which only answers are put.
 *
 * @param lesson two digits
 * @param title the lesson's title
 * @param name the notebook's name without its ending, for example {@code 06-qmix}
 * @param exercises the exercises in the notebook's order
 * @param cells the code cells that are neither answer nor check, in the notebook's order
 * @param sha256 the file's hash, in hexadecimal
 */
public record ReleasedNotebook(
        String lesson, String title, String name, List<Exercise> exercises, List<Cell> cells, String sha256) {

    /**
     * An exercise as the released notebook has it.
     *
     * @param id for example {@code "06-2"}
     * @param check the check cell's Java, the course's own and not the student's copy
     * @param index the answer cell's place among all cells of the notebook, from 0
     */
    public record Exercise(String id, String check, int index) {}

    /**
     * A code cell of a released notebook that is neither an answer nor a check.
     *
     * @param index its place among all cells of the notebook, from 0
     * @param source Java
     */
    public record Cell(int index, String source) {}

    private static final String CHECK = "-check";

    /** Copies the lists. */
    public ReleasedNotebook {
        exercises = List.copyOf(exercises);
        cells = List.copyOf(cells);
    }

    /**
     * Reads a released notebook.
     *
     * @param file a file of {@code notebooks/}
     * @return what it gives
     * @throws UserError if the file is damaged
     */
    static ReleasedNotebook read(Path file) {
        String name = file.getFileName().toString().replaceFirst("\\.ipynb$", "");
        try {
            byte[] bytes = Files.readAllBytes(file);
            ObjectNode notebook = NotebookJson.read(new String(bytes, StandardCharsets.UTF_8));
            String sha256 = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
            return of(name, notebook, sha256);
        } catch (IOException broken) {
            throw UserError.unreadable(file, broken);
        } catch (IllegalArgumentException broken) {
            throw UserError.failed("The released notebook " + file.getFileName() + " is damaged. " + broken.getMessage()
                    + " Run ./course build, or unpack the course again.");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static ReleasedNotebook of(String name, ObjectNode notebook, String sha256) {
        JsonNode marl = notebook.path("metadata").path("marl");
        String lesson = marl.path("lesson").asText();
        require(lesson.matches("\\d\\d") && name.startsWith(lesson + "-"), "Its lesson's number is wrong.");
        Map<String, Integer> answers = new TreeMap<>();
        Map<String, String> checks = new TreeMap<>();
        List<Cell> cells = new ArrayList<>();
        int index = -1;
        for (JsonNode cell : notebook.path("cells")) {
            index++;
            JsonNode source = cell.path("source");
            require(source.isTextual() || source.isArray(), "Cell " + index + " has no source.");
            String id = cell.path("metadata").path("nbgrader").path("grade_id").asText();
            String text = NotebookJson.text(source);
            if (!cell.path("cell_type").asText().equals("code")) {
                continue;
            }
            if (id.isEmpty()) {
                cells.add(new Cell(index, text));
            } else if (id.endsWith(CHECK)) {
                String exercise = id.substring(0, id.length() - CHECK.length());
                require(checks.put(exercise, text) == null, "It has two checks of exercise " + exercise + ".");
            } else {
                require(answers.put(id, index) == null, "It has two answer cells of exercise " + id + ".");
            }
        }
        require(answers.keySet().equals(checks.keySet()), "Not every exercise has an answer cell and a check.");
        List<Exercise> exercises = new ArrayList<>();
        answers.forEach((id, at) -> exercises.add(new Exercise(id, checks.get(id), at)));
        exercises.sort(Comparator.comparingInt(Exercise::index));
        return new ReleasedNotebook(lesson, marl.path("title").asText(), name, exercises, cells, sha256);
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
