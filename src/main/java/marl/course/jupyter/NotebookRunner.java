package marl.course.jupyter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import marl.project.Project;
import marl.project.UserError;

/** Executes a notebook from top to bottom on the real kernel, without a browser, through nbclient. */
public final class NotebookRunner {

    /**
     * How an execution went.
     *
     * @param error empty, or which cell failed and why
     * @param seconds the whole time, kernel start included
     * @param slowestCell the slowest cell's number, from 1; 0 if none ran
     * @param slowestSeconds its time
     */
    public record Run(String error, double seconds, int slowestCell, double slowestSeconds) {
        /**
         * Whether every cell ran.
         *
         * @return true without an error
         */
        public boolean ok() {
            return error.isEmpty();
        }
    }

    private final Project project;
    private final Jupyter jupyter;
    private final int cellSeconds;

    /**
     * A runner.
     *
     * @param project the project whose kernel is used
     * @param jupyter a Jupyter with nbclient
     * @param cellSeconds the longest a cell may take
     */
    public NotebookRunner(Project project, Jupyter jupyter, int cellSeconds) {
        this.project = project;
        this.jupyter = jupyter;
        this.cellSeconds = cellSeconds;
    }

    /**
     * Executes a notebook.
     *
     * @param notebook the file to read
     * @param result the file to write, with outputs as far as they go
     * @param environment variables for the kernel, for example {@code MARL_SCALE}
     * @return how it went
     * @throws UserError if the notebook cannot be executed at all
     */
    public Run run(Path notebook, Path result, Map<String, String> environment) {
        try {
            Path folder = Files.createTempDirectory("marl-run");
            try {
                return execute(folder, notebook, result, environment);
            } finally {
                try (var files = Files.walk(folder)) {
                    files.sorted(java.util.Comparator.reverseOrder())
                            .forEach(f -> f.toFile().delete());
                }
            }
        } catch (IOException broken) {
            throw UserError.failed("Cannot execute " + notebook.getFileName() + " (" + broken.getMessage()
                    + "). Check that the disk is not full, and run ./course doctor.");
        }
    }

    private Run execute(Path folder, Path notebook, Path result, Map<String, String> extra) throws IOException {
        Path script = folder.resolve("execute.py");
        try (InputStream in = NotebookRunner.class.getResourceAsStream("/marl/course/execute.py")) {
            Files.copy(in, script, StandardCopyOption.REPLACE_EXISTING);
        }
        Path work = Files.createDirectory(folder.resolve("work"));
        Path log = folder.resolve("stderr.txt");
        ProcessBuilder builder = new ProcessBuilder(
                jupyter.python().toString(),
                script.toString(),
                notebook.toAbsolutePath().toString(),
                result.toAbsolutePath().toString(),
                work.toString(),
                Integer.toString(cellSeconds));
        builder.redirectError(log.toFile());
        builder.environment().putAll(environment(project, folder, extra));
        Process process = builder.start();
        process.getOutputStream().close();
        Thread stop = new Thread(() -> process.descendants().forEach(ProcessHandle::destroy));
        Runtime.getRuntime().addShutdownHook(stop);
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            return read(lines, log);
        } finally {
            Runtime.getRuntime().removeShutdownHook(stop);
        }
    }

    /** JUPYTER_PATH for our kernel, a runtime folder that is writable, and no progress bars in outputs. */
    private static Map<String, String> environment(Project project, Path folder, Map<String, String> extra) {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("JUPYTER_PATH", jupyterPath(project));
        environment.put("JUPYTER_RUNTIME_DIR", folder.resolve("runtime").toString());
        environment.put("IPYTHONDIR", folder.resolve("ipython").toString());
        environment.put("PYTHONIOENCODING", "utf-8");
        environment.put("MARL_PROGRESS", "off");
        environment.putAll(extra);
        return environment;
    }

    /**
     * JUPYTER_PATH with the project's kernel first.
     *
     * @param project the project
     * @return a search path
     */
    public static String jupyterPath(Project project) {
        String mine = new Kernelspec(project).jupyterPath().toString();
        String others = System.getenv("JUPYTER_PATH");
        return others == null || others.isEmpty() ? mine : mine + java.io.File.pathSeparator + others;
    }

    private Run read(BufferedReader lines, Path log) throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        int slowest = 0;
        double slowestSeconds = 0;
        String line;
        while ((line = lines.readLine()) != null) {
            try {
                JsonNode event = mapper.readTree(line);
                if (event.has("cell") && event.path("seconds").asDouble() > slowestSeconds) {
                    slowest = event.path("cell").asInt();
                    slowestSeconds = event.path("seconds").asDouble();
                }
                if (event.has("total")) {
                    return new Run(
                            event.path("error").asText(), event.path("total").asDouble(), slowest, slowestSeconds);
                }
            } catch (JsonProcessingException chatter) {
                continue; // a library of Jupyter's that prints to stdout
            }
        }
        String last = Files.readString(log).strip();
        last = last.substring(last.lastIndexOf('\n') + 1);
        return new Run("Jupyter stopped: " + last, 0, slowest, slowestSeconds);
    }
}
