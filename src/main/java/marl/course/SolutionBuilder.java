package marl.course;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import marl.course.jupyter.Jupyter;
import marl.course.jupyter.Kernelspec;
import marl.course.jupyter.NotebookRunner;
import marl.course.text.Fingerprint;
import marl.course.text.Lesson;
import marl.course.text.NotebookMaker;
import marl.course.text.Outputs;
import marl.project.NotebookJson;
import marl.project.Project;
import marl.project.UserError;

/** Makes the solved, executed notebooks, and tells which are out of date. */
final class SolutionBuilder {

    private static final int CELL_SECONDS = 120;

    private final Project project;
    private final Fingerprint fingerprint;

    SolutionBuilder(Project project, Fingerprint fingerprint) {
        this.project = project;
        this.fingerprint = fingerprint;
    }

    private Path file(Lesson lesson) {
        return project.solutions().resolve(lesson.notebookName());
    }

    private ObjectNode made(Lesson lesson) {
        String text = Project.read(project.lessons().resolve(lesson.fileName()));
        ObjectNode notebook = NotebookMaker.solution(lesson);
        ((ObjectNode) notebook.path("metadata").path("marl"))
                .put("fingerprint", fingerprint.of(lesson.header().number(), text));
        return notebook;
    }

    /** Why the solved notebook must be made again; empty if it need not. Outputs are never compared. */
    List<String> stale(Lesson lesson) {
        String name = "solutions/" + lesson.notebookName();
        if (!BuildCommand.exists(file(lesson))) {
            return List.of(name + " is missing");
        }
        ObjectNode there;
        try {
            there = NotebookJson.read(Project.read(file(lesson)));
        } catch (IllegalArgumentException broken) {
            return List.of(name + " cannot be read (" + broken.getMessage() + ")");
        }
        return withoutOutputs(there).equals(withoutOutputs(made(lesson)))
                ? List.of()
                : List.of(name + " is out of date");
    }

    private static JsonNode withoutOutputs(ObjectNode notebook) {
        ObjectNode copy = notebook.deepCopy();
        for (JsonNode cell : copy.path("cells")) {
            ((ObjectNode) cell).remove(List.of("outputs", "execution_count"));
        }
        return copy;
    }

    /**
     * Executes the solved notebook and stores it with its outputs; an error leaves the old file in place.
     *
     * @throws UserError if there is no room for temporary files
     */
    List<String> build(Lesson lesson) {
        Jupyter jupyter = Jupyter.findOrInstall(project);
        new Kernelspec(project).register();
        System.out.println(lesson.notebookName() + ": executing ...");
        Path made = temporary();
        Path executed = temporary();
        try {
            ObjectNode notebook = made(lesson);
            Files.writeString(made, NotebookJson.write(notebook));
            NotebookRunner runner = new NotebookRunner(project, jupyter, CELL_SECONDS);
            NotebookRunner.Run run = runner.run(made, executed, Map.of());
            if (!run.ok()) {
                return List.of("solutions/" + lesson.notebookName() + ", " + run.error());
            }
            Outputs.transfer(notebook, NotebookJson.read(Files.readString(executed)));
            List<String> problems = new ArrayList<>();
            for (String problem : Outputs.problems(notebook)) {
                problems.add("solutions/" + lesson.notebookName() + ", " + problem);
            }
            for (String problem : Outputs.missedPoints(notebook)) {
                problems.add("solutions/" + lesson.notebookName() + ", " + problem);
            }
            if (problems.isEmpty()) {
                Project.write(file(lesson), NotebookJson.write(notebook));
                System.out.printf("%s: done in %.0f s%n", lesson.notebookName(), run.seconds());
            }
            return problems;
        } catch (IOException broken) {
            throw UserError.noTemporaryFile(broken);
        } finally {
            made.toFile().delete();
            executed.toFile().delete();
        }
    }

    private static Path temporary() {
        try {
            return Files.createTempFile("marl", ".ipynb");
        } catch (IOException broken) {
            throw UserError.noTemporaryFile(broken);
        }
    }
}
