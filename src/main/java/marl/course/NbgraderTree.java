package marl.course;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import marl.project.Project;
import marl.project.UserError;

/**
 * A course folder for nbgrader: {@code source/06-qmix/06-qmix.ipynb} for each lesson, and a configuration.
 *
 * <p>The notebooks are those that students get anyway. They hold no solutions, so the configuration leaves out the step that
 * clears solutions: nbgrader would replace whole answer cells, with the signatures in them. There are no hidden tests and no
 * marking schemes to clear either.
 */
final class NbgraderTree {
    private static final String CONFIGURATION = """
            # Made by ./course pack --nbgrader, for nbgrader 0.9. You may change it; it is written only once.
            from nbgrader.preprocessors import CheckCellMetadata, ClearOutput, ComputeChecksums
            from nbgrader.preprocessors import IncludeHeaderFooter, LockCells, SaveCells

            c = get_config()
            c.CourseDirectory.course_id = "marl"

            # The notebooks in source/ are what students get: they hold no solutions, no hidden tests and no teaching notes.
            # Without ClearSolutions the answer cells keep their signatures.
            c.GenerateAssignment.preprocessors = [
                IncludeHeaderFooter,
                LockCells,
                ClearOutput,
                CheckCellMetadata,
                ComputeChecksums,
                SaveCells,
            ]
            """;

    private final Project project;

    NbgraderTree(Project project) {
        this.project = project;
    }

    /**
     * Writes the tree. Notebooks that are there already are replaced, a configuration is not.
     *
     * @param folder where to; made if it is not there
     * @return the names of the assignments
     */
    List<String> write(Path folder) {
        try {
            List<Path> notebooks = Project.numbered(project.notebooks(), ".ipynb");
            for (Path notebook : notebooks) {
                Path target = folder.resolve("source").resolve(name(notebook)).resolve(notebook.getFileName());
                Files.createDirectories(target.getParent());
                Project.write(target, Project.read(notebook));
            }
            Path configuration = folder.resolve("nbgrader_config.py");
            if (!Files.exists(configuration)) {
                Project.write(configuration, CONFIGURATION);
            }
            return notebooks.stream().map(NbgraderTree::name).toList();
        } catch (IOException broken) {
            throw UserError.unwritable(folder, broken);
        }
    }

    private static String name(Path notebook) {
        return notebook.getFileName().toString().replaceFirst("\\.ipynb$", "");
    }
}
