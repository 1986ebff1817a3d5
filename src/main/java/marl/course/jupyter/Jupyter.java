package marl.course.jupyter;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import marl.project.Project;
import marl.project.Shell;
import marl.project.UserError;

/**
 * A Jupyter that works: the program that opens notebooks and the Python that executes them.
 *
 * @param command the {@code jupyter} program
 * @param application {@code lab} or {@code notebook}
 * @param python a Python that can import nbclient, for headless execution
 */
public record Jupyter(Path command, String application, Path python) {

    private static final String CURE = "install JupyterLab (pip install jupyterlab, conda install jupyterlab or uv tool"
            + " install jupyterlab) and run this again";

    /**
     * Looks for a Jupyter: JupyterLab on the PATH first, then any Jupyter there, then the project's private one.
     *
     * @param project the project
     * @return the first of these that answers
     */
    public static Optional<Jupyter> find(Project project) {
        List<Jupyter> onPath = new ArrayList<>();
        Set<Path> seen = new LinkedHashSet<>();
        for (Path command : Shell.onPath("jupyter")) {
            if (Files.isExecutable(command) && seen.add(real(command))) {
                probe(command).ifPresent(onPath::add);
            }
            if (!onPath.isEmpty() && onPath.get(onPath.size() - 1).isLab()) {
                return Optional.of(onPath.get(onPath.size() - 1));
            }
        }
        Path mine = venv(project, "jupyter");
        return onPath.stream().findFirst().or(() -> Files.isExecutable(mine) ? probe(mine) : Optional.empty());
    }

    /**
     * Whether notebooks open in JupyterLab.
     *
     * @return false for Jupyter Notebook
     */
    public boolean isLab() {
        return application.equals("lab");
    }

    /** Where a program really lies: a folder on the PATH may be a link to another one. */
    private static Path real(Path command) {
        try {
            return command.toRealPath();
        } catch (IOException gone) {
            return command;
        }
    }

    /**
     * Finds a Jupyter, and a font for its charts, or installs them, saying what it does.
     *
     * @param project the project
     * @return a Jupyter
     * @throws UserError if there is none and none can be installed; the sentence says what to install
     */
    public static Jupyter findOrInstall(Project project) {
        Fonts.ensure(project);
        return find(project).orElseGet(() -> {
            new JupyterInstaller(project).install();
            return find(project).orElseThrow(() -> UserError.failed("No Jupyter was found: " + CURE + "."));
        });
    }

    private static Optional<Jupyter> probe(Path command) {
        Optional<Path> python = pythonOf(command);
        if (python.isEmpty()) {
            return Optional.empty();
        }
        for (String application : List.of("lab", "notebook")) {
            if (quiet(command.toString(), application, "--version").ok()) {
                return Optional.of(new Jupyter(command, application, python.get()));
            }
        }
        return Optional.empty();
    }

    /** The Python behind a jupyter script stands in its first line; launchers without one sit beside their Python. */
    private static Optional<Path> pythonOf(Path command) {
        Set<Path> candidates = new LinkedHashSet<>();
        shebang(command).ifPresent(candidates::add);
        for (String name : List.of("python3", "python", "python.exe")) {
            candidates.add(command.resolveSibling(name));
        }
        candidates.addAll(Shell.onPath("python3"));
        return candidates.stream()
                .filter(Files::isExecutable)
                .filter(python -> quiet(python.toString(), "-c", "import nbclient, nbformat")
                        .ok())
                .findFirst();
    }

    private static Optional<Path> shebang(Path script) {
        try {
            byte[] start = new byte[300];
            int length;
            try (var in = Files.newInputStream(script)) {
                length = in.readNBytes(start, 0, start.length);
            }
            String first = new String(start, 0, length, java.nio.charset.StandardCharsets.UTF_8).split("\n", 2)[0];
            return first.startsWith("#!/")
                    ? Optional.of(Path.of(first.substring(2).strip()))
                    : Optional.empty();
        } catch (IOException | java.nio.file.InvalidPathException unreadable) {
            return Optional.empty();
        }
    }

    /**
     * A program of the project's private Python.
     *
     * @param project the project
     * @param name without extension
     * @return where it is, if it is installed
     */
    static Path venv(Project project, String name) {
        Path venv = project.root().resolve(".venv");
        return Shell.isWindows()
                ? venv.resolve("Scripts").resolve(name + ".exe")
                : venv.resolve("bin").resolve(name);
    }

    private static Shell.Result quiet(String... command) {
        return Shell.quiet(Path.of("").toAbsolutePath(), Map.of(), 60, List.of(command));
    }
}
