package marl.course;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import marl.project.Project;
import marl.project.Shell;
import marl.project.UserError;

/**
 * What a room without network needs on top of a student's zip: a Maven repository with the library's parts and the
 * kernel, and Jupyter's wheels where pip can get them.
 */
final class OfflineParts {

    private final Project project;
    private final Path folder;

    /** Parts for the copy of the course staged in {@code folder}. */
    OfflineParts(Project project, Path folder) {
        this.project = project;
        this.folder = folder;
    }

    void add(List<String> platforms) throws IOException {
        System.out.println("Collecting the Maven repository ...");
        fill(List.of());
        for (String platform : platforms) {
            System.out.println("Adding natives for " + platform + " ...");
            fill(List.of("-Djavacpp.platform=" + platform));
        }
        Bundle.deleteTree(folder.resolve("target"));
        forgetOrigins();
        boolean wheels = wheels();
        Files.writeString(folder.resolve("OFFLINE.md"), note(platforms, wheels));
        System.out.println(
                wheels
                        ? "Jupyter's wheels are inside."
                        : "Jupyter's wheels cannot be had here: see OFFLINE.md in the zip.");
    }

    /** Builds the staged copy with an empty repository, which fills it: from this machine's own repository if it can. */
    private void fill(List<String> options) throws IOException {
        if (!maven(options, true).ok()) {
            Shell.Result result = maven(options, false);
            if (!result.ok()) {
                String why = result.output()
                        .lines()
                        .filter(l -> l.contains("ERROR"))
                        .findFirst()
                        .orElse("");
                throw UserError.failed(
                        "Maven could not collect the bundle's parts (" + why + "); is the network there?");
            }
        }
    }

    private Shell.Result maven(List<String> options, boolean fromLocal) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Maven.program().toString(),
                "-B",
                "-q",
                "-ntp",
                "-f",
                folder.resolve("pom.xml").toString(),
                "-Dmaven.repo.local=" + folder.resolve("maven-repository"),
                "-Dmaven.test.skip=true"));
        Path settings = Files.createTempFile("marl", "settings.xml");
        try {
            if (fromLocal) {
                Files.writeString(settings, mirror());
                command.addAll(List.of("-s", settings.toString()));
            }
            command.addAll(options);
            command.add("package");
            return Shell.quiet(folder, Maven.environment(), 1200, command);
        } finally {
            Files.delete(settings);
        }
    }

    /** This machine's Maven repository in the role of the network. */
    private String mirror() {
        Path bundled = project.root().resolve("maven-repository");
        Path local =
                Files.isDirectory(bundled) ? bundled : Path.of(System.getProperty("user.home"), ".m2", "repository");
        return "<settings><mirrors><mirror><id>this-machine</id><mirrorOf>*</mirrorOf><url>" + local.toUri()
                + "</url></mirror></mirrors></settings>\n";
    }

    /** Without its notes on where files came from, a repository serves anybody offline. */
    private void forgetOrigins() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("maven-repository"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = file.getFileName().toString();
                if (name.equals("_remote.repositories")
                        || name.endsWith(".lastUpdated")
                        || name.startsWith("resolver-status")) {
                    Files.delete(file);
                }
            }
        }
    }

    private boolean wheels() throws IOException {
        List<Path> python = Shell.onPath("python3");
        if (python.isEmpty()) {
            return false;
        }
        Path wheels = folder.resolve("wheels");
        Path requirements = Files.createTempFile("marl", "requirements.txt");
        try (var in = OfflineParts.class.getResourceAsStream("/marl/course/requirements.txt")) {
            Files.write(requirements, in.readAllBytes());
            List<String> command = List.of(
                    python.get(0).toString(),
                    "-m",
                    "pip",
                    "download",
                    "--quiet",
                    "--timeout",
                    "5",
                    "--retries",
                    "0",
                    "--disable-pip-version-check",
                    "-d",
                    wheels.toString(),
                    "-r",
                    requirements.toString());
            boolean got = Shell.quiet(folder, Map.of("PIP_DEFAULT_TIMEOUT", "5"), 600, command)
                    .ok();
            if (!got && Files.exists(wheels)) {
                Bundle.deleteTree(wheels);
            }
            return got;
        } finally {
            Files.delete(requirements);
        }
    }

    private static String note(List<String> platforms, boolean wheels) {
        String natives = platforms.isEmpty() ? "the platform it was packed on" : String.join(", ", platforms);
        String jupyter = wheels
                ? "- Python 3 with venv, for the Jupyter in `wheels/` (wheels are for the packer's platform and Python)"
                : "- Jupyter (JupyterLab or Notebook with nbclient): its wheels could not be downloaded when this bundle"
                        + " was packed";
        return "# This bundle needs no network\n\nEach laptop still needs:\n\n- a JDK 17 or newer\n- Maven 3.6.3 or newer\n"
                + jupyter + "\n\nIts native libraries are for " + natives
                + ".\n\nThen: `./course lab` (on Windows: `course lab`).\n";
    }
}
