package marl.grade.sandbox;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A process with limits and nothing more: it can read what its user can read and reach the network. For one's own code, and
 * for machines that are thrown away after each submission. Started as root it runs as nobody.
 */
record PlainProcess() implements Isolation {

    @Override
    public String title() {
        return "plain process, not shut in";
    }

    @Override
    public List<String> command(Path stage, List<String> java, Limits limits) {
        List<String> words = new ArrayList<>(Isolation.asNobody());
        if (Files.isExecutable(Path.of("/usr/bin/prlimit"))) {
            // Processes are counted by user: an instructor's own programs must not stop the worker.
            words.addAll(Isolation.limited(limits).stream()
                    .filter(word -> Isolation.isRoot() || !word.startsWith("--nproc"))
                    .toList());
        }
        words.addAll(java);
        return words;
    }
}
