package marl.grade.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Stream;
import marl.grade.intake.Notebooks;
import marl.grade.sandbox.Limits;
import marl.grade.sandbox.Sandbox;
import marl.project.NotebookJson;
import marl.project.Project;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder of submissions from start to end, for real. */
@Tag("sandbox")
class GradingRunTest {

    private static final Project COURSE = new Project(Path.of("").toAbsolutePath());
    private static final String RIGHT =
            "double[] rockEquilibrium(double win) { double t = 2 + win; return new double[] {1 / t, win / t, 1 / t}; }";
    private static final String WRONG = "double[] rockEquilibrium(double win) { return new double[] {0, 0, 1}; }";

    @TempDir
    private Path folder;

    @BeforeEach
    void aClass() throws IOException {
        Sandbox.needed();
        handIn("anna", RIGHT);
        handIn("bob", WRONG);
        handIn("carl", "double[] rockEquilibrium(double win) { while (true) {} }");
    }

    private void handIn(String student, String answer) throws IOException {
        Path file = folder.resolve("in").resolve(student).resolve("work.ipynb");
        Files.createDirectories(file.getParent());
        Files.writeString(file, Notebooks.answered("01", Map.of("01-4", answer), true));
    }

    private String words = "";

    private int grade(String out, int jobs, boolean regrade, long seed, Limits limits) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        GradingRequest request = new GradingRequest(
                folder.resolve("in"),
                folder.resolve(out),
                Optional.empty(),
                Optional.empty(),
                OptionalLong.of(seed),
                Optional.empty(),
                false,
                jobs,
                regrade,
                true);
        try {
            return GradingRun.run(COURSE, request, limits, new PrintStream(bytes, true, StandardCharsets.UTF_8));
        } finally {
            words = bytes.toString(StandardCharsets.UTF_8);
        }
    }

    private static Limits limits() {
        return Limits.standard()
                .within(
                        java.time.Duration.ofSeconds(4),
                        java.time.Duration.ofSeconds(8),
                        java.time.Duration.ofSeconds(10));
    }

    private Map<String, String> files(String out) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        Path root = folder.resolve(out);
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                texts.put(root.relativize(file).toString(), Files.readString(file));
            }
        }
        return texts;
    }

    @Test
    void theSameMarksOnOneCoreAndOnTwoAndNothingIsGradedTwice() throws IOException {
        assertEquals(0, grade("one", 1, false, 3, limits()));
        assertTrue(words.contains("[3/3]"), words);
        Map<String, String> first = files("one");
        assertEquals(3 + 3 + 4, first.size(), first.keySet().toString());
        assertTrue(first.get("gradebook.csv").contains("anna,3,13"), first.get("gradebook.csv"));
        assertTrue(first.get("gradebook.csv").contains("carl,0,13"), first.get("gradebook.csv"));

        assertEquals(0, grade("one", 2, false, 3, limits()));
        assertTrue(words.contains("3 of 3 submissions are graded already."), words);
        assertTrue(words.contains("no mark changed"), words);

        // A run that was killed leaves some results; the others are made when it runs again.
        Files.delete(folder.resolve("one/results/bob/01.json"));
        handIn("anna", WRONG);
        assertEquals(0, grade("one", 2, false, 3, limits()));
        assertTrue(words.contains("[2/2]"), words);
        assertFalse(words.contains("carl"), words);
        assertTrue(words.contains("anna") && words.contains("01-4"), "the change is told: " + words);

        handIn("anna", RIGHT);
        assertEquals(0, grade("two", 2, false, 3, limits()));
        assertEquals(first, files("two"), "any number of cores, any order");
    }

    @Test
    void resultsOfWhoIsGoneStayInTheTablesAndAreNamed() throws IOException {
        assertEquals(0, grade("out", 2, false, 3, limits()));
        assertFalse(words.contains("earlier runs"), words);
        Files.delete(folder.resolve("in/bob/work.ipynb"));
        assertEquals(0, grade("out", 2, false, 3, limits()));
        assertTrue(words.contains("the tables also hold 1 of earlier runs, not handed in this time: bob 01."), words);
        assertTrue(files("out").get("gradebook.csv").contains("bob"));
    }

    @Test
    void aFaultOfTheGraderIsNoMarkAndTheExitCodeSaysSo() throws IOException {
        Limits none = new Limits(
                limits().call(), limits().exercise(), limits().submission(), limits().wall(), 1, 3_000, 96, 32, 256);
        assertEquals(1, grade("out", 2, false, 3, none));
        Map<String, String> files = files("out");
        assertTrue(files.get("results/anna/01.json").contains("\"status\": \"error\""));
        assertTrue(files.get("gradebook.csv").contains("error"), files.get("gradebook.csv"));
        assertTrue(words.contains("could not be graded in full because the grader failed"), words);

        // Graded again as soon as the grader works, without being asked to.
        assertEquals(0, grade("out", 2, false, 3, limits()));
        assertTrue(files("out").get("gradebook.csv").contains("anna,3,13"));
    }

    @Test
    void oddFilesAreToldAndHarmNobody() throws IOException {
        String right = Files.readString(folder.resolve("in/anna/work.ipynb"));
        write("bob", "");
        write("carl", right.substring(0, right.length() / 2));
        write("crlf", right.replace("double t = 2 + win; return", "double t = 2 + win;\\r\\n return"));
        handIn("umlaut", RIGHT.replace("double t", "double größe").replace("/ t", "/ größe"));
        handIn("magic", "%maven org.example:cheat:1\n" + RIGHT);
        handIn("late-magic", RIGHT + "\n%%time");
        write("retyped", retyped(right));
        write("own-check", right.replace("Check.that(Lesson01.SETTING", "13; // Check.that(Lesson01.SETTING"));
        write("another-name", right.replace("\"lesson\": \"01\"", "\"lesson\": \"77\""));
        write("only-json", "{\"cells\": 3}");
        try (RandomAccessFile large = new RandomAccessFile(write("large", "").toFile(), "rw")) {
            large.setLength(50_000_000);
        }
        Files.createDirectories(folder.resolve("in/link"));
        Files.createSymbolicLink(
                folder.resolve("in/link/work.ipynb"),
                Notebooks.file("solutions", "01").toAbsolutePath());
        assertEquals(0, grade("out", 2, false, 3, limits()), words);
        Files.delete(folder.resolve("in/link/work.ipynb"));
        String book = files("out").get("gradebook.csv");
        for (String earned : List.of("anna,3,13", "crlf,3,13", "umlaut,3,13", "own-check,3,13")) {
            assertTrue(book.contains(earned), earned + " in " + book);
        }
        for (String none : List.of("magic,0,13", "late-magic,0,13", "retyped,0,13")) {
            assertTrue(book.contains(none), none + " in " + book);
        }
        assertFalse(book.contains("link"), "a link is not graded: " + book);
        assertTrue(words.contains("link"), "but told: " + words);
        for (String unread : List.of("bob", "carl", "large", "only-json", "another-name")) {
            assertTrue(
                    files("out").keySet().stream()
                            .anyMatch(name -> name.contains("feedback/" + unread + "/unreadable")),
                    unread + " is told why");
        }
    }

    private Path write(String student, String text) throws IOException {
        Path file = folder.resolve("in").resolve(student).resolve("work.ipynb");
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    /** The answer cell as prose. */
    private static String retyped(String notebook) {
        ObjectNode read = NotebookJson.read(notebook);
        for (JsonNode cell : read.path("cells")) {
            if (cell.path("metadata").path("nbgrader").path("grade_id").asText().equals("01-4")) {
                ((ObjectNode) cell).put("cell_type", "markdown");
            }
        }
        return NotebookJson.write(read);
    }

    @Test
    void aNotebookThatUsedUpItsTimeGetsNoMore() throws IOException {
        String loop = "while (true) {}";
        write(
                "greedy",
                Notebooks.answered(
                        "01",
                        Map.of(
                                "01-1",
                                "String settingOf(double[][] row, double[][] column) { " + loop + " }",
                                "01-4",
                                RIGHT),
                        true));
        Limits short_ = new Limits(
                limits().call(),
                limits().exercise(),
                java.time.Duration.ofSeconds(2),
                limits().wall(),
                160,
                3_000,
                96,
                32,
                256);
        assertEquals(0, grade("out", 2, false, 3, short_), words);
        String result = files("out").get("results/greedy/01.json");
        assertTrue(result.contains("Not tried: the notebook had used up its 2 s of processor time."), result);
        assertTrue(files("out").get("gradebook.csv").contains("greedy,0,13"), result);
        assertTrue(files("out").get("gradebook.csv").contains("anna,3,13"), "and nobody else");
    }

    @Test
    void anotherKeyGradesAgain() {
        assertEquals(0, grade("out", 2, false, 3, limits()));
        assertEquals(0, grade("out", 2, false, 4, limits()));
        assertTrue(words.contains("[3/3]"), words);
    }
}
