package marl.project;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Other programs: run with our own output, or run quietly with what they print kept. */
public final class Shell {

    /**
     * What a program did.
     *
     * @param exitCode its exit code; 127 if it could not be started, 124 if it ran out of time
     * @param output what it printed, both streams together
     */
    public record Result(int exitCode, String output) {
        /**
         * Whether it succeeded.
         *
         * @return true on exit code 0
         */
        public boolean ok() {
            return exitCode == 0;
        }
    }

    private Shell() {}

    /**
     * Runs a program and keeps what it prints.
     *
     * @param folder the working folder
     * @param extra environment variables to add
     * @param seconds the longest it may take
     * @param command program and arguments
     * @return exit code and output
     */
    public static Result quiet(Path folder, Map<String, String> extra, int seconds, List<String> command) {
        Path log = null;
        try {
            log = Files.createTempFile("marl", ".log");
            ProcessBuilder builder = new ProcessBuilder(command);
            builder.directory(folder.toFile()).redirectErrorStream(true).redirectOutput(log.toFile());
            builder.redirectInput(ProcessBuilder.Redirect.from(nothing()));
            builder.environment().putAll(extra);
            Process process = builder.start();
            if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly().waitFor();
                return new Result(124, "no answer within " + seconds + " s");
            }
            return new Result(process.exitValue(), new String(Files.readAllBytes(log), StandardCharsets.UTF_8));
        } catch (IOException missing) {
            return new Result(127, missing.getMessage());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new Result(130, "interrupted");
        } finally {
            delete(log);
        }
    }

    /**
     * Runs a program that talks to the user itself.
     *
     * @param folder the working folder
     * @param extra environment variables to add
     * @param command program and arguments
     * @return its exit code, or 127 if it could not be started
     */
    public static int loud(Path folder, Map<String, String> extra, List<String> command) {
        try {
            ProcessBuilder builder =
                    new ProcessBuilder(command).directory(folder.toFile()).inheritIO();
            builder.environment().putAll(extra);
            Process process = builder.start();
            Thread stop = new Thread(process::destroy);
            Runtime.getRuntime().addShutdownHook(stop);
            int code = process.waitFor();
            Runtime.getRuntime().removeShutdownHook(stop);
            return code;
        } catch (IOException missing) {
            return 127;
        } catch (InterruptedException | IllegalStateException stopped) {
            return 130;
        }
    }

    private static java.io.File nothing() {
        return new java.io.File(isWindows() ? "NUL" : "/dev/null");
    }

    /**
     * Whether this is Windows.
     *
     * @return true there
     */
    public static boolean isWindows() {
        return System.getProperty("os.name").startsWith("Windows");
    }

    /**
     * The programs of a name on the PATH.
     *
     * @param name without extension
     * @return existing files in the order of the PATH
     */
    public static List<Path> onPath(String name) {
        List<Path> found = new ArrayList<>();
        for (String folder : System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator)) {
            for (String ending : isWindows() ? List.of(".exe", ".cmd") : List.of("")) {
                if (!folder.isEmpty() && Files.isExecutable(Path.of(folder, name + ending))) {
                    found.add(Path.of(folder, name + ending));
                }
            }
        }
        return found;
    }

    private static void delete(Path file) {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException leftBehind) {
            file.toFile().deleteOnExit();
        }
    }
}
