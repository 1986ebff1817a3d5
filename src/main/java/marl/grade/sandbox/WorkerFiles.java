package marl.grade.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The folder that workers get to see: their own classes, the library without the checks and without the types that an
 * exercise forbids, and, only when an answer needs them, the other libraries. What is not here cannot be called, read or
 * decompiled.
 */
final class WorkerFiles implements AutoCloseable {

    private static final List<String> OWN = List.of("worker", "exercise");

    /** The rooms of the library: all but the checks, the graders and the command line. */
    static final List<String> LIBRARY = List.of(
            "io",
            "random",
            "game",
            "env",
            "solve",
            "agent",
            "nn",
            "replay",
            "deep",
            "train",
            "selfplay",
            "experiment",
            "view");

    /** Rooms whose classes load large libraries. */
    private static final Set<String> HEAVY = Set.of("nn", "replay", "deep", "view");

    /** What the kernel imports of large libraries, how their full names begin, and what returns their objects. */
    private static final Pattern LARGE = Pattern.compile(
            "\\b(Nd4j|INDArray|NDArrayFactory|Table|Row|\\w+Column|Results|Sweep|SweepResult|org\\.nd4j|tech\\.tablesaw)\\b");

    private static final Pattern NAME = Pattern.compile("(?<![\\w.])\\p{Lu}\\w*");

    private static final String SERVICE = "META-INF/services/marl.exercise.AnswerReceiver";

    private final Map<String, byte[]> classes = new TreeMap<>();
    private final List<Path> libraries = new ArrayList<>();
    private final Set<String> heavy = new TreeSet<>();
    private final Map<String, String> jars = new TreeMap<>();
    private final Path folder;
    private final String hash;

    WorkerFiles() {
        try {
            CourseClasses.read(classes, libraries);
            hash = CourseClasses.hash(classes);
            for (String name : classes.keySet()) {
                String[] path = name.split("/");
                if (path.length == 3 && HEAVY.contains(path[1])) {
                    heavy.add(path[2].replace(".class", ""));
                }
            }
            folder = TemporaryFolder.make("marl-grade-");
            SharedFile.open(folder, "rwxr-xr-x");
            Map<String, byte[]> own = rooms(OWN, Set.of());
            own.put(SERVICE, "marl.worker.Receiver\n".getBytes(StandardCharsets.UTF_8));
            SharedFile.jar(folder.resolve("worker.jar"), own);
            SharedFile.open(Files.createDirectory(folder.resolve("small")), "rwxr-xr-x");
            for (Path jar : libraries) {
                if (CourseClasses.isSmall(jar)) {
                    SharedFile.copy(jar, folder.resolve("small"));
                }
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(
                    "Cannot write a temporary folder for the workers; is the disk full?", broken);
        }
    }

    boolean needsAll(String source) {
        return LARGE.matcher(source).find()
                || NAME.matcher(source).results().anyMatch(name -> heavy.contains(name.group()));
    }

    /** Names all code that marks depend on. */
    String hash() {
        return hash;
    }

    Path folder() {
        return folder;
    }

    /**
     * The class path of a worker.
     *
     * @param forbidden binary names of library types to leave out
     * @param full whether arrays, tables and plots are on it
     * @throws UncheckedIOException if the class files cannot be written
     */
    synchronized List<String> classPath(Set<String> forbidden, boolean full) {
        try {
            String name = jars.get(new TreeSet<>(forbidden).toString());
            if (name == null) {
                name = "library-" + jars.size() + ".jar";
                SharedFile.jar(folder.resolve(name), rooms(LIBRARY, forbidden));
                jars.put(new TreeSet<>(forbidden).toString(), name);
            }
            if (full && !Files.exists(folder.resolve("full"))) {
                copyAll();
            }
            return List.of(
                    folder.resolve("worker.jar").toString(),
                    folder.resolve(name).toString(),
                    folder.resolve(full ? "full" : "small") + "/*");
        } catch (IOException broken) {
            throw new UncheckedIOException("Cannot write the workers' class files; is the disk full?", broken);
        }
    }

    private void copyAll() throws IOException {
        Path half = Files.createDirectory(folder.resolve("full.new"));
        SharedFile.open(half, "rwxr-xr-x");
        for (Path jar : libraries) {
            SharedFile.copy(jar, half);
        }
        Files.move(half, folder.resolve("full"));
    }

    private Map<String, byte[]> rooms(List<String> rooms, Set<String> forbidden) {
        Map<String, byte[]> chosen = new TreeMap<>();
        classes.forEach((name, bytes) -> {
            String type = name.replace(".class", "").replace('/', '.');
            String outer = type.contains("$") ? type.substring(0, type.indexOf('$')) : type;
            if (rooms.contains(name.split("/")[1]) && !forbidden.contains(outer)) {
                chosen.put(name, bytes);
            }
        });
        return chosen;
    }

    @Override
    public void close() {
        TemporaryFolder.delete(folder);
    }
}
