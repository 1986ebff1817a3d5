package marl.grade.sandbox;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A container for every worker, without network, capabilities or a writable file system.
 *
 * @param image an image that holds a JDK of the grader's version and prlimit
 */
record Docker(String image) implements Isolation {

    @Override
    public String title() {
        return "docker";
    }

    @Override
    public List<String> command(Path stage, List<String> java, Limits limits) {
        String room = limits.fileMegabytes() + "m";
        List<String> words = new ArrayList<>(List.of("docker", "run", "--rm", "--interactive", "--init"));
        words.addAll(List.of("--network", "none", "--read-only", "--cap-drop", "ALL"));
        words.addAll(List.of("--security-opt", "no-new-privileges", "--user", NOBODY + ":" + NOBODY));
        words.addAll(List.of("--pids-limit", Integer.toString(limits.processes())));
        words.addAll(List.of(
                "--memory", 4 * limits.heapMegabytes() + "m", "--memory-swap", 4 * limits.heapMegabytes() + "m"));
        words.addAll(List.of("--tmpfs", "/tmp:rw,noexec,nosuid,size=" + room, "--workdir", "/tmp"));
        words.addAll(List.of("--env", "LC_ALL=C.UTF-8", "--env", "OMP_NUM_THREADS=1"));
        words.addAll(List.of("--volume", stage + ":" + stage + ":ro", "--entrypoint", ""));
        words.add(image);
        // Processes are counted by the container; nobody's other processes must not count here.
        words.addAll(Isolation.limited(limits).stream()
                .filter(word -> !word.startsWith("--nproc"))
                .toList());
        words.add("java");
        words.addAll(java.subList(1, java.size()));
        return words;
    }
}
