package marl.course;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import marl.course.text.Cell;
import marl.course.text.LessonParser;
import marl.course.text.Mistakes;
import marl.project.NotebookJson;
import marl.project.Project;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a student finds in the zip. */
class BundleTest {
    private static final Pattern LINK = Pattern.compile("]\\((?!https?:)([^)#]+)");

    @TempDir
    private Path folder;

    private interface Look {
        void at(Path course) throws IOException;
    }

    private void unpacked(Look look) throws IOException {
        Path zip = folder.resolve("student.zip");
        new Bundle(new Project(Path.of("").toAbsolutePath())).student(zip);
        try (FileSystem inside = FileSystems.newFileSystem(zip, Map.of("enablePosixFileAttributes", "true"))) {
            look.at(inside.getPath("/" + Bundle.FOLDER));
        }
    }

    @Test
    void theLauncherCanBeExecuted() throws IOException {
        unpacked(course -> assertEquals(
                "rwxr-xr-x", PosixFilePermissions.toString(Files.getPosixFilePermissions(course.resolve("course")))));
    }

    @Test
    void everyLinkLeadsSomewhere() throws IOException {
        unpacked(course -> {
            List<String> dead = new ArrayList<>();
            for (String page : List.of("README.md", "docs/troubleshooting.md", "docs/glossary.md")) {
                Path file = course.resolve(page);
                for (String link : links(Files.readString(file))) {
                    if (!Files.exists(file.getParent().resolve(link).normalize())) {
                        dead.add(page + " -> " + link);
                    }
                }
            }
            assertEquals(List.of(), dead);
        });
    }

    @Test
    void nothingForInstructorsIsInIt() throws IOException {
        unpacked(course -> {
            try (Stream<Path> files = Files.walk(course)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    assertFalse(file.toString().matches(".*/(lessons|solutions|src/test)/.*"), file.toString());
                    if (file.toString().endsWith(".ipynb")) {
                        assertFalse(Files.readString(file).contains("BEGIN SOLUTION"), file.toString());
                    }
                }
            }
            assertTrue(Files.exists(course.resolve("notebooks/00-toolbox.ipynb")));
            assertFalse(Files.readString(course.resolve("README.md")).contains("course test"));
        });
    }

    private static List<String> links(String text) {
        return LINK.matcher(text).results().map((MatchResult m) -> m.group(1)).toList();
    }

    /** Pages and notebooks; the sources of the checks are Java like the solutions, and may say the same. */
    @Test
    void noPageHoldsASolution() throws IOException {
        List<Cell> answers = new ArrayList<>();
        try (Stream<Path> lessons = Files.list(Path.of("lessons"))) {
            for (Path lesson :
                    lessons.filter(file -> file.toString().endsWith(".md")).toList()) {
                String name = lesson.getFileName().toString();
                LessonParser.parse(name, Files.readString(lesson), new Mistakes(name)).cells().stream()
                        .filter(cell -> cell.kind() == Cell.Kind.ANSWER)
                        .forEach(answers::add);
            }
        }
        assertTrue(answers.size() > 30, answers.size() + " answers");
        unpacked(course -> {
            List<String> told = new ArrayList<>();
            try (Stream<Path> files = Files.walk(course)) {
                for (Path file : files.filter(BundleTest::isPage).toList()) {
                    String page = squeezed(text(file));
                    answers.stream()
                            .filter(cell -> page.contains(squeezed(solution(cell))))
                            .forEach(cell -> told.add(file + " tells " + cell.exercise()));
                }
            }
            assertEquals(List.of(), told);
        });
    }

    private static boolean isPage(Path file) {
        String name = file.toString();
        return Files.isRegularFile(file) && !name.contains("/src/") && name.matches(".*\\.(md|ipynb|html)");
    }

    /** The cells' sources of a notebook; any other file as it is. */
    private static String text(Path file) throws IOException {
        String text = Files.readString(file);
        if (!file.toString().endsWith(".ipynb")) {
            return text;
        }
        StringBuilder sources = new StringBuilder();
        NotebookJson.read(text)
                .path("cells")
                .forEach(cell -> cell.path("source").forEach(line -> sources.append(line.asText())));
        return sources.toString();
    }

    private static String solution(Cell cell) {
        String source = cell.source();
        return source.substring(source.indexOf("BEGIN SOLUTION") + 14, source.lastIndexOf("// END SOLUTION"));
    }

    private static String squeezed(String text) {
        return text.replaceAll("\\s+", "");
    }

    @Test
    void nbgraderGetsWhatStudentsGet() throws IOException {
        NbgraderTree tree = new NbgraderTree(new Project(Path.of("").toAbsolutePath()));
        List<String> assignments = tree.write(folder.resolve("course"));
        assertTrue(assignments.contains("06-qmix"), assignments.toString());
        for (String name : assignments) {
            assertEquals(
                    Files.readString(Path.of("notebooks", name + ".ipynb")),
                    Files.readString(folder.resolve("course")
                            .resolve("source")
                            .resolve(name)
                            .resolve(name + ".ipynb")));
        }
        Path configuration = folder.resolve("course").resolve("nbgrader_config.py");
        String steps = Files.readString(configuration);
        steps = steps.substring(steps.indexOf("preprocessors = ["));
        assertTrue(steps.contains("SaveCells") && steps.contains("LockCells"), steps);
        assertFalse(steps.contains("ClearSolutions") || steps.contains("Hidden"), steps);
        Files.writeString(configuration, "mine");
        tree.write(folder.resolve("course"));
        assertEquals("mine", Files.readString(configuration));
    }
}
