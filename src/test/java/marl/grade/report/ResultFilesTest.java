package marl.grade.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import marl.grade.mark.GradedSubmission;
import marl.grade.mark.MarkStatus;
import marl.grade.mark.PartMark;
import marl.project.UserError;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultFilesTest {

    @TempDir
    private Path temp;

    private ResultFiles files;

    @BeforeEach
    void aFolderThatIsNotThereYet() {
        files = new ResultFiles(temp.resolve("marks"));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> all = Files.walk(files.out())) {
            return all.filter(Files::isRegularFile)
                    .map(file -> files.out().relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void everyFileHasItsPlace() throws IOException {
        GradeBook book = Sample.book();
        book.results().forEach(files::write);
        files.write(book, Map.of("06", "06-qmix"));
        assertEquals(
                List.of(
                        "feedback/ana/06.html",
                        "feedback/ben/06.html",
                        "feedback/ben/07.html",
                        "feedback/cem/06.html",
                        "feedback/dee/unreadable-486ea46224d1.html",
                        "gradebook.csv",
                        "junit.xml",
                        "nbgrader.csv",
                        "results/ana/06.json",
                        "results/ben/06.json",
                        "results/ben/07.json",
                        "results/cem/06.json",
                        "results/dee/unreadable-486ea46224d1.json",
                        "summary.md"),
                names());
        assertEquals(FeedbackPage.html(Sample.ben()), Files.readString(files.feedback(Sample.ben())));
        assertEquals(NbgraderCsv.text(book, Map.of("06", "06-qmix")), text("nbgrader.csv"));
        assertEquals(GradebookCsv.text(book), text("gradebook.csv"));
        assertEquals(JUnitXml.text(book), text("junit.xml"));
        assertEquals(MarkdownSummary.text(book), text("summary.md"));
    }

    private String text(String file) throws IOException {
        return Files.readString(files.out().resolve(file));
    }

    @Test
    void resultsAreReadBackInOrder() {
        List<GradedSubmission> shuffled = new ArrayList<>(Sample.book().results());
        Collections.reverse(shuffled);
        shuffled.forEach(files::write);
        assertEquals(new ResultFiles.Stored(Sample.book().results(), List.of()), files.read());
    }

    @Test
    void anEmptyOrMissingFolderHasNoResults() throws IOException {
        assertEquals(new ResultFiles.Stored(List.of(), List.of()), files.read());
        Files.createDirectories(files.out().resolve("results"));
        assertEquals(new ResultFiles.Stored(List.of(), List.of()), files.read());
    }

    @Test
    void brokenResultsAreNamedAndLeftOut() throws IOException {
        files.write(Sample.ana());
        files.write(Sample.ben());
        files.write(Sample.cem());
        String text = Files.readString(files.result(Sample.ben()));
        Files.writeString(files.result(Sample.ben()), text.substring(0, text.length() / 2));
        Files.write(files.result(Sample.cem()), new byte[] {'{', (byte) 0xFF, '}'});
        ResultFiles.Stored stored = files.read();
        assertEquals(List.of(Sample.ana()), stored.results());
        assertEquals(2, stored.problems().size());
        assertTrue(stored.problems()
                .get(0)
                .startsWith("results/ben/06.json is left out. This is not a result: it is not JSON"));
        assertTrue(stored.problems().get(1).startsWith("results/cem/06.json is left out. Cannot read"));
    }

    @Test
    void aResultThatWasCopiedToSomebodyElseDoesNotCount() throws IOException {
        files.write(Sample.ana());
        Path stolen = files.out().resolve("results/zoe/06.json");
        Files.createDirectories(stolen.getParent());
        Files.copy(files.result(Sample.ana()), stolen);
        ResultFiles.Stored stored = files.read();
        assertEquals(List.of(Sample.ana()), stored.results());
        assertEquals(
                List.of("results/zoe/06.json is the result of another submission; it is left out."), stored.problems());
    }

    @Test
    void halfWrittenAndForeignFilesAreNotTakenForResults() throws IOException {
        files.write(Sample.ana());
        Path folder = files.result(Sample.ana()).getParent();
        Files.writeString(folder.resolve(".07.json123.tmp"), "half");
        Files.writeString(folder.resolve(".hidden.json"), "{}");
        Files.writeString(folder.resolve("notes.txt"), "mine");
        assertEquals(new ResultFiles.Stored(List.of(Sample.ana()), List.of()), files.read());
    }

    @Test
    void aResultIsReplacedAndNothingIsLeftBehind() throws IOException {
        files.write(Sample.ana());
        GradedSubmission again =
                Sample.submission("ana", Sample.ben().exercises().get(1));
        files.write(again);
        assertEquals(List.of(again), files.read().results());
        assertEquals(List.of("feedback/ana/06.html", "results/ana/06.json"), names());
    }

    @Test
    void aResultThatDoesNotHoldTogetherLeavesNoFile() {
        PartMark part = new PartMark("06-1.1", "", MarkStatus.FAIL, 1, 1, false, "", "", "");
        GradedSubmission wrong = Sample.submission("ana", Sample.exercise("06-1", "", part));
        assertThrows(IllegalArgumentException.class, () -> files.write(wrong));
        assertTrue(Files.notExists(files.out()));
    }

    @Test
    void hostileStudentsStayInTheFolderAndApart() throws IOException {
        List<GradedSubmission> all = new ArrayList<>();
        for (String student : Sample.HOSTILE) {
            all.add(Sample.submission(student, Sample.ana().exercises().get(0)));
        }
        all.add(Sample.submission("..", Sample.ana().exercises().get(0)));
        all.add(Sample.submission("nul", Sample.ana().exercises().get(0)));
        all.add(Sample.submission("ana"));
        all.add(Sample.submission("Ana"));
        all.forEach(files::write);
        ResultFiles.Stored stored = files.read();
        assertEquals(List.of(), stored.problems());
        assertEquals(all.size(), stored.results().size());
        assertTrue(stored.results().containsAll(all));
        try (Stream<Path> beside = Files.list(temp)) {
            assertEquals(List.of(files.out()), beside.toList());
        }
        for (String name : names()) {
            assertTrue(name.matches("(results|feedback)/[A-Za-z0-9._%=-]+/06\\.(json|html)"), name);
        }
    }

    @Test
    void aFolderThatCannotBeWrittenIsOneSentence() throws IOException {
        Files.write(files.out(), "a file".getBytes(StandardCharsets.UTF_8));
        assertThrows(UserError.class, () -> files.write(Sample.ana()));
        assertThrows(UserError.class, () -> files.write(Sample.book(), Map.of()));
    }
}
