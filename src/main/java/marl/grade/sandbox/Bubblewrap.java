package marl.grade.sandbox;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Namespaces of its own for every worker, made by bubblewrap as an unprivileged user: no network, no other process to be
 * seen, and no file but the system's programs, the JDK and the worker's class files, all read-only. The limits are set
 * inside, where processes are counted for this worker alone.
 */
public record Bubblewrap() implements Isolation {

    @Override
    public String title() {
        return "bubblewrap";
    }

    @Override
    public List<String> command(Path stage, List<String> java, Limits limits) {
        List<String> words = new ArrayList<>(Isolation.asNobody());
        words.addAll(List.of("bwrap", "--unshare-all", "--die-with-parent", "--new-session", "--cap-drop", "ALL"));
        words.add("--clearenv");
        words.addAll(List.of("--setenv", "LC_ALL", "C.UTF-8", "--setenv", "PATH", "/usr/bin:/bin"));
        words.addAll(List.of("--setenv", "OMP_NUM_THREADS", "1"));
        words.addAll(List.of("--ro-bind", "/usr", "/usr"));
        for (String folder : List.of("lib", "lib64", "bin", "sbin")) {
            Path path = Path.of("/", folder);
            if (Files.isSymbolicLink(path)) {
                words.addAll(List.of("--symlink", "usr/" + folder, path.toString()));
            } else if (Files.isDirectory(path)) {
                words.addAll(List.of("--ro-bind", path.toString(), path.toString()));
            }
        }
        String jdk = System.getProperty("java.home");
        if (!jdk.startsWith("/usr/")) {
            words.addAll(List.of("--ro-bind", jdk, jdk));
        }
        // Debian keeps the JDK's settings below /etc and links to them.
        words.addAll(List.of("--ro-bind-try", "/etc/ld.so.cache", "/etc/ld.so.cache"));
        String settings = "/etc/java-" + Runtime.version().feature() + "-openjdk";
        words.addAll(List.of("--ro-bind-try", settings, settings));
        words.addAll(List.of("--proc", "/proc", "--dev", "/dev"));
        words.addAll(List.of("--size", Long.toString((long) limits.fileMegabytes() << 20), "--tmpfs", "/tmp"));
        words.addAll(List.of("--ro-bind", stage.toString(), stage.toString()));
        words.addAll(List.of("--chdir", "/tmp", "--remount-ro", "/", "--"));
        words.addAll(Isolation.limited(limits));
        words.addAll(java);
        return words;
    }
}
