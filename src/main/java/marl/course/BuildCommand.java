package marl.course;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import marl.course.text.Fingerprint;
import marl.course.text.Lesson;
import marl.project.Project;
import marl.project.UserError;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./course build}: lessons to notebooks and solutions. */
@Command(
        name = "build",
        mixinStandardHelpOptions = true,
        description = "Make notebooks/ and solutions/ from lessons/; execute what has changed.")
final class BuildCommand implements Callable<Integer> {

    @Option(names = "--check", description = "Change nothing; fail if anything is out of date.")
    private boolean check;

    @Override
    public Integer call() {
        Project project = Project.here();
        if (!project.hasSources()) {
            throw UserError.failed("This copy of the course has no lessons/ to build from; get the full repository.");
        }
        LessonFiles files = LessonFiles.read(project);
        Fingerprint fingerprint = new Fingerprint(project.root().resolve("src/main/java"));
        SolutionBuilder solutions = new SolutionBuilder(project, fingerprint);
        List<String> stale = new ArrayList<>(files.leftovers());
        for (Lesson lesson : files.lessons()) {
            stale.addAll(files.staleStudentNotebook(lesson));
            stale.addAll(solutions.stale(lesson));
        }
        if (check) {
            stale.forEach(System.out::println);
            System.out.println(
                    stale.isEmpty()
                            ? files.lessons().size() + " lessons: notebooks and solutions are up to date."
                            : "Run ./course build and commit what it makes.");
            return stale.isEmpty() ? 0 : 1;
        }
        return build(files, solutions);
    }

    private static int build(LessonFiles files, SolutionBuilder solutions) {
        files.removeLeftovers();
        List<String> problems = new ArrayList<>();
        for (Lesson lesson : files.lessons()) {
            files.writeStudentNotebook(lesson);
            if (solutions.stale(lesson).isEmpty()) {
                System.out.println(lesson.notebookName() + ": up to date");
            } else {
                problems.addAll(solutions.build(lesson));
            }
        }
        problems.forEach(System.err::println);
        return problems.isEmpty() ? 0 : 1;
    }

    /** Whether a file exists; a word shorter at the call sites. */
    static boolean exists(Path file) {
        return Files.isRegularFile(file);
    }
}
