package marl.course.jupyter;

import java.awt.GraphicsEnvironment;
import java.util.List;
import marl.project.Project;

/** Charts need one font. Java alone brings only names for fonts, and a bare Linux has none behind them. */
public final class Fonts {

    private static final int LOGICAL = 5;

    private Fonts() {}

    /**
     * How many font families there are besides Java's logical ones.
     *
     * @return 0 if there are none, or if the system's font service is missing
     */
    public static int families() {
        try {
            int all = GraphicsEnvironment.getLocalGraphicsEnvironment().getAvailableFontFamilyNames().length;
            return Math.max(0, all - LOGICAL);
        } catch (RuntimeException | Error broken) {
            return 0;
        }
    }

    /**
     * Installs a font where there is none and apt may be used.
     *
     * @param project the project
     */
    public static void ensure(Project project) {
        if (families() == 0 && Apt.isAllowed()) {
            System.out.println("Installing a font for the charts with apt ...");
            Apt.install(project, List.of("fontconfig", "fonts-dejavu-core"));
        }
    }
}
