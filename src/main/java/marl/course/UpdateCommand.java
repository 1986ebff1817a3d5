package marl.course;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import marl.project.Project;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code ./course update}: a working notebook brought up to date, answers kept. */
@Command(
        name = "update",
        mixinStandardHelpOptions = true,
        description = "Make the working notebook of a lesson anew, carrying your answers over.")
final class UpdateCommand implements Callable<Integer> {

    @Parameters(paramLabel = "NN", description = "The lesson, for example 01.")
    private String lesson;

    @Override
    public Integer call() {
        Project project = Project.here();
        Path released = Project.lesson(project.notebooks(), lesson, ".ipynb");
        System.out.println(new WorkingCopies(project).update(released));
        return 0;
    }
}
