package marl.grade.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How a worker is shut in. */
public sealed interface Isolation permits Bubblewrap, Docker, PlainProcess {

    /** The user that workers run as when the grader is root; its number is the same on every system. */
    String NOBODY = "65534";

    /** The name in results. */
    String title();

    /** The whole command that runs {@code java} shut in, with the folder of its class files where it is, read-only. */
    List<String> command(Path stage, List<String> java, Limits limits);

    /** Whether the grader runs as root, whose processes no limit binds. */
    static boolean isRoot() {
        try {
            return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException unknown) {
            return false;
        }
    }

    /** Turns root into nobody; nothing for everybody else. */
    static List<String> asNobody() {
        return isRoot()
                ? List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups", "--no-new-privs")
                : List.of();
    }

    /** The limits that the operating system keeps. */
    static List<String> limited(Limits limits) {
        long file = (long) limits.fileMegabytes() << 20;
        List<String> words = new ArrayList<>(List.of("prlimit"));
        words.add("--nproc=" + limits.processes());
        words.add("--fsize=" + file);
        words.add("--as=" + ((long) limits.addressMegabytes() << 20));
        words.add("--cpu=" + limits.submission().toSeconds());
        words.add("--nofile=" + limits.openFiles());
        words.add("--core=0");
        words.add("--");
        return words;
    }
}
