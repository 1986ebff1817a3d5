package marl.course;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import marl.project.NotebookJson;
import marl.project.Project;
import marl.project.UserError;

/** The student's own notebooks in {@code my/}: copied when missing, never overwritten, updated on request. */
final class WorkingCopies {

    private final Project project;

    WorkingCopies(Project project) {
        this.project = project;
    }

    /** Copies what is missing; returns a sentence for each working notebook whose lesson has changed since. */
    List<String> prepare() {
        List<String> changed = new ArrayList<>();
        for (Path released : Project.numbered(project.notebooks(), ".ipynb")) {
            Path mine = project.my().resolve(released.getFileName());
            if (!Files.exists(mine)) {
                Project.write(mine, Project.read(released));
            } else if (isOutdated(released)) {
                String number = released.getFileName().toString().substring(0, 2);
                changed.add("Lesson " + number + " has changed since your copy was made: ./course update " + number
                        + " brings it up to date and keeps your answers.");
            }
        }
        return changed;
    }

    /** Whether the working notebook of a lesson is older than the lesson. */
    boolean isOutdated(Path released) {
        Path mine = project.my().resolve(released.getFileName());
        return Files.exists(mine) && isOutdated(mine, released);
    }

    /** Only what the course wrote counts: answers, outputs and cells of the student's own do not. */
    private static boolean isOutdated(Path mine, Path released) {
        try {
            List<String> courses = courseCells(NotebookJson.read(Project.read(released)));
            List<String> students = courseCells(NotebookJson.read(Project.read(mine)));
            return !students.containsAll(courses);
        } catch (IllegalArgumentException notANotebook) {
            return true;
        }
    }

    private static List<String> courseCells(ObjectNode notebook) {
        List<String> sources = new ArrayList<>();
        for (JsonNode cell : notebook.path("cells")) {
            if (!isAnswer(cell)) {
                sources.add(NotebookJson.text(cell.path("source")).strip());
            }
        }
        return sources;
    }

    private static boolean isAnswer(JsonNode cell) {
        return cell.path("metadata").path("nbgrader").path("solution").asBoolean();
    }

    /**
     * Makes the working notebook anew with the student's answers; returns what was done, in a sentence.
     *
     * @throws UserError if the working notebook is damaged
     */
    String update(Path released) {
        Path mine = project.my().resolve(released.getFileName());
        if (!Files.exists(mine)) {
            Project.write(mine, Project.read(released));
            return "my/" + released.getFileName() + " is new.";
        }
        String before = Project.read(mine);
        Map<String, String> answers;
        try {
            answers = answers(NotebookJson.read(before));
        } catch (IllegalArgumentException broken) {
            throw UserError.failed("Your notebook my/" + released.getFileName() + " is damaged. " + broken.getMessage()
                    + " Move it away, then run this again for a fresh one.");
        }
        ObjectNode fresh = NotebookJson.read(Project.read(released));
        int kept = carryOver(fresh, answers);
        Path backup = mine.resolveSibling(released.getFileName() + ".bak");
        for (int n = 2; Files.exists(backup); n++) {
            backup = mine.resolveSibling(released.getFileName() + "." + n + ".bak");
        }
        Project.write(backup, before);
        Project.write(mine, NotebookJson.write(fresh));
        String lost = answers.isEmpty()
                ? ""
                : " No longer in the lesson: " + String.join(", ", answers.keySet()) + " (see the old file).";
        return "my/" + released.getFileName() + " is up to date with " + kept + " of your answers; the old file is my/"
                + backup.getFileName() + "." + lost;
    }

    /** The student's answers by exercise id; an id that stands twice keeps its last cell. */
    private static Map<String, String> answers(ObjectNode notebook) {
        Map<String, String> answers = new LinkedHashMap<>();
        for (JsonNode cell : notebook.path("cells")) {
            if (isAnswer(cell)) {
                String id =
                        cell.path("metadata").path("nbgrader").path("grade_id").asText();
                answers.put(id, NotebookJson.text(cell.path("source")));
            }
        }
        return answers;
    }

    /** Puts answers into their cells and takes them out of the map; returns how many. */
    private static int carryOver(ObjectNode fresh, Map<String, String> answers) {
        int kept = 0;
        for (JsonNode cell : fresh.path("cells")) {
            String id = cell.path("metadata").path("nbgrader").path("grade_id").asText();
            if (isAnswer(cell) && answers.containsKey(id)) {
                ((ObjectNode) cell).set("source", NotebookJson.lines(answers.remove(id)));
                kept++;
            }
        }
        return kept;
    }
}
