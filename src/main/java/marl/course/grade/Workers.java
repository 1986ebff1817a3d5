package marl.course.grade;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Starts workers. */
final class Workers implements AutoCloseable {

    private static final String ARCHIVE = "worker.jsa";

    private final WorkerFiles files = new WorkerFiles();
    private final Isolation isolation;
    private final Limits limits;

    Workers(Isolation isolation, Limits limits) {
        this.isolation = isolation;
        this.limits = limits;
    }

    Isolation isolation() {
        return isolation;
    }

    /** Names all code that marks depend on. */
    String hash() {
        return files.hash();
    }

    /**
     * Starts a worker.
     *
     * @param forbidden binary names of library types that it must not have
     * @param full whether it has arrays, tables and plots
     * @return a worker that is ready
     * @throws GraderFault if it does not start
     */
    Worker start(Set<String> forbidden, boolean full) {
        Limits allowed = full ? limits.large() : limits;
        return Worker.start(isolation.command(files.folder(), java(forbidden, full, allowed), allowed), allowed);
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
            words.add("-XX:SharedArchiveFile=" + isolation.seen(files.folder()).resolve(ARCHIVE));
        }
        words.addAll(List.of("-Djava.awt.headless=true", "-Dfile.encoding=UTF-8"));
        words.addAll(List.of("-Duser.language=en", "-Duser.country=US"));
        words.add("-cp");
        words.add(String.join(":", files.classPath(isolation.seen(files.folder()), forbidden, full)));
        words.add("marl.worker.WorkerMain");
        return words;
    }

    @Override
    public void close() {
        files.close();
    }
}
