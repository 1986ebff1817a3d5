package marl.course.jupyter;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import marl.project.Project;
import marl.project.Shell;
import marl.project.UserError;

/** Installs a Jupyter where none is: a private {@code .venv} with pip first, then apt where that is allowed. */
final class JupyterInstaller {

    /** The distribution's Jupyter. */
    private static final List<String> APT_PACKAGES =
            List.of("jupyter-notebook", "jupyter-nbconvert", "python3-nbclient");

    private final Project project;

    JupyterInstaller(Project project) {
        this.project = project;
    }

    void install() {
        System.out.println("No Jupyter on this machine yet.");
        if (!withPip() && !withApt()) {
            throw UserError.failed("No Jupyter was found and none could be installed: install JupyterLab (pip install"
                    + " jupyterlab, or your system's packages) and run this again.");
        }
    }

    private boolean withPip() {
        Optional<Path> python = Shell.onPath(Shell.isWindows() ? "python" : "python3").stream()
                .filter(p -> run(30, p.toString(), "-c", "import venv, ensurepip"))
                .findFirst();
        if (python.isEmpty()) {
            return false;
        }
        System.out.println("Installing JupyterLab into .venv (a private Python; about 150 MB, once) ...");
        Path venv = project.root().resolve(".venv");
        if (!run(120, python.get().toString(), "-m", "venv", venv.toString())) {
            return false;
        }
        List<String> pip = new ArrayList<>(List.of(
                Jupyter.venv(project, "python").toString(),
                "-m",
                "pip",
                "install",
                "--quiet",
                "--timeout",
                "5",
                "--retries",
                "0",
                "--disable-pip-version-check"));
        Path wheels = project.root().resolve("wheels");
        if (Files.isDirectory(wheels)) {
            pip.addAll(List.of("--no-index", "--find-links", wheels.toString()));
        }
        pip.addAll(List.of("-r", requirements().toString()));
        Map<String, String> impatient = Map.of("PIP_DEFAULT_TIMEOUT", "5");
        if (Shell.quiet(project.root(), impatient, 900, pip).ok()) {
            return true;
        }
        System.out.println("No Python registry can be reached from here.");
        deleteTree(venv);
        return false;
    }

    private boolean withApt() {
        if (!Apt.isAllowed()) {
            return false;
        }
        System.out.println("Installing Jupyter with apt (" + String.join(", ", APT_PACKAGES) + ") ...");
        return Apt.install(project, APT_PACKAGES);
    }

    /** The pinned Python packages as a file that pip can read. */
    private Path requirements() {
        try (InputStream in = JupyterInstaller.class.getResourceAsStream("/marl/course/requirements.txt")) {
            Path file = project.installed().resolve("requirements.txt");
            Files.createDirectories(file.getParent());
            Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
            return file;
        } catch (IOException broken) {
            throw UserError.unwritable(project.installed(), broken);
        }
    }

    private boolean run(int seconds, String... command) {
        return Shell.quiet(project.root(), Map.of(), seconds, List.of(command)).ok();
    }

    private static void deleteTree(Path folder) {
        try (var files = Files.walk(folder)) {
            files.sorted(java.util.Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException leftBehind) {
            System.out.println("Could not remove " + folder + "; remove it by hand.");
        }
    }
}
