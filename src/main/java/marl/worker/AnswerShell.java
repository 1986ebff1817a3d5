package marl.worker;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.EvalException;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis.Completeness;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import jdk.jshell.UnresolvedReferenceException;
import marl.exercise.AnswerFailed;

/** JShell as the notebook kernel uses it: in this process, cell by cell. */
final class AnswerShell implements AutoCloseable {

    private static final Pattern UNKNOWN = Pattern.compile("symbol: +(?:variable|method|class) (\\w+)");
    private static final Pattern UNRESOLVED = Pattern.compile("^(?:variable|method|class) (\\w+)");

    private final JShell shell;
    private final Map<String, Map<String, String>> parsed = new HashMap<>();

    AnswerShell() {
        shell = JShell.builder()
                .executionEngine("local")
                .compilerOptions("-proc:none", "-classpath", System.getProperty("java.class.path"))
                .build();
    }

    /**
     * Runs a cell.
     *
     * @return names that are not known, and that are needed before it can run or be called; empty if there are none
     * @throws AnswerFailed if it does not compile for another reason, or throws
     */
    List<String> run(String cell) {
        String rest = cell;
        List<String> unknown = new ArrayList<>();
        while (!rest.isBlank() && unknown.isEmpty()) {
            CompletionInfo part = shell.sourceCodeAnalysis().analyzeCompletion(rest);
            if (part.completeness() == Completeness.EMPTY) {
                return unknown;
            }
            if (!part.completeness().isComplete() && part.completeness() != Completeness.UNKNOWN) {
                throw broken("something is missing at the end: is every bracket closed?", rest);
            }
            if (part.completeness() == Completeness.UNKNOWN) {
                for (SnippetEvent event : shell.eval(rest)) {
                    look(event, unknown);
                }
                if (unknown.isEmpty()) {
                    throw broken("this is no Java", rest);
                }
                return unknown;
            }
            for (SnippetEvent event : shell.eval(part.source())) {
                look(event, unknown);
            }
            rest = part.remaining();
        }
        return unknown;
    }

    private void look(SnippetEvent event, List<String> unknown) {
        if (event.exception() instanceof EvalException thrown) {
            throw new AnswerFailed(
                    false,
                    simple(thrown.getExceptionClassName()),
                    "Your code threw " + simple(thrown.getExceptionClassName()) + " while its cell ran"
                            + (thrown.getMessage() == null ? "." : ": " + thrown.getMessage()));
        }
        if (event.exception() instanceof UnresolvedReferenceException unresolved) {
            names(unresolved.getSnippet()).forEach(unknown::add);
            return;
        }
        if (event.status() != Snippet.Status.REJECTED) {
            return;
        }
        StringBuilder why = new StringBuilder();
        shell.diagnostics(event.snippet()).filter(d -> d.isError()).forEach(error -> {
            String text = error.getMessage(Locale.ENGLISH);
            Matcher names = UNKNOWN.matcher(text);
            while (names.find()) {
                unknown.add(names.group(1));
            }
            why.append(why.isEmpty() ? "" : "\n").append(text.strip());
        });
        if (unknown.isEmpty()) {
            throw broken(why.toString(), event.snippet().source());
        }
    }

    private static AnswerFailed broken(String why, String source) {
        String first = source.strip().lines().findFirst().orElse("");
        return new AnswerFailed(false, "CompileError", "Your answer does not compile: " + why + "\nIn: " + first);
    }

    private static String simple(String name) {
        return name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')) + 1);
    }

    /** Names that declarations made so far use and that nothing declares. */
    List<String> unresolved() {
        return shell.snippets()
                .filter(s -> shell.status(s) == Snippet.Status.RECOVERABLE_DEFINED
                        || shell.status(s) == Snippet.Status.RECOVERABLE_NOT_DEFINED)
                .map(DeclarationSnippet.class::cast)
                .flatMap(this::names)
                .distinct()
                .toList();
    }

    private Stream<String> names(DeclarationSnippet snippet) {
        return shell.unresolvedDependencies(snippet)
                .map(UNRESOLVED::matcher)
                .filter(Matcher::find)
                .map(name -> name.group(1));
    }

    /** The last declaration of a name in a cell's text, not yet run; empty text if it has none. */
    String declaration(String name, String cell) {
        if (!Pattern.compile("\\b" + name + "\\b").matcher(cell).find()) {
            return "";
        }
        return parsed.computeIfAbsent(cell, this::declarations).getOrDefault(name, "");
    }

    private Map<String, String> declarations(String cell) {
        Map<String, String> found = new HashMap<>();
        CompletionInfo part = shell.sourceCodeAnalysis().analyzeCompletion(cell);
        while (part.completeness().isComplete()) {
            for (Snippet snippet : shell.sourceCodeAnalysis().sourceToSnippets(part.source())) {
                if (snippet instanceof DeclarationSnippet declared) {
                    found.put(declared.name(), part.source());
                }
            }
            part = shell.sourceCodeAnalysis().analyzeCompletion(part.remaining());
        }
        return found;
    }

    /** Runs something of the course's own; whether it worked. */
    boolean quietly(String source) {
        return shell.eval(source).stream()
                .allMatch(event -> event.status() != Snippet.Status.REJECTED && event.exception() == null);
    }

    @Override
    public void close() {
        shell.close();
    }
}
