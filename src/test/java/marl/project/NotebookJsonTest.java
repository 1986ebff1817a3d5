package marl.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NotebookJsonTest {

    @Test
    void namesAreWrittenInOrder() {
        String text = "{\"nbformat\": 4, \"metadata\": {\"b\": 1, \"a\": 2}, \"cells\": []}";
        String written = NotebookJson.write(NotebookJson.read(text));
        assertEquals(
                "{\n \"cells\": [],\n \"metadata\": {\n  \"a\": 2,\n  \"b\": 1\n },\n \"nbformat\": 4\n}\n", written);
    }

    /** A client that opens and saves one changes nothing. */
    @Test
    void everyNotebookOfTheCourseIsWrittenLikeThat() throws IOException {
        for (String folder : List.of("notebooks", "solutions")) {
            try (Stream<Path> files = Files.list(Path.of(folder))) {
                for (Path file :
                        files.filter(f -> f.toString().endsWith(".ipynb")).toList()) {
                    String text = Files.readString(file);
                    assertEquals(text, NotebookJson.write(NotebookJson.read(text)), file.toString());
                }
            }
        }
    }

    @Test
    void whatIsNoNotebookIsRefusedInOneSentence() {
        assertThrows(IllegalArgumentException.class, () -> NotebookJson.read("{"));
        assertThrows(IllegalArgumentException.class, () -> NotebookJson.read("{\"nbformat\": 3}"));
    }
}
