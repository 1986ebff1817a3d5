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
}
