package marl.grade.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import marl.grade.intake.Notebooks;
import marl.grade.sandbox.Sandbox;
import marl.project.Project;
import marl.project.Shell;
import marl.project.UserError;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The archive is unpacked and run as Gradescope does, in folders laid out like its container. */
@Tag("sandbox")
class GradescopeRunTest {

    private static final Project COURSE = new Project(Path.of("").toAbsolutePath());
    private static final PrintStream NOWHERE = new PrintStream(OutputStream.nullOutputStream());

    @TempDir
    private Path root;

    private void unpack(Path zip, Path into) throws IOException {
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                Path file = into.resolve(entry.getName());
                Files.createDirectories(file.getParent());
                Files.copy(in, file);
            }
        }
    }

    private JsonNode run(String notebook) throws IOException {
        Path zip = root.resolve("autograder.zip");
        GradescopeZip.write(COURSE, zip, Optional.of("01"), Optional.of(root.resolve("team.key")), NOWHERE);
        Path container = root.resolve("autograder");
        for (String name : List.of("source", "submission/deep", "results")) {
            Files.createDirectories(container.resolve(name));
        }
        unpack(zip, container.resolve("source"));
        Path script = container.resolve("source/run_autograder");
        assertTrue(Files.exists(container.resolve("source/setup.sh")), "at the archive's root");
        Files.writeString(script, Files.readString(script).replace("/autograder", container.toString()));
        Files.writeString(container.resolve("submission/deep/any name.ipynb"), notebook);
        Files.writeString(
                container.resolve("submission_metadata.json"),
                "{\"id\": 17, \"users\": [{\"email\": \"anna@example.org\", \"id\": 4}]}");
        Shell.Result ran = Shell.quiet(root, Map.of(), 120, List.of("bash", script.toString()));
        assertEquals(0, ran.exitCode(), ran.output());
        return new ObjectMapper()
                .readTree(container.resolve("results/results.json").toFile());
    }

    @Test
    void aSubmissionIsMarkedInTheContainer() throws IOException {
        Sandbox.needed();
        String answer =
                "double[] rockEquilibrium(double w) { return new double[] {1 / (2 + w), w / (2 + w), 1 / (2 + w)}; }";
        JsonNode results = run(Notebooks.answered("01", Map.of("01-4", answer), false));
        assertEquals(3, results.path("score").asDouble(), results.toPrettyString());
        assertEquals(10, results.path("tests").size(), results.toPrettyString());
    }

    @Test
    void aNotebookOfAnotherLessonIsNotMarked() throws IOException {
        Sandbox.needed();
        JsonNode results = run(Notebooks.solved("02"));
        assertEquals(0, results.path("score").asDouble());
        assertTrue(results.path("output").asText().contains("no notebook of lesson 01"), results.toPrettyString());
    }

    @Test
    void theArchiveHoldsNoSolutionAndRefusesALessonThatIsNotThere() throws IOException {
        Path zip = root.resolve("a.zip");
        Optional<Path> key = Optional.of(root.resolve("team.key"));
        GradescopeZip.write(COURSE, zip, Optional.empty(), key, NOWHERE);
        unpack(zip, root.resolve("unpacked"));
        assertFalse(Files.exists(root.resolve("unpacked/course/solutions")));
        assertFalse(Files.readString(root.resolve("unpacked/run_autograder")).contains("@"));
        UserError wrong =
                assertThrows(UserError.class, () -> GradescopeZip.write(COURSE, zip, Optional.of("77"), key, NOWHERE));
        assertTrue(wrong.getMessage().contains("There is no lesson 77"), wrong.getMessage());
        assertThrows(
                UserError.class,
                () -> GradescopeZip.write(COURSE, root.resolve("a.tar"), Optional.empty(), key, NOWHERE));
    }
}
