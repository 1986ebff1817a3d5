package marl.course;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import marl.grade.run.GradescopeRun;
import marl.grade.run.GradescopeZip;
import marl.grade.run.GradingRequest;
import marl.grade.run.GradingRun;
import marl.project.Project;
import marl.project.UserError;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./course grade}: marks for a folder of submissions. */
@Command(
        name = "grade",
        mixinStandardHelpOptions = true,
        description = "Mark a folder of submitted notebooks; see docs/grading.md.")
final class GradeCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "DIR",
            arity = "0..1",
            description = "The submissions: a folder or a file for each student.")
    private Optional<Path> folder = Optional.empty();

    @Option(names = "--out", paramLabel = "DIR", description = "Where marks go (default: marks).")
    private Path out = Path.of("marks");

    @Option(names = "--roster", paramLabel = "CSV", description = "A class list; who is missing is said.")
    private Optional<Path> roster = Optional.empty();

    @Option(
            names = "--key",
            paramLabel = "FILE",
            description = "The key of the secret cases (default: in your settings).")
    private Optional<Path> key = Optional.empty();

    @Option(names = "--seed", paramLabel = "N", description = "A number in place of the key: for trying things out.")
    private Optional<Long> seed = Optional.empty();

    @Option(names = "--jobs", paramLabel = "N", description = "Submissions at the same time (default: one a core).")
    private int jobs = Runtime.getRuntime().availableProcessors();

    @Option(names = "--regrade", description = "Grade finished submissions again.")
    private boolean regrade;

    @Option(names = "--diff", description = "List the marks that changed since the last run.")
    private boolean diff;

    @Option(names = "--docker", paramLabel = "IMAGE", description = "Run students' code in containers of this image.")
    private Optional<String> image = Optional.empty();

    @Option(
            names = "--unsafe-own-code",
            description = "Do without a sandbox if there is none: only for code that you trust.")
    private boolean unsafe;

    @Option(names = "--gradescope-zip", paramLabel = "FILE", description = "Make an autograder archive for Gradescope.")
    private Optional<Path> zip = Optional.empty();

    @Option(names = "--gradescope-results", paramLabel = "FILE", hidden = true)
    private Optional<Path> results = Optional.empty();

    @Option(names = "--lesson", paramLabel = "NN", description = "The lesson of the archive.")
    private Optional<String> lesson = Optional.empty();

    @Override
    public Integer call() {
        if (zip.isPresent()) {
            GradescopeZip.write(Project.here(), zip.get(), lesson, key, System.out);
            return 0;
        }
        Path submissions = folder.orElseThrow(
                () -> UserError.usage("Name the folder of submissions: ./course grade DIR --out marks."));
        if (!Files.isDirectory(submissions)) {
            throw UserError.usage("There is no folder " + submissions + ": name the folder of submissions.");
        }
        if (jobs < 1) {
            throw UserError.usage("--jobs must be 1 or more, not " + jobs + ".");
        }
        GradingRequest request = new GradingRequest(
                submissions,
                out,
                roster,
                key,
                seed.map(OptionalLong::of).orElse(OptionalLong.empty()),
                image,
                unsafe,
                jobs,
                regrade,
                diff);
        return results.isPresent()
                ? GradescopeRun.run(Project.here(), request, lesson, results.get(), System.out)
                : GradingRun.run(Project.here(), request, System.out);
    }
}
