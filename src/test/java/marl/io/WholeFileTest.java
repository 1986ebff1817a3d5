package marl.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {

    @TempDir
    private Path folder;

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    @Test
    void theNewFileTakesThePlaceOfTheOldOne() throws IOException {
        Path file = folder.resolve("a.txt");
        WholeFile.write(file, new byte[] {1});
        WholeFile.write(file, new byte[] {2, 3});
        assertArrayEquals(new byte[] {2, 3}, Files.readAllBytes(file));
        assertEquals(List.of("a.txt"), names());
    }

    @Test
    void whatBreaksHalfWayLeavesTheOldFileAndNothingElse() throws IOException {
        Path file = folder.resolve("a.txt");
        WholeFile.write(file, new byte[] {1});
        assertThrows(
                IOException.class,
                () -> WholeFile.write(file, part -> {
                    Files.write(part, new byte[] {7});
                    throw new IOException("The disk is full.");
                }));
        assertArrayEquals(new byte[] {1}, Files.readAllBytes(file));
        assertEquals(List.of("a.txt"), names());
    }

    @Test
    void theFolderIsMadeAndTheFileMayBeMadeAnew() throws IOException {
        Path file = folder.resolve("deep/er/a.txt");
        WholeFile.write(file, part -> {
            Files.delete(part);
            Files.writeString(part, "anew");
        });
        assertEquals("anew", Files.readString(file));
    }
}
