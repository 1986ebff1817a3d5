package marl.course;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import marl.course.jupyter.Kernelspec;
import marl.project.Project;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./course kernel}: where the kernel is, and how other front ends find it. */
@Command(
        name = "kernel",
        mixinStandardHelpOptions = true,
        description = "Show where the Java kernel is registered; with --user, register it for VS Code and others.")
final class KernelCommand implements Callable<Integer> {

    @Option(names = "--user", description = "Install the kernelspec for this user, for every front end.")
    private boolean user;

    @Override
    public Integer call() {
        Kernelspec kernel = new Kernelspec(Project.here());
        kernel.register();
        if (user) {
            Path folder = kernel.registerForUser();
            System.out.println("Registered \"Java (MARL course)\" in " + folder);
            System.out.println("In VS Code: open a notebook, Select Kernel, Jupyter Kernel, Java (MARL course).");
        } else {
            System.out.println("The kernel is registered inside the project, in " + kernel.folder());
            System.out.println("Jupyter finds it with JUPYTER_PATH=" + kernel.jupyterPath());
            System.out.println("For VS Code and other front ends: ./course kernel --user");
        }
        return 0;
    }
}
