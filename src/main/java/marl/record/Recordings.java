package marl.record;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import marl.experiment.Results;
import marl.nn.Precision;
import tech.tablesaw.api.Table;

/** All recordings. */
public final class Recordings {
    private Recordings() {}

    /** In the order of their lessons. */
    public static List<Recording> all() {
        return List.of(new SpreadCurves(), new TeamMethods(), new PrivateLanguages());
    }

    /** The one of this name, if there is one. */
    public static Optional<Recording> named(String name) {
        return all().stream().filter(recording -> recording.name().equals(name)).findFirst();
    }

    /**
     * Runs a recording and writes its table, with lines above it that say how it was made. The file appears whole or not at all.
     *
     * @param seeds how many, at least 1
     */
    public static void write(Recording recording, int seeds, Path file, Consumer<String> progress) {
        Table table = recording.run(seeds, progress);
        List<String> about = List.of(
                recording.about(),
                "Seeds 1 to " + seeds + ". Made by: ./course sweep " + recording.name() + " --seeds " + seeds,
                "Java " + Runtime.version().feature() + ", " + System.getProperty("os.name") + " "
                        + System.getProperty("os.arch") + ", "
                        + Runtime.getRuntime().availableProcessors()
                        + " cores, " + Precision.best().toString().toLowerCase(Locale.ROOT) + " precision.");
        Results.write(file, table, about);
    }
}
