package marl.grade.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import marl.project.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyFileTest {

    private static final String HEX = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";

    @TempDir
    private Path dir;

    private Path written(String text, String permissions) throws IOException {
        Path file = Files.writeString(dir.resolve("grading.key"), text);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    }

    @Test
    void aMissingKeyIsMadeOnceAndKept() throws IOException {
        Path file = dir.resolve("a/b/grading.key");
        String id = CourseKey.load(file).id();
        assertEquals(id, CourseKey.load(file).id());
        assertTrue(Files.readString(file).matches("[0-9a-f]{64}\n"));
        assertNotEquals(id, CourseKey.load(dir.resolve("other.key")).id());
        try (Stream<Path> left = Files.list(file.getParent())) {
            assertEquals(List.of(file), left.toList(), "nothing half-done is left behind");
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void onlyTheOwnerMayReadANewKeyAndItsFolder() throws IOException {
        Path file = dir.resolve("a/b/grading.key");
        CourseKey.load(file);
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())));
    }

    @Test
    void ofManyWhoStartAtOnceAllGetTheSameKey() throws Exception {
        int many = 8;
        ExecutorService pool = Executors.newFixedThreadPool(many);
        try {
            for (int round = 0; round < 20; round++) {
                Path file = dir.resolve("round-" + round).resolve("grading.key");
                CyclicBarrier start = new CyclicBarrier(many);
                Callable<String> load = () -> {
                    start.await();
                    return CourseKey.load(file).id();
                };
                List<Future<String>> ids = pool.invokeAll(
                        IntStream.range(0, many).mapToObj(i -> load).toList());
                String first = ids.get(0).get();
                for (Future<String> id : ids) {
                    assertEquals(first, id.get());
                }
            }
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void theKeyIsTheHexadecimalDigitsOfTheFile() throws IOException {
        CourseKey expected = CourseKey.of(HexFormat.of().parseHex(HEX));
        assertEquals(
                expected.id(),
                CourseKey.load(written(HEX.toUpperCase(Locale.ROOT) + "\r\n", "rw-------"))
                        .id());
        assertEquals(expected.id(), CourseKey.load(written(HEX, "r--------")).id());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", HEX + "0", HEX + "\n" + HEX, "zz", "\u0000"})
    @DisabledOnOs(OS.WINDOWS)
    void aDamagedKeyIsRefusedAndLeftAlone(String text) throws IOException {
        Path file = written(text, "rw-------");
        UserError error = assertThrows(UserError.class, () -> CourseKey.load(file));
        assertTrue(error.getMessage().contains("is damaged"), error.getMessage());
        assertEquals(text, Files.readString(file));
        assertFalse(error.getMessage().contains(HEX), "a message never shows a key");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r-----", "rw----r--", "rw--w----", "rw-----w-"})
    @DisabledOnOs(OS.WINDOWS)
    void aKeyThatOthersCanReadOrChangeIsRefused(String permissions) throws IOException {
        Path file = written(HEX, permissions);
        UserError error = assertThrows(UserError.class, () -> CourseKey.load(file));
        assertTrue(error.getMessage().contains("chmod 600"), error.getMessage());
        assertEquals(permissions, PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }

    @Test
    void aFolderInItsPlaceIsRefusedInOneSentence() throws IOException {
        Path folder = Files.createDirectory(dir.resolve("key"));
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
        UserError error = assertThrows(UserError.class, () -> CourseKey.load(folder));
        assertTrue(error.getMessage().startsWith("Cannot read or make the grading key"), error.getMessage());
        Path inAFile = Files.writeString(dir.resolve("file"), "").resolve("grading.key");
        assertThrows(UserError.class, () -> CourseKey.load(inAFile));
    }

    @Test
    void theUsualPlaceIsTheUsersConfiguration() {
        Path home = dir.resolve("home");
        Path config = dir.resolve("config");
        Path tail = Path.of("marl-course", "grading.key");
        assertEquals(home.resolve(".config").resolve(tail), KeyFile.place(Map.of(), home, false));
        assertEquals(config.resolve(tail), KeyFile.place(Map.of("XDG_CONFIG_HOME", config.toString()), home, false));
        for (String ignored : List.of("", "relative/path")) {
            assertEquals(
                    home.resolve(".config").resolve(tail),
                    KeyFile.place(Map.of("XDG_CONFIG_HOME", ignored), home, false));
        }
        assertEquals(
                config.resolve(tail),
                KeyFile.place(Map.of("APPDATA", config.toString(), "XDG_CONFIG_HOME", "/x"), home, true));
        assertEquals(home.resolve("AppData/Roaming").resolve(tail), KeyFile.place(Map.of(), home, true));
    }
}
