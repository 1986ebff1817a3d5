package marl.grade.intake;

import static marl.grade.intake.SubmittedFiles.answer;
import static marl.grade.intake.SubmittedFiles.notebook;
import static marl.grade.intake.SubmittedFiles.read;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Files that no student would hand in on purpose, and some that one would. */
class DamagedNotebookTest {

    static final String SOUND =
            notebook(answer("07-1", "int a = 1;\n"), answer("07-2", "größe")).toPrettyString();

    /** No notebook, and one note that says why. */
    private static void assertNothing(String why, SubmittedNotebook submitted) {
        assertEquals("", submitted.lesson());
        assertEquals(Map.of(), submitted.answers());
        assertEquals(1, submitted.notes().size());
        assertTrue(submitted.notes().get(0).contains(why), submitted.notes()::toString);
    }

    @Test
    void aLargeFileIsHashedButNotRead(@TempDir Path dir) throws IOException {
        Path file = dir.resolve("large.ipynb");
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(50_000_000);
        }
        SubmittedNotebook submitted = read(file);
        assertNothing("The notebook is 50 MB; more than 20 MB are not read: clear the outputs", submitted);
        // head -c 50000000 /dev/zero | sha256sum
        assertEquals("ab46920a3bcd0891d34367719808bc3f832e4968ddfbfb464d093e306d2275ad", submitted.sha256());
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(1L << 40);
        }
        assertNothing("The notebook is 1099512 MB", read(file));
        assertEquals("", read(file).sha256(), "hashing it would take an hour");
    }

    /** As a tree these take several hundred megabytes. */
    @Test
    void aFileJustSmallEnoughIsReadWhateverItIsMadeOf() {
        for (String filling : List.of("{},", "{\"source\":[0]},")) {
            String cells = filling.repeat((AnswerReader.LARGEST - 1_000) / filling.length());
            String text = SOUND.replaceFirst("\"cells\" : \\[", "\"cells\" : [" + cells);
            SubmittedNotebook submitted = read(text);
            assertEquals("int a = 1;\n", submitted.answers().get("07-1").source());
            assertEquals(2, submitted.answers().size());
        }
    }

    @Test
    void filesThatAreNoJsonAreNamed() {
        assertNothing("The notebook is empty", read(""));
        assertNothing("The notebook is empty", read("\uFEFF \n"));
        assertNothing("is damaged in line 1", read("PK\u0003\u0004 a zip"));
        assertNothing("is damaged in line 3", read("{\n\"cells\": [],\n<<<<<<< HEAD\n"));
        assertNothing("is damaged in line", read(SOUND + SOUND));
        assertNothing("is cut off", read(SOUND.substring(0, SOUND.length() / 2)));
        assertNothing("is not saved as UTF-8", read(SOUND.getBytes(StandardCharsets.ISO_8859_1)));
        assertNothing("is not saved as UTF-8", read(new byte[] {'{', (byte) 0xFF, (byte) 0xFE, '}'}));
    }

    @Test
    void jsonThatIsNoNotebookIsNamed() {
        for (String json : List.of(
                "{}",
                "[]",
                "5",
                "null",
                "\"x\"",
                "{\"cells\":{}}",
                "{\"cells\":[]}",
                "{\"cells\":[],\"nbformat\":null}".replace("null", "[4]"))) {
            assertNothing("The file is no notebook", read(json));
        }
        assertNothing("is not in format 4", read(SOUND.replace("\"nbformat\" : 4", "\"nbformat\" : 3")));
        assertNothing("is not in format 4", read("{\"cells\":[],\"nbformat\":1e999999999}"));
    }

    @Test
    void otherCodesAreNamedAndAMarkForTheOrderOfBytesIsNot() {
        for (String name : List.of("UTF-16", "UTF-16LE", "UTF-16BE")) {
            assertNothing("is saved as UTF-16", read(SOUND.getBytes(Charset.forName(name))));
        }
        SubmittedNotebook marked = read("\uFEFF" + SOUND);
        assertEquals(List.of(), marked.notes());
        assertEquals(2, marked.answers().size());
    }

    @Test
    void depthIsRefusedNotFollowed() {
        for (String open : List.of("[", "{\"a\":")) {
            assertNothing("nested deeper", read(open.repeat(100_000)));
            String inCell = SOUND.replaceFirst("\"outputs\" : \\[ ?\\]", "\"outputs\" : " + open.repeat(100_000));
            assertNothing("nested deeper", read(inCell));
        }
        assertNothing("longer names or numbers", read("{\"nbformat\":" + "4".repeat(5_000) + "}"));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aDeviceALinkAFolderOrNothingIsNotRead(@TempDir Path dir) throws IOException {
        assertNothing("is not a file", read(Path.of("/dev/zero")));
        assertNothing("is not a file", read(dir));
        Path file = Files.writeString(dir.resolve("solution.ipynb"), SOUND);
        assertNothing("is not a file", read(Files.createSymbolicLink(dir.resolve("link.ipynb"), file)));
        assertNothing("could not be read", read(dir.resolve("none.ipynb")));
    }
}
