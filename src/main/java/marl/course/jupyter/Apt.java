package marl.course.jupyter;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import marl.project.Project;
import marl.project.Shell;

/** Debian packages, installed where that is allowed without asking: as root, on a machine with apt. */
public final class Apt {

    private Apt() {}

    /**
     * Whether packages may be installed.
     *
     * @return true for root on a machine with apt
     */
    public static boolean isAllowed() {
        return !Shell.onPath("apt-get").isEmpty() && "root".equals(System.getProperty("user.name"));
    }

    /**
     * Installs packages without questions.
     *
     * @param project the project
     * @param packages names of Debian packages
     * @return whether they are there now
     */
    public static boolean install(Project project, List<String> packages) {
        Map<String, String> environment = Map.of("DEBIAN_FRONTEND", "noninteractive");
        List<String> install = new ArrayList<>(List.of("apt-get", "install", "-y", "--no-install-recommends"));
        install.addAll(packages);
        if (Shell.quiet(project.root(), environment, 600, install).ok()) {
            return true;
        }
        Shell.quiet(project.root(), environment, 300, List.of("apt-get", "update"));
        Shell.Result second = Shell.quiet(project.root(), environment, 900, install);
        if (!second.ok()) {
            System.out.println("apt could not install them: " + second.output().strip());
        }
        return second.ok();
    }
}
