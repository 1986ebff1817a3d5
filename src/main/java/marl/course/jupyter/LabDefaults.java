package marl.course.jupyter;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import marl.project.Project;

/**
 * What JupyterLab does in this course until a user decides otherwise: a link to the glossary shows it as a page, not as
 * raw Markdown. These are defaults. They live inside the project, JupyterLab finds them through JUPYTER_CONFIG_PATH, and
 * whatever a user has chosen in JupyterLab's settings comes before them.
 */
public final class LabDefaults {

    private static final String NAME = "default_setting_overrides.json";

    private final Project project;

    /**
     * The defaults of a copy of the course.
     *
     * @param project the copy
     */
    public LabDefaults(Project project) {
        this.project = project;
    }

    /**
     * The folder that JUPYTER_CONFIG_PATH must name.
     *
     * @return a folder with {@code labconfig} in it
     */
    public Path folder() {
        return project.installed().resolve("jupyter-config");
    }

    /**
     * Where JupyterLab reads the defaults.
     *
     * @return the file, which need not be there yet
     */
    public Path file() {
        return folder().resolve("labconfig").resolve(NAME);
    }

    /** Writes the file, if it is not right already. */
    public void write() {
        try (InputStream in = LabDefaults.class.getResourceAsStream("/marl/course/" + NAME)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            if (!Files.isRegularFile(file()) || !Project.read(file()).equals(text)) {
                Project.write(file(), text);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /**
     * JUPYTER_CONFIG_PATH with the course's folder last, because what stands before it wins.
     *
     * @param others what the variable holds already
     * @return a search path
     */
    public String searchPath(Optional<String> others) {
        return others.filter(paths -> !paths.isEmpty())
                .map(paths -> paths + File.pathSeparator + folder())
                .orElse(folder().toString());
    }
}
