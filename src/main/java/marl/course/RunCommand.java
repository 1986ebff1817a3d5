package marl.course;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import marl.course.jupyter.Jupyter;
import marl.course.jupyter.Kernelspec;
import marl.course.jupyter.NotebookRunner;
import marl.course.text.Outputs;
import marl.project.NotebookJson;
import marl.project.Project;
import marl.project.UserError;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./course run}: executes notebooks headless on the real kernel. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = "Execute notebooks without a browser, and time them: a lesson that is named from your own copy in"
                + " my/ if there is one, else as released.")
final class RunCommand implements Callable<Integer> {

    @Parameters(paramLabel = "NN", description = "Lessons, for example 01 02; all of them if none is named.")
    private List<String> lessons = new ArrayList<>();

    @Option(names = "--solutions", description = "Execute the solved notebooks instead.")
    private boolean solutions;

    @Option(names = "--out", paramLabel = "DIR", description = "Keep the executed notebooks in DIR.")
    private Path out;

    @Option(names = "--cell-timeout", paramLabel = "S", description = "Seconds a cell may take (default 120).")
    private int cellTimeout = 120;

    @Override
    public Integer call() {
        Project project = Project.here();
        Path folder = solutions ? project.solutions() : project.notebooks();
        List<Path> files = lessons.isEmpty()
                ? Project.numbered(folder, ".ipynb")
                : lessons.stream().map(l -> named(project, folder, l)).toList();
        if (files.isEmpty()) {
            throw UserError.failed("There are no notebooks in " + folder.getFileName()
                    + ": ./course build or ./course lab makes them.");
        }
        return run(project, files, out, cellTimeout, Map.of());
    }

    /** The reader's own copy of a lesson, said so, unless the solved one was asked for or there is none. */
    private Path named(Project project, Path folder, String lesson) {
        Path released = Project.lesson(folder, lesson, ".ipynb");
        Path own = project.my().resolve(released.getFileName());
        if (solutions || !Files.exists(own)) {
            return released;
        }
        System.out.println("Your own copy: my/" + own.getFileName());
        return own;
    }

    /** Executes the files one after the other, prints a table of times, and returns the exit code. */
    static int run(Project project, List<Path> files, Path out, int cellTimeout, Map<String, String> environment) {
        Jupyter jupyter = Jupyter.findOrInstall(project);
        new Kernelspec(project).register();
        NotebookRunner runner = new NotebookRunner(project, jupyter, cellTimeout);
        Path results = out == null ? temporaryFolder() : made(out);
        List<String> problems = new ArrayList<>();
        System.out.printf("%-34s %9s   %s%n", "notebook", "time", "slowest cell");
        for (Path file : files) {
            String name = file.getFileName().toString();
            Path result = results.resolve(name);
            try {
                NotebookJson.read(Project.read(file));
            } catch (IllegalArgumentException broken) {
                problems.add(name + " is damaged. " + broken.getMessage()
                        + " ./course update or git restore brings it back.");
                continue;
            }
            NotebookRunner.Run run = runner.run(file, result, environment);
            System.out.printf(
                    Locale.ROOT,
                    "%-34s %7.1f s   %5.1f s (cell %d)%n",
                    name,
                    run.seconds(),
                    run.slowestSeconds(),
                    run.slowestCell());
            if (!run.ok()) {
                problems.add(name + ", " + run.error());
            } else {
                judged(result, file).forEach(row -> problems.add(name + ", " + row));
            }
            if (out == null) {
                result.toFile().delete();
            }
        }
        if (out == null) {
            results.toFile().delete();
        }
        problems.forEach(System.err::println);
        System.out.println(
                problems.isEmpty()
                        ? files.size() + " notebooks ran from top to bottom."
                        : problems.size() + " problems, listed above.");
        return problems.isEmpty() ? 0 : 1;
    }

    /** Rows out of tolerance, and in solved notebooks checks without full marks. */
    private static List<String> judged(Path result, Path file) {
        ObjectNode executed = NotebookJson.read(Project.read(result));
        List<String> problems = new ArrayList<>(Outputs.outOfTolerance(executed));
        if (file.toAbsolutePath().getParent().endsWith("solutions")) {
            problems.addAll(Outputs.missedPoints(executed));
        }
        return problems;
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("marl-out");
        } catch (IOException broken) {
            throw UserError.noTemporaryFile(broken);
        }
    }

    private static Path made(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException broken) {
            throw UserError.usage("Cannot make the folder " + folder + ": choose one you may write to.");
        }
    }
}
