package marl.course;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import marl.project.Project;
import marl.project.Shell;
import marl.project.UserError;

/** Maven as the launcher uses it: the one on the PATH, with this Java, and the bundle's own repository if there is one. */
final class Maven {

    private Maven() {}

    /**
     * The program, or an error that says what to install.
     *
     * @throws UserError if there is none
     */
    static Path program() {
        return Shell.onPath("mvn").stream()
                .findFirst()
                .orElseThrow(
                        () -> UserError.failed("No Maven was found: install Maven 3.6.3 or newer and run this again."));
    }

    /** A command on the project's pom, quiet about downloads. */
    static List<String> command(Project project, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(program().toString());
        command.addAll(
                List.of("-B", "-ntp", "-f", project.root().resolve("pom.xml").toString()));
        Path repository = project.root().resolve("maven-repository");
        if (Files.isDirectory(repository)) {
            command.addAll(List.of("-o", "-Dmaven.repo.local=" + repository));
        }
        command.addAll(List.of(arguments));
        return command;
    }

    /** This Java for Maven too. */
    static Map<String, String> environment() {
        return Map.of("JAVA_HOME", System.getProperty("java.home"));
    }
}
