package marl.course;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import marl.project.Project;
import marl.project.UserError;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./course pack}: a zip to hand out, or a tree for nbgrader. */
@Command(
        name = "pack",
        mixinStandardHelpOptions = true,
        description = "Make a zip for students, one for a room without network, or a tree for nbgrader.")
final class PackCommand implements Callable<Integer> {

    private static final Set<String> PLATFORMS =
            Set.of("linux-x86_64", "linux-arm64", "macosx-x86_64", "macosx-arm64", "windows-x86_64");

    @ArgGroup(exclusive = true, multiplicity = "1")
    private Target target;

    private static final class Target {
        @Option(names = "--student", paramLabel = "FILE", description = "Notebooks, library and docs; no solutions.")
        private Path student;

        @Option(
                names = "--offline",
                paramLabel = "FILE",
                description = "The same, with everything that a room without network needs.")
        private Path offline;

        @Option(
                names = "--nbgrader",
                paramLabel = "FOLDER",
                description = "A source tree and a configuration for nbgrader, in a folder.")
        private Path nbgrader;
    }

    @Option(
            names = "--platform",
            split = ",",
            paramLabel = "P",
            description = "Platforms of the room for --offline, for example linux-x86_64,windows-x86_64,macosx-arm64"
                    + " (default: this machine's).")
    private List<String> platforms = new ArrayList<>();

    @Override
    public Integer call() {
        for (String platform : platforms) {
            if (!PLATFORMS.contains(platform)) {
                throw UserError.usage("There is no platform " + platform + "; there are "
                        + String.join(", ", new java.util.TreeSet<>(PLATFORMS)) + ".");
            }
        }
        if (target.nbgrader != null) {
            List<String> assignments = new NbgraderTree(Project.here()).write(target.nbgrader);
            System.out.printf(
                    "%s holds %d assignments. Next: cd %s && nbgrader generate_assignment %s%n",
                    target.nbgrader, assignments.size(), target.nbgrader, assignments.get(0));
            return 0;
        }
        Path file = target.student == null ? target.offline : target.student;
        Path folder = file.toAbsolutePath().getParent();
        if (!file.toString().endsWith(".zip") || !Files.isDirectory(folder)) {
            throw UserError.usage("Give a file that ends in .zip in a folder that exists, not " + file + ".");
        }
        Bundle bundle = new Bundle(Project.here());
        if (target.student != null) {
            bundle.student(file.toAbsolutePath());
        } else {
            bundle.offline(file.toAbsolutePath(), platforms);
        }
        System.out.printf("%s is ready (%d MB).%n", file, file.toFile().length() / 1_000_000);
        return 0;
    }
}
