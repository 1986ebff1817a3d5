package marl.grade.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;
import marl.project.NotebookJson;
import marl.project.Project;
import marl.project.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReleasedNotebookTest {

    @TempDir
    private Path dir;

    private static ObjectNode sample() {
        ObjectNode prose = SubmittedFiles.cell("c-0", "# Doubling").put("cell_type", "markdown");
        return SubmittedFiles.notebook(
                prose,
                SubmittedFiles.cell("c-1", "int first = 1;"),
                SubmittedFiles.answer("07-2", "int b() {}"),
                SubmittedFiles.answer("07-2-check", "Check.that(b)"),
                SubmittedFiles.cell("c-2", "int second = 2;"),
                SubmittedFiles.answer("07-1", "int a() {}"),
                SubmittedFiles.answer("07-1-check", "Check.that(a)"));
    }

    private Path written(String name, String text) throws IOException {
        Files.createDirectories(dir.resolve("notebooks"));
        return Files.writeString(dir.resolve("notebooks").resolve(name), text);
    }

    @Test
    void aNotebookGivesItsCellsInTheirOrder() throws IOException {
        ReleasedNotebook master = ReleasedNotebook.read(written("07-doubling.ipynb", sample().toString()));
        assertEquals("07", master.lesson());
        assertEquals("Doubling", master.title());
        assertEquals("07-doubling", master.name());
        assertEquals(
                List.of(
                        new ReleasedNotebook.Exercise("07-2", "Check.that(b)", 2),
                        new ReleasedNotebook.Exercise("07-1", "Check.that(a)", 5)),
                master.exercises());
        assertEquals(
                List.of(
                        new ReleasedNotebook.Cell(1, "int first = 1;"),
                        new ReleasedNotebook.Cell(4, "int second = 2;")),
                master.cells());
    }

    /** The second hash is that of "abc" in FIPS 180. */
    @Test
    void theHashIsThatOfTheFile() throws IOException {
        Path file = written("07-doubling.ipynb", sample().toString());
        assertEquals(
                FileText.read(file, 1_000_000).sha256(),
                ReleasedNotebook.read(file).sha256());
        assertEquals(
                "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
                FileText.read(written("abc", "abc"), 3).sha256());
    }

    private void assertDamaged(String why, Consumer<ObjectNode> damage) throws IOException {
        ObjectNode notebook = sample();
        damage.accept(notebook);
        Path file = written("07-doubling.ipynb", notebook.toString());
        UserError error = assertThrows(UserError.class, () -> ReleasedNotebook.read(file));
        assertTrue(
                error.getMessage().startsWith("The released notebook 07-doubling.ipynb is damaged. " + why),
                error.getMessage());
        assertTrue(error.getMessage().endsWith(". Run ./course build, or unpack the course again."));
    }

    @Test
    void aDamagedNotebookIsRefusedInOneSentence() throws IOException {
        assertDamaged("This is not a notebook of format 4", n -> n.put("nbformat", 3));
        assertDamaged("Its lesson's number is wrong", n -> n.remove("metadata"));
        assertDamaged(
                "Its lesson's number", n -> ((ObjectNode) n.path("metadata").path("marl")).put("lesson", "08"));
        assertDamaged("Not every exercise", n -> ((ArrayNode) n.path("cells")).remove(3));
        assertDamaged("Not every exercise", n -> ((ArrayNode) n.path("cells")).remove(2));
        assertDamaged(
                "It has two answer cells",
                n -> ((ArrayNode) n.path("cells")).add(n.path("cells").path(2)));
        assertDamaged(
                "It has two checks",
                n -> ((ArrayNode) n.path("cells")).add(n.path("cells").path(3)));
        assertDamaged("Cell 1 has no source", n -> ((ObjectNode) n.path("cells").path(1)).putNull("source"));
        Path broken = written("07-doubling.ipynb", "{");
        assertThrows(UserError.class, () -> ReleasedNotebook.read(broken));
        assertThrows(UserError.class, () -> ReleasedNotebook.read(dir.resolve("notebooks/none.ipynb")));
    }

    @Test
    void aProjectsNotebooksAreFoundByLesson() throws IOException {
        Project project = new Project(dir);
        assertThrows(UserError.class, () -> ReleasedNotebooks.in(project));
        written("07-doubling.ipynb", sample().toString());
        ReleasedNotebooks released = ReleasedNotebooks.in(project);
        assertEquals(List.of("07-2", "07-1"), released.exercises("07"));
        assertEquals(List.of(), released.exercises("99"));
        assertEquals(List.of("07-doubling"), released.names());
        written("07-other.ipynb", sample().toString());
        UserError twice = assertThrows(UserError.class, () -> ReleasedNotebooks.in(project));
        assertTrue(twice.getMessage().contains("two notebooks of lesson 07, 07-doubling and 07-other"));
    }

    /** Against the released files, read another way. */
    @Test
    void theReleasedNotebooksGiveEveryCodeCellOnce() {
        ReleasedNotebooks released = ReleasedNotebooks.in(new Project(Path.of(".")));
        assertFalse(released.byLesson().isEmpty());
        for (Path file : Project.numbered(Path.of("notebooks"), ".ipynb")) {
            JsonNode cells = NotebookJson.read(Project.read(file)).path("cells");
            ReleasedNotebook master =
                    released.byLesson().get(file.getFileName().toString().substring(0, 2));
            long code = StreamSupport.stream(cells.spliterator(), false)
                    .filter(cell -> cell.path("cell_type").asText().equals("code"))
                    .count();
            assertEquals(code, master.cells().size() + 2L * master.exercises().size());
            for (ReleasedNotebook.Cell cell : master.cells()) {
                assertEquals(NotebookJson.text(cells.path(cell.index()).path("source")), cell.source());
            }
            for (ReleasedNotebook.Exercise exercise : master.exercises()) {
                assertEquals(
                        exercise.id(), cells.path(exercise.index()).path("id").asText());
                assertTrue(exercise.check().startsWith("Check.that("), exercise::check);
            }
        }
    }
}
