package marl.grade.sandbox;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import marl.project.Shell;

/** Starts workers: processes that run one student's code, shut in and within limits. */
public final class WorkerFactory implements AutoCloseable {

    private static final String ARCHIVE = "worker.jsa";

    private final WorkerFiles files = new WorkerFiles();
    private final Isolation isolation;
    private final Limits limits;

    /**
     * A factory with a folder of its own for what workers see.
     *
     * @param isolation how students' code is shut in
     * @param limits what students' code may use
     */
    public WorkerFactory(Isolation isolation, Limits limits) {
        this.isolation = isolation;
        this.limits = limits;
    }

    /** The folder that workers see; it is deleted at the end. */
    public Path folder() {
        return files.folder();
    }

    /** What students' code may use. */
    public Limits limits() {
        return limits;
    }

    /** How students' code is shut in. */
    public Isolation isolation() {
        return isolation;
    }

    /** Names all code that marks depend on. */
    public String hash() {
        return files.hash();
    }

    /** Whether an answer's text names something of the large libraries, or of the rooms of this course that use them. */
    public boolean needsAll(String source) {
        return files.needsAll(source);
    }

    /**
     * Starts a worker.
     *
     * @param forbidden binary names of library types that it must not have
     * @param full whether it has arrays, tables and plots
     * @return a worker that is ready
     * @throws GraderFault if it does not start
     */
    public Worker start(Set<String> forbidden, boolean full) {
        Limits allowed = full ? limits.large() : limits;
        return Worker.start(isolation.command(files.folder(), java(forbidden, full, allowed), allowed), allowed);
    }

    /**
     * Archives the classes that every worker loads, which makes them start faster. Without the archive they work as well, so
     * nothing happens if it cannot be made. Only the course's own code runs here.
     */
    public void archive() {
        Path made = files.folder().resolve(ARCHIVE + ".new");
        List<String> words = new ArrayList<>(java(Set.of(), false, limits));
        words.add(words.size() - 1, "-XX:ArchiveClassesAtExit=" + made);
        words.set(words.indexOf("-cp") + 1, files.folder().resolve("worker.jar").toString());
        words.add("warm-up");
        if (Shell.quiet(files.folder(), Map.of(), 60, words).ok()
                && made.toFile().setReadable(true, false)) {
            made.toFile().renameTo(files.folder().resolve(ARCHIVE).toFile());
        }
    }

    private List<String> java(Set<String> forbidden, boolean full, Limits allowed) {
        List<String> words = new ArrayList<>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.add("-Xmx" + allowed.heapMegabytes() + "m");
        words.addAll(List.of("-Xss1m", "-XX:MaxMetaspaceSize=128m", "-XX:CompressedClassSpaceSize=48m"));
        words.addAll(List.of("-XX:ReservedCodeCacheSize=48m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        words.add("-XX:MaxDirectMemorySize=" + (full ? "256m" : "16m"));
        words.addAll(List.of("-XX:-UsePerfData", "-XX:+DisableAttachMechanism", "-XX:+ExitOnOutOfMemoryError"));
        words.addAll(
                List.of("-XX:-CreateCoredumpOnCrash", "-XX:ErrorFile=/dev/null", "-Xlog:disable", "-Xlog:all=off"));
        if (Files.exists(files.folder().resolve(ARCHIVE))) {
            words.add("-XX:SharedArchiveFile=" + files.folder().resolve(ARCHIVE));
        }
        words.addAll(List.of("-Djava.awt.headless=true", "-Dfile.encoding=UTF-8", "-Djava.io.tmpdir=/tmp"));
        words.addAll(List.of("-Duser.home=/tmp", "-Dorg.bytedeco.javacpp.cachedir=/tmp/javacpp"));
        words.addAll(List.of("-Duser.language=en", "-Duser.country=US"));
        words.add("-cp");
        words.add(String.join(":", files.classPath(forbidden, full)));
        words.add("marl.worker.WorkerMain");
        return words;
    }

    @Override
    public void close() {
        files.close();
    }
}
