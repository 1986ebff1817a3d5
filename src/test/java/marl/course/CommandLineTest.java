package marl.course;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Map;
import marl.project.NotebookJson;
import marl.project.Project;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Wrong use and broken files: one sentence, the right exit code, no stack trace, nothing lost. */
class CommandLineTest {

    @TempDir
    private Path root;

    private String before;
    private final StringWriter err = new StringWriter();
    private String out = "";

    @BeforeEach
    void pointAtAnEmptyProject() throws IOException {
        before = System.getProperty(Project.ROOT, ".");
        System.setProperty(Project.ROOT, root.toString());
        Files.createDirectories(root.resolve("notebooks"));
        Files.writeString(root.resolve("notebooks/01-games.ipynb"), notebook("01-1", "stub", "A"));
    }

    @AfterEach
    void pointBack() {
        System.setProperty(Project.ROOT, before);
    }

    private int course(String... arguments) {
        CommandLine commandLine = Main.commandLine().setErr(new PrintWriter(err, true));
        PrintStream console = System.out;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
            return commandLine.execute(arguments);
        } finally {
            System.setOut(console);
            out = bytes.toString(StandardCharsets.UTF_8);
        }
    }

    private static String notebook(String exercise, String answer, String prose) {
        return """
                {"cells": [
                 {"cell_type": "markdown", "id": "p", "metadata": {}, "source": ["%s"]},
                 {"cell_type": "code", "id": "e", "execution_count": null, "outputs": [], "source": ["%s"],
                  "metadata": {"nbgrader": {"grade_id": "%s", "solution": true}}}
                ], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
                """.formatted(prose, answer, exercise);
    }

    private void onlySentence(String words) {
        assertTrue(err.toString().contains(words), err.toString());
        assertEquals(1, err.toString().strip().lines().count(), err.toString());
        assertFalse(err.toString().contains("Exception"), err.toString());
    }

    @Test
    void anUnknownLessonListsThoseThereAre() {
        assertEquals(2, course("run", "77"));
        onlySentence("There is no lesson 77 in notebooks; there are 01.");
    }

    @Test
    void anUnknownCommandOrOptionIsOneSentence() {
        assertEquals(2, course("fly"));
        onlySentence("Unmatched argument");
        err.getBuffer().setLength(0);
        assertEquals(2, course("lab", "--port", "x"));
        onlySentence("--port");
        err.getBuffer().setLength(0);
        assertEquals(2, course("lab", "--port", "70000"));
        onlySentence("A port is a number from 1 to 65535");
    }

    @Test
    void sweepListsItsExperimentsAndRefusesOthers() {
        assertEquals(0, course("sweep"), err.toString());
        assertTrue(out.contains("spread-curves") && out.contains("team-methods"), out);
        assertEquals(2, course("sweep", "nothing"));
        onlySentence("There is no experiment nothing; ./course sweep lists them.");
        err.getBuffer().setLength(0);
        assertEquals(2, course("sweep", "spread-curves", "--seeds", "0"));
        onlySentence("at least one seed");
        err.getBuffer().setLength(0);
        assertEquals(
                2,
                course(
                        "sweep",
                        "spread-curves",
                        "--out",
                        root.resolve("none/x.csv").toString()));
        onlySentence("make it first");
    }

    @Test
    void updateCarriesAnswersOverAndKeepsTheOldFile() throws IOException {
        Path mine = root.resolve("my/01-games.ipynb");
        Files.createDirectories(mine.getParent());
        Files.writeString(mine, notebook("01-1", "my answer", "old prose"));
        assertEquals(0, course("update", "1"), err.toString());
        String updated = Files.readString(mine);
        assertTrue(updated.contains("my answer") && updated.contains("\"A\""), updated);
        assertTrue(Files.readString(root.resolve("my/01-games.ipynb.bak")).contains("old prose"));
        assertEquals(0, course("update", "1"));
        assertTrue(Files.exists(root.resolve("my/01-games.ipynb.2.bak")), "an older backup must never be overwritten");
    }

    @Test
    void updateNamesAnswersWhoseExerciseIsGone() throws IOException {
        Path mine = root.resolve("my/01-games.ipynb");
        Files.createDirectories(mine.getParent());
        Files.writeString(mine, notebook("01-9", "my answer", "old prose"));
        assertEquals(0, course("update", "01"));
        assertTrue(out.contains("No longer in the lesson: 01-9"), out);
    }

    @Test
    void aWorkingNotebookThatIsNotJsonIsLeftAlone() throws IOException {
        Path mine = root.resolve("my/01-games.ipynb");
        Files.createDirectories(mine.getParent());
        Files.writeString(mine, "{half a noteb");
        assertEquals(1, course("update", "01"));
        onlySentence("Your notebook my/01-games.ipynb is damaged. This is not JSON");
        assertEquals("{half a noteb", Files.readString(mine));
    }

    @Test
    void workingCopiesAreMadeOnceAndNeverOverwritten() throws IOException {
        WorkingCopies copies = new WorkingCopies(new Project(root));
        assertTrue(copies.prepare().isEmpty());
        Path mine = root.resolve("my/01-games.ipynb");
        String solved = notebook("01-1", "my answer", "A");
        Files.writeString(mine, solved);
        assertTrue(copies.prepare().isEmpty(), "an answer is no reason to update");
        assertEquals(solved, Files.readString(mine));
        Files.writeString(root.resolve("notebooks/01-games.ipynb"), notebook("01-1", "stub", "B"));
        assertTrue(copies.prepare().get(0).contains("./course update 01"));
        assertEquals(solved, Files.readString(mine));
    }

    @Test
    void aLessonWithoutEndSolutionIsNamedByFileAndLine() throws IOException {
        Path lesson = root.resolve("lessons/07-good.md");
        Files.createDirectories(lesson.getParent());
        String text = marl.course.text.SampleLesson.TEXT;
        Files.writeString(lesson, text.replace("// END SOLUTION", ""));
        Files.createDirectories(root.resolve("src/main/java"));
        assertEquals(1, course("build", "--check"));
        assertTrue(
                err.toString().contains("lessons/07-good.md:") && err.toString().contains("lacks its END SOLUTION"));
        assertFalse(Files.exists(root.resolve("notebooks/07-good.ipynb")));
    }

    @Test
    void packRefusesWhatItCannotWrite() {
        assertEquals(2, course("pack"));
        err.getBuffer().setLength(0);
        assertEquals(2, course("pack", "--student", "x.tar"));
        onlySentence("ends in .zip");
        err.getBuffer().setLength(0);
        assertEquals(2, course("pack", "--offline", "x.zip", "--platform", "amiga"));
        onlySentence("There is no platform amiga; there are linux-arm64");
    }

    @Test
    void theStudentsZipHoldsNeitherSolutionsNorSources() throws IOException {
        for (String file : new String[] {
            "solutions/01-games.ipynb", "lessons/01-games.md", "src/test/A.java", "src/main/java/B.java", "course"
        }) {
            Files.createDirectories(root.resolve(file).getParent());
            Files.writeString(root.resolve(file), "x");
        }
        root.resolve("course").toFile().setExecutable(true);
        Path zip = root.resolve("s.zip");
        assertEquals(0, course("pack", "--student", zip.toString()), err.toString());
        try (var files = new java.util.zip.ZipFile(zip.toFile())) {
            var names = files.stream()
                    .map(java.util.zip.ZipEntry::getName)
                    .filter(n -> !n.endsWith("/"))
                    .sorted()
                    .toList();
            assertEquals(
                    java.util.List.of(
                            "marl-course/course",
                            "marl-course/notebooks/01-games.ipynb",
                            "marl-course/src/main/java/B.java"),
                    names);
        }
    }

    @Test
    void theLauncherInTheStudentsZipIsExecutableWhateverTheDiskSays() throws IOException {
        Files.writeString(root.resolve("course"), "x");
        Path zip = root.resolve("s.zip");
        for (boolean executable : new boolean[] {true, false}) {
            root.resolve("course").toFile().setExecutable(executable, false);
            assertEquals(0, course("pack", "--student", zip.toString()), err.toString());
            try (var inside = FileSystems.newFileSystem(zip, Map.of("enablePosixFileAttributes", "true"))) {
                var permissions = Files.getPosixFilePermissions(inside.getPath("/marl-course/course"));
                assertTrue(permissions.contains(PosixFilePermission.OTHERS_EXECUTE));
            }
        }
    }

    @Test
    void aStudentsCopyCannotBeBuiltOrTested() {
        assertEquals(1, course("build"));
        onlySentence("no lessons/ to build from");
        err.getBuffer().setLength(0);
        assertEquals(1, course("test"));
        onlySentence("holds no tests");
    }

    @Test
    void writingIsAllOrNothing() throws IOException {
        Path file = root.resolve("folder/a.txt");
        Project.write(file, "one");
        Project.write(file, "two");
        assertEquals("two", Files.readString(file));
        try (var files = Files.list(file.getParent())) {
            assertEquals(1, files.count(), "no temporary file may stay behind");
        }
        assertEquals(
                "{}",
                NotebookJson.write(new com.fasterxml.jackson.databind.ObjectMapper().createObjectNode())
                        .strip());
    }
}
