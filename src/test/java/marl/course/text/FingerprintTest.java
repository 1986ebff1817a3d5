package marl.course.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FingerprintTest {

    private static final String LESSON = "Uses Wheel.";

    @TempDir
    private Path sources;

    @BeforeEach
    void aSmallLibrary() throws IOException {
        write("game/Wheel.java", "class Wheel { Axle axle; }");
        write("game/Axle.java", "class Axle {}");
        write("game/Sail.java", "class Sail {}");
        write("check/Lesson07Checks.java", "class Lesson07Checks {}");
        write("check/Lesson08Checks.java", "class Lesson08Checks {}");
        write("kernel/Show.java", "class Show {}");
        write("course/Wheel.java", "class Wheel {}");
    }

    private void write(String file, String text) throws IOException {
        Path path = sources.resolve("marl").resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private String fingerprint() {
        return new Fingerprint(sources).of("07", LESSON);
    }

    @Test
    void itChangesWithWhatTheLessonReaches() throws IOException {
        String before = fingerprint();
        for (String file : new String[] {"game/Axle.java", "check/Lesson07Checks.java", "kernel/Show.java"}) {
            write(file, "class Changed {}");
            String after = fingerprint();
            assertNotEquals(before, after, file);
            before = after;
        }
        assertNotEquals(before, new Fingerprint(sources).of("07", LESSON + " More."));
    }

    @Test
    void itStaysWhenSomethingElseChanges() throws IOException {
        String before = fingerprint();
        write("game/Sail.java", "class Sail { int area; }");
        write("check/Lesson08Checks.java", "class Lesson08Checks { int x; }");
        write("course/Wheel.java", "class Wheel { int x; }");
        assertEquals(before, fingerprint());
    }

    @Test
    void lineEndingsDoNotMatter() throws IOException {
        write("game/Axle.java", "class Axle {\n}");
        String unix = new Fingerprint(sources).of("07", "Uses\nWheel.");
        write("game/Axle.java", "class Axle {\r\n}");
        assertEquals(unix, new Fingerprint(sources).of("07", "Uses\r\nWheel."));
    }
}
