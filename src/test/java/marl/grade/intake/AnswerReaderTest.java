package marl.grade.intake;

import static marl.grade.intake.SubmittedFiles.answer;
import static marl.grade.intake.SubmittedFiles.cell;
import static marl.grade.intake.SubmittedFiles.notebook;
import static marl.grade.intake.SubmittedFiles.read;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import marl.project.NotebookJson;
import marl.project.Project;
import org.junit.jupiter.api.Test;

class AnswerReaderTest {

    private static Answer only(ObjectNode... cells) {
        SubmittedNotebook submitted = read(notebook(cells));
        assertEquals("07", submitted.lesson());
        assertEquals(List.of(), submitted.notes());
        assertEquals(Set.of("07-1"), submitted.answers().keySet());
        return submitted.answers().get("07-1");
    }

    private static void assertRefused(String why, ObjectNode cell) {
        Answer answer = only(cell);
        assertEquals("", answer.source());
        assertTrue(answer.refusal().contains(why), answer.refusal());
    }

    @Test
    void everyReleasedNotebookIsReadWithItsStubs() {
        ReleasedNotebooks released = ReleasedNotebooks.in(new Project(Path.of(".")));
        for (Path file : Project.numbered(Path.of("notebooks"), ".ipynb")) {
            SubmittedNotebook submitted = AnswerReader.read(new Submission("ada", file, "x"), released::exercises);
            ReleasedNotebook master = released.byLesson().get(submitted.lesson());
            assertEquals(List.of(), submitted.notes());
            assertEquals(master.sha256(), submitted.sha256());
            assertEquals(
                    Set.copyOf(released.exercises(master.lesson())),
                    submitted.answers().keySet());
            ObjectNode notebook = NotebookJson.read(Project.read(file));
            for (ReleasedNotebook.Exercise exercise : master.exercises()) {
                Answer answer = submitted.answers().get(exercise.id());
                String stub = NotebookJson.text(
                        notebook.path("cells").path(exercise.index()).path("source"));
                assertEquals(new Answer(exercise.id(), stub, "", List.of()), answer);
            }
        }
    }

    @Test
    void anAnswerIsFoundByNbgradersIdElseByTheCellsOwn() {
        String source = "int größe = 1; // 李 😀\nint b = 7 % größe;";
        assertEquals(new Answer("07-1", source, "", List.of()), only(answer("07-1", source)));
        assertEquals(source, only(cell("07-1", source)).source());
        assertEquals(
                "a",
                only(answer("07-1", "a"), answer("07-1-check", "b"), cell("07-1-check", "c"))
                        .source());
        ObjectNode other = answer("07-1", "a");
        other.put("id", "07-2");
        assertEquals("a", only(other).source(), "nbgrader's id goes before the cell's");
    }

    @Test
    void onlyTheLessonsExercisesCount() {
        assertEquals(
                "a",
                only(answer("07-1", "a"), answer("07-9", "b"), answer("06-1", "c"))
                        .source());
        SubmittedNotebook none = read(notebook(cell("c-1", "a")));
        assertEquals(Map.of(), none.answers());
        assertTrue(none.notes().get(0).startsWith("The notebook has no answer cell of lesson 07"));
    }

    @Test
    void ofSeveralCellsTheLastCodeCellCounts() {
        Answer answer = only(answer("07-1", "first"), answer("07-1", "second"));
        assertEquals("second", answer.source());
        assertEquals(List.of("There are several answer cells; the last one counts."), answer.notes());
        ObjectNode prose = answer("07-1", "my thoughts").put("cell_type", "markdown");
        assertEquals("first", only(answer("07-1", "first"), prose).source());
        assertRefused("no longer a code cell", prose);
        assertRefused("no longer a code cell", answer("07-1", "x").put("cell_type", "raw"));
    }

    @Test
    void textIsOneStringOrLines() {
        ObjectNode lines = answer("07-1", "");
        lines.putArray("source").add("a\r\n").add("b\r").add("c");
        assertEquals("a\nb\nc", only(lines).source());
        assertEquals("a\nb\nc", only(answer("07-1", "a\r\nb\rc")).source());
        assertEquals(
                List.of("The answer cell is empty."),
                only(answer("07-1", " \n")).notes());
    }

