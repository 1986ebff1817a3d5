package marl.course;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import marl.course.jupyter.Jupyter;
import marl.course.jupyter.Kernelspec;
import marl.course.jupyter.LabDefaults;
import marl.course.jupyter.NotebookRunner;
import marl.project.Project;
import marl.project.Shell;
import marl.project.UserError;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./course lab}: opens Jupyter on the student's working notebooks. */
@Command(
        name = "lab",
        mixinStandardHelpOptions = true,
        description = "Open Jupyter on your working copies in my/; installs what is missing on the first run.")
final class LabCommand implements Callable<Integer> {

    @Parameters(paramLabel = "NN", arity = "0..1", description = "The lesson to open (default: the first).")
    private String lesson;

    @Option(names = "--no-browser", description = "Start the server only and print its address.")
    private boolean noBrowser;

    @Option(names = "--port", paramLabel = "N", description = "The port (default: Jupyter's, or the next free one).")
    private Integer port;

    @Override
    public Integer call() {
        Project project = Project.here();
        if (port != null && (port < 1 || port > 65535)) {
            throw UserError.usage("A port is a number from 1 to 65535, not " + port + ".");
        }
        Path released = lesson == null ? first(project) : Project.lesson(project.notebooks(), lesson, ".ipynb");
        Jupyter jupyter = Jupyter.findOrInstall(project);
        new Kernelspec(project).register();
        new LabDefaults(project).write();
        new WorkingCopies(project).prepare().forEach(System.out::println);
        Path mine = project.my().resolve(released.getFileName());
        System.out.println("Opening my/" + mine.getFileName() + " in Jupyter; stop it with Ctrl-C.");
        int code = Shell.loud(project.root(), environment(project), command(project, jupyter, mine));
        return code == 130 || code == 143 || code == 0 ? 0 : 1;
    }

    /** The project is the root, so that links to the glossary work; what opens is the student's own notebook. */
    private List<String> command(Project project, Jupyter jupyter, Path mine) {
        List<String> command = new ArrayList<>();
        command.add(jupyter.command().toString());
        command.add(jupyter.application());
        command.add(mine.toString());
        command.add("--notebook-dir=" + project.root());
        if (noBrowser) {
            command.add("--no-browser");
        }
        if (port != null) {
            command.add("--port=" + port);
        }
        if ("root".equals(System.getProperty("user.name"))) {
            command.add("--allow-root");
        }
        return command;
    }

    private static Map<String, String> environment(Project project) {
        return Map.of(
                "JUPYTER_PATH", NotebookRunner.jupyterPath(project),
                "JUPYTER_CONFIG_PATH",
                        new LabDefaults(project).searchPath(Optional.ofNullable(System.getenv("JUPYTER_CONFIG_PATH"))));
    }

    private static Path first(Project project) {
        List<Path> released = Project.numbered(project.notebooks(), ".ipynb");
        if (released.isEmpty()) {
            throw UserError.failed(
                    "There are no notebooks in this copy of the course: unpack it again, or run ./course build.");
        }
        return released.get(0);
    }
}
