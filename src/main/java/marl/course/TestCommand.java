package marl.course;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import marl.course.jupyter.Apt;
import marl.course.jupyter.Browser;
import marl.course.jupyter.Fonts;
import marl.course.jupyter.Jupyter;
import marl.project.Project;
import marl.project.Shell;
import marl.project.UserError;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./course test}: everything that CI runs. */
@Command(
        name = "test",
        mixinStandardHelpOptions = true,
        description = "Run everything that CI runs: formatting, library and exercise tests, notebooks, browser.")
final class TestCommand implements Callable<Integer> {

    @Option(names = "--quick", description = "Only formatting, the library's tests and the build check.")
    private boolean quick;

    private final Map<String, String> outcomes = new LinkedHashMap<>();
    private boolean failed;

    /** One step; returns whether it passed. */
    private interface Step {
        boolean passes();
    }

    @Override
    public Integer call() {
        Project project = Project.here();
        if (!project.hasSources() || !Files.isDirectory(project.root().resolve("src/test"))) {
            throw UserError.failed("This copy of the course holds no tests; get the full repository.");
        }
        Fonts.ensure(project);
        if (!quick) {
            sandbox(project);
        }
        step("formatting", () -> maven(project, "-q", "spotless:check"));
        step("style", () -> maven(project, "-q", "checkstyle:check"));
        step("benchmarks compile", () -> maven(project, "-q", "-Pbench", "test-compile"));
        step("library and exercise tests", () -> maven(project, "test"));
        step("notebooks match lessons", () -> new picocli.CommandLine(new BuildCommand()).execute("--check") == 0);
        if (!quick) {
            step("student notebooks, tenth scale", () -> notebooks(project, project.notebooks(), "0.1"));
            step("solved notebooks, full scale", () -> notebooks(project, project.solutions(), "1"));
            step("the grader, under attack", () -> maven(project, "test", "-Dgroups=sandbox", "-DexcludedGroups="));
            endToEnd(project);
        }
        System.out.println();
        outcomes.forEach((name, outcome) -> System.out.printf("%-46s %s%n", name, outcome));
        return failed ? 1 : 0;
    }

    /** The grader's hostile submissions need the sandbox that they attack. */
    private static void sandbox(Project project) {
        if (Shell.onPath("bwrap").isEmpty() && Apt.isAllowed()) {
            System.out.println("Installing bubblewrap with apt for the grader's tests ...");
            Apt.install(project, List.of("bubblewrap", "util-linux"));
        }
    }

    private void endToEnd(Project project) {
        String application = Jupyter.findOrInstall(project).isLab() ? "JupyterLab" : "Jupyter Notebook";
        String name = application + " in a browser, offline bundle";
        String why = Browser.prepare(project);
        if (!why.isEmpty() && System.getenv("CI") == null) {
            outcomes.put(name, "skipped: " + why);
            return;
        }
        step(name, () -> maven(project, "test", "-Dgroups=end-to-end", "-DexcludedGroups="));
    }

    private void step(String name, Step step) {
        System.out.println("== " + name);
        long begun = System.nanoTime();
        boolean passed = step.passes();
        failed |= !passed;
        double seconds = (System.nanoTime() - begun) / 1e9;
        outcomes.put(name, (passed ? "passed" : "FAILED") + String.format(Locale.ROOT, " (%.0f s)", seconds));
    }

    private static boolean maven(Project project, String... goals) {
        return Shell.loud(project.root(), Maven.environment(), Maven.command(project, goals)) == 0;
    }

    private static boolean notebooks(Project project, Path folder, String scale) {
        return RunCommand.run(project, Project.numbered(folder, ".ipynb"), null, 120, Map.of("MARL_SCALE", scale)) == 0;
    }
}