    @Test
    void whatIsNoJavaIsRefusedInASentence() {
        assertRefused("Line 2 of the answer starts with a command", answer("07-1", "int a;\n%maven a:b:1"));
        assertRefused("control character U+0000", answer("07-1", "a\0b"));
        String half = notebook(answer("07-1", "@")).toString().replace("@", "\\ud83d");
        assertTrue(read(half).answers().get("07-1").refusal().contains("half a character"));
        assertRefused("longer than 200000 characters", answer("07-1", "a".repeat(1_000_000)));
        assertEquals(
                200_000,
                only(answer("07-1", "\r\n".repeat(100_000) + "a".repeat(100_000)))
                        .source()
                        .length());
    }

    @Test
    void theLessonIsReadFromTheMetadataElseFromTheExercises() {
        ObjectNode without = notebook(answer("07-1", "a"), answer("07-2", "b"));
        without.remove("metadata");
        assertEquals("07", read(without).lesson());
        assertTrue(read(without).notes().get(0).startsWith("The lesson's number is missing"));
        ObjectNode mixed = notebook(answer("07-1", "a"), answer("06-1", "b"));
        mixed.remove("metadata");
        assertEquals("", read(mixed).lesson());
        assertTrue(read(mixed).notes().get(0).startsWith("The notebook does not belong to a lesson"));
        ObjectNode number = notebook(answer("07-1", "a"));
        ((ObjectNode) number.path("metadata").path("marl")).put("lesson", 7);
        assertEquals("07", read(number).lesson());
        assertEquals(2, read(number).notes().size());
    }

    @Test
    void anUnknownLessonIsNone() {
        for (String lesson : List.of("99", "../../07", "7", "07\n")) {
            ObjectNode notebook = notebook(answer("07-1", "a"));
            ((ObjectNode) notebook.path("metadata").path("marl")).put("lesson", lesson);
            SubmittedNotebook submitted = read(notebook);
            assertEquals("", submitted.lesson());
            assertFalse(submitted.notes().isEmpty());
            assertEquals(Map.of(), submitted.answers());
        }
    }

    @Test
    void wrongTypesAreNotedAndTheRestIsRead() {
        ObjectNode notebook = notebook(answer("07-1", "a"), answer("07-2", "b"));
        notebook.withArray("cells").insert(0, 5).insert(1, "x").addNull();
        ((ObjectNode) notebook.path("cells").path(2)).put("id", 3.5);
        ((ObjectNode) notebook.path("cells").path(3))
                .putArray("source")
                .add("b")
                .addNull();
        SubmittedNotebook submitted = read(notebook);
        assertEquals("a", submitted.answers().get("07-1").source());
        assertTrue(submitted.answers().get("07-2").refusal().contains("no text that can be read"));
        assertEquals(
                List.of(
                        "Cell 1 is damaged: it is not an object.",
                        "Cell 2 is damaged: it is not an object.",
                        "The id of cell 3 is damaged: it is not text.",
                        "The source of cell 4 is damaged: it is not text.",
                        "Cell 5 is damaged: it is not an object."),
                submitted.notes());
    }

    @Test
    void ofAFieldThatStandsTwiceTheLastCounts() {
        String twice = notebook(answer("07-1", "a"))
                .toString()
                .replace("\"source\":\"a\"", "\"source\":\"b\",\"source\":[\"c\"]");
        assertEquals("c", read(twice).answers().get("07-1").source());
        assertEquals(
                List.of("Cell 1 is damaged: it has the field \"source\" twice; the last one counts."),
                read(twice).notes());
        String cells = notebook(answer("07-1", "a")).toString().replaceFirst("\\{", "{\"cells\":[{\"id\":\"07-2\"}],");
        assertEquals(Set.of("07-1"), read(cells).answers().keySet());
        assertEquals(1, read(cells).notes().size());
    }

    @Test
    void aMissingSourceIsARefusal() {
        ObjectNode cell = answer("07-1", "a");
        cell.remove("source");
        assertRefused("no text that can be read", cell);
    }
}
