package marl.course.text;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.TypeDeclSnippet;
import jdk.jshell.VarSnippet;

/**
 * The house rules for cells, all from how JShell works: what is re-run must not go stale, what needs a student's code
 * must wait for it, and a picture must be readable by everybody. Cells are split into snippets by JShell itself.
 */
final class HouseRules {

    private static final int LONGEST_TYPE = 25;
    private static final int WIDEST = 100;

    private record Ban(Pattern pattern, String sentence) {}

    private static final List<Ban> BANS = List.of(
            ban("(?m)^\\s*assert\\b", "assert does nothing in this kernel: throw an exception or use a check"),
            ban("(?m)^\\s*%", "no magics: the kernel brings class path and imports"),
            ban("\\b(HttpClient|URLConnection|Socket|URI\\.create|new URL)\\b", "no network in a lesson"),
            ban("System\\.err|printStackTrace", "write to System.out: words on stderr cost marks under nbgrader"),
            ban(
                    "Math\\.random|new Random\\(|ThreadLocalRandom|SecureRandom",
                    "no global randomness: use Rng with an explicit seed"),
            ban("currentTimeMillis|nanoTime|Instant\\.now|LocalDate", "no clocks: outputs must be the same every time"),
            ban("\\.parallel\\(\\)|parallelStream|CompletableFuture", "no common pool: use Sweep"),
            ban("Thread\\.sleep", "no sleeping in a lesson"));

    private final Lesson lesson;
    private final Mistakes mistakes;
    private final Map<String, String> studentNames = new HashMap<>();
    private final Map<String, Integer> variables = new HashMap<>();

    private HouseRules(Lesson lesson, Mistakes mistakes) {
        this.lesson = lesson;
        this.mistakes = mistakes;
    }

    static void apply(Lesson lesson, Mistakes mistakes) {
        try (JShell shell = JShell.builder()
                .executionEngine("local")
                .in(java.io.InputStream.nullInputStream())
                .build()) {
            new HouseRules(lesson, mistakes).apply(shell);
        }
    }

    private static Ban ban(String regex, String sentence) {
        return new Ban(Pattern.compile(regex), sentence);
    }

    private void apply(JShell shell) {
        for (int i = 0; i < lesson.cells().size(); i++) {
            Cell cell = lesson.cells().get(i);
            if (cell.isCode()) {
                bans(cell);
                width(cell);
                charts(cell);
                declarations(shell, cell, i);
            }
        }
    }

    private void bans(Cell cell) {
        for (Ban ban : BANS) {
            Matcher hit = ban.pattern().matcher(cell.source());
            if (hit.find()) {
                mistakes.add(lineOf(cell, hit.start()), ban.sentence());
            }
        }
    }

    /** What fits on a printed page, and on a screen before a cell must be scrolled sideways. */
    private void width(Cell cell) {
        String[] lines = cell.source().split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            if (lines[i].length() > WIDEST) {
                mistakes.add(
                        cell.line() + i, "the line has " + lines[i].length() + " characters; break it at " + WIDEST);
            }
        }
    }

    /** Every chart that is started gets its alt text before the next one. */
    private void charts(Cell cell) {
        Matcher start =
                Pattern.compile("\\b(Charts|MazeFigures)\\.[a-z]\\w*\\(").matcher(cell.source());
        while (start.find()) {
            int next = cell.source().indexOf("Charts.", start.end());
            String chart = cell.source()
                    .substring(start.start(), next < 0 ? cell.source().length() : next);
            if (!chart.contains(".alt(")) {
                mistakes.add(lineOf(cell, start.start()), "the chart has no alt text: end it with .alt(\"...\")");
            }
        }
    }

    private void declarations(JShell shell, Cell cell, int index) {
        Set<String> declared = new HashSet<>();
        String rest = cell.kind() == Cell.Kind.ANSWER ? cell.solvedSource() : cell.source();
        var analysis = shell.sourceCodeAnalysis();
        while (!rest.isBlank()) {
            var completion = analysis.analyzeCompletion(rest);
            if (!completion.completeness().isComplete()) {
                mistakes.add(cell.line(), "the cell is not complete Java: " + firstLine(rest));
                return;
            }
            for (Snippet snippet : analysis.sourceToSnippets(completion.source())) {
                if (snippet instanceof VarSnippet variable
                        && snippet.subKind() != Snippet.SubKind.TEMP_VAR_EXPRESSION_SUBKIND) {
                    variable(cell, index, variable);
                    declared.add(variable.name());
                } else if (snippet instanceof TypeDeclSnippet type) {
                    typeLength(cell, type);
                    declared.add(type.name());
                } else if (snippet instanceof jdk.jshell.MethodSnippet method) {
                    declared.add(method.name());
                }
            }
            rest = completion.remaining();
        }
        if (cell.kind() == Cell.Kind.ANSWER) {
            declared.forEach(name -> studentNames.put(name, cell.exercise()));
        } else if (cell.kind() == Cell.Kind.CODE) {
            studentCode(cell);
        }
    }

    private void variable(Cell cell, int index, VarSnippet variable) {
        String name = variable.name();
        int line = lineOf(
                cell,
                Math.max(0, cell.source().indexOf(variable.source().strip().split("\n")[0])));
        boolean inferred = variable.source().strip().startsWith("var ");
        if (inferred && usedAfter(index, name)) {
            mistakes.add(line, "later cells read " + name + ": declare it with its type, var goes stale on a re-run");
        }
        Integer before = variables.put(name, index);
        if (before != null && before != index) {
            mistakes.add(line, name + " is declared in an earlier cell too: give one of them another name");
        }
        if (cell.kind() == Cell.Kind.ANSWER) {
            mistakes.add(line, "an answer cell declares methods or types only, no variable like " + name);
        }
    }

    private boolean usedAfter(int index, String name) {
        Pattern word = Pattern.compile("\\b" + Pattern.quote(name) + "\\b");
        return lesson.cells().stream()
                .skip(index + 1L)
                .anyMatch(
                        later -> later.isCode() && word.matcher(later.source()).find());
    }

    private void typeLength(Cell cell, TypeDeclSnippet type) {
        long lines = type.source()
                .strip()
                .lines()
                .filter(line ->
                        !line.strip().equals(Cell.BEGIN) && !line.strip().equals(Cell.END))
                .count();
        if (lines > LONGEST_TYPE) {
            mistakes.add(
                    cell.line(),
                    "type " + type.name() + " has " + lines + " lines; over " + LONGEST_TYPE
                            + " it belongs into the library");
        }
    }

    /** A cell that needs a student's code waits for it, and keeps nothing that would go on calling old code. */
    private void studentCode(Cell cell) {
        for (Map.Entry<String, String> student : studentNames.entrySet()) {
            String guard = "Check.ifSolved(\"" + student.getValue() + "\"";
            Matcher use = Pattern.compile("(?<![.\\w])" + Pattern.quote(student.getKey()) + "\\b")
                    .matcher(cell.source());
            boolean guarded = cell.source().strip().startsWith("Check.ifSolved(")
                    && cell.source().contains(guard);
            if (use.find() && !guarded) {
                mistakes.add(
                        lineOf(cell, use.start()),
                        "the cell uses " + student.getKey() + " of exercise " + student.getValue()
                                + ": enclose all of it in " + guard + ", () -> { ... })");
            }
        }
    }

    private static int lineOf(Cell cell, int offset) {
        return cell.line()
                + (int) cell.source()
                        .substring(0, offset)
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
    }

    private static String firstLine(String text) {
        return text.strip().split("\n")[0];
    }
}
