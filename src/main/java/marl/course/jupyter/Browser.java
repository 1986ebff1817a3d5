package marl.course.jupyter;

import java.nio.file.Path;
import java.util.List;
import marl.project.Project;
import marl.project.Shell;

/** The headless browser that the end-to-end test drives. */
public final class Browser {

    /** Debian's names of the browser and of its driver. */
    private static final List<String> PROGRAMS = List.of("chromium", "chromedriver");

    private Browser() {}

    /**
     * Makes sure that browser and driver are there, installing them with apt where that is allowed.
     *
     * @param project the project
     * @return empty, or why there is none
     */
    public static String prepare(Project project) {
        if (isThere()) {
            return "";
        }
        if (Apt.isAllowed()) {
            System.out.println("Installing Chromium with apt for the browser test ...");
            Apt.install(project, List.of("chromium", "chromium-driver"));
        }
        return isThere() ? "" : "no chromium and chromedriver on the PATH, and they may not be installed here";
    }

    private static boolean isThere() {
        return PROGRAMS.stream().noneMatch(name -> Shell.onPath(name).isEmpty());
    }

    /**
     * A program of the browser's.
     *
     * @param name {@code chromium} or {@code chromedriver}
     * @return the first on the PATH
     */
    public static Path program(String name) {
        return Shell.onPath(name).get(0);
    }
}
