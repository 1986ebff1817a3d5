package marl.course.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Set;
import marl.project.NotebookJson;
import org.junit.jupiter.api.Test;

class NotebookMakerTest {

    private static JsonNode cell(ObjectNode notebook, String id) {
        for (JsonNode cell : notebook.path("cells")) {
            if (cell.path("id").asText().equals(id)) {
                return cell;
            }
        }
        throw new AssertionError("no cell " + id);
    }

    @Test
    void theStudentGetsAStubThatThrowsTheExercisesId() {
        ObjectNode notebook = NotebookMaker.student(SampleLesson.parsed());
        assertEquals("""
                double twice(double x) {
                    // YOUR CODE HERE: replace the next line.
                    throw new UnsupportedOperationException("07-1 is not solved yet");
                }""", NotebookJson.text(cell(notebook, "07-1").path("source")));
        String text = NotebookJson.write(notebook);
        assertFalse(text.contains("2 * x"), "the solution must be cut");
        assertFalse(text.contains("Teaching note"), "instructor's notes must be left out");
        assertFalse(text.contains("SOLUTION"), "markers must be cut");
    }

    @Test
    void anExerciseMayGiveItsOwnStub() {
        String source =
                "int f() {\n    // BEGIN SOLUTION\n    // STUB throw new UnsupportedOperationException(\"07-1\");"
                        + "\n    return 1;\n    // END SOLUTION\n}";
        Cell cell = new Cell(Cell.Kind.ANSWER, 1, source, "07-1", 0, false);
        assertEquals(
                "int f() {\n    // YOUR CODE HERE: replace the next line.\n"
                        + "    throw new UnsupportedOperationException(\"07-1\");\n}",
                cell.studentSource());
        assertFalse(cell.solvedSource().contains("STUB"));
        assertTrue(cell.solvedSource().contains("return 1;"));
    }

    @Test
    void theSolutionKeepsMarkersNotesAndAnswers() {
        String text = NotebookJson.write(NotebookMaker.solution(SampleLesson.parsed()));
        assertTrue(text.contains("// BEGIN SOLUTION") && text.contains("2 * x") && text.contains("Teaching note"));
    }

    @Test
    void nbgraderFindsAnswerAndCheck() {
        ObjectNode notebook = NotebookMaker.student(SampleLesson.parsed());
        JsonNode answer = cell(notebook, "07-1").path("metadata").path("nbgrader");
        assertEquals(
                Set.of("cell_type", "checksum", "grade", "grade_id", "locked", "schema_version", "solution", "task"),
                names(answer));
        assertTrue(answer.path("solution").asBoolean() && !answer.path("grade").asBoolean());
        JsonNode check = cell(notebook, "07-1-check").path("metadata").path("nbgrader");
        assertTrue(check.path("grade").asBoolean() && check.path("locked").asBoolean());
        assertEquals("2", check.path("points").toString(), "JupyterLab saves whole numbers without a fraction");
        assertEquals(3, check.path("schema_version").asInt());
    }

    /** Computed with Python's hashlib over the same fields in nbgrader's order. */
    @Test
    void checksumsAreNbgraders() {
        assertEquals(
                "38d90bfa082e41b90443cdc7c3de9c97", Nbgrader.checksum("int x = 1;\n", false, true, false, "07-1", 0));
        assertEquals(
                "1d2f0e62dc6c16a6f374fc4b37349790",
                Nbgrader.checksum("Check.that(\"ä\")", true, false, true, "07-1-check", 2.5));
    }

    @Test
    void idsAreUniqueAndSurviveAnInsertion() {
        ObjectNode before = NotebookMaker.student(SampleLesson.parsed());
        Set<String> ids = ids(before);
        assertEquals(before.path("cells").size(), ids.size());
        String more = SampleLesson.TEXT.replace("## Exercise 07-1", "A new cell.\n\n\n## Exercise 07-1");
        Lesson lesson = LessonParser.parse("07-good.md", more, new Mistakes("07-good.md"));
        assertTrue(ids(NotebookMaker.student(lesson)).containsAll(ids));
    }

    @Test
    void writingAndReadingGivesTheSameNotebook() {
        ObjectNode notebook = NotebookMaker.solution(SampleLesson.parsed());
        String text = NotebookJson.write(notebook);
        assertEquals(notebook, NotebookJson.read(text));
        assertEquals(text, NotebookJson.write(NotebookJson.read(text)));
    }

    @Test
    void otherFilesAreRefusedInWords() {
        assertTrue(assertThrows(IllegalArgumentException.class, () -> NotebookJson.read("{oops"))
                .getMessage()
                .startsWith("This is not JSON"));
        assertEquals(
                "This is not a notebook of format 4.",
                assertThrows(IllegalArgumentException.class, () -> NotebookJson.read("{\"nbformat\": 3}"))
                        .getMessage());
    }

    private static Set<String> ids(ObjectNode notebook) {
        Set<String> ids = new HashSet<>();
        notebook.path("cells").forEach(cell -> ids.add(cell.path("id").asText()));
        return ids;
    }

    private static Set<String> names(JsonNode node) {
        Set<String> names = new HashSet<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
