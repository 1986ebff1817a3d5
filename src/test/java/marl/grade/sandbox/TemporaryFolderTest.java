package marl.grade.sandbox;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TemporaryFolderTest {

    private static final String PREFIX = "marl-left-over-test-";

    private static Path madeBy(String owner, int daysAgo) throws IOException {
        Path folder = Files.createTempDirectory(PREFIX);
        Files.createDirectory(folder.resolve("small"));
        Files.writeString(folder.resolve("small/some.jar"), "x");
        Path file = Files.writeString(folder.resolve("owner"), owner);
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofDays(daysAgo))));
        return folder;
    }

    @Test
    void whatAKilledRunLeftIsDeletedAndWhatMayBeInUseIsNot() throws Exception {
        Process over = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(), "-version")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        over.waitFor();
        Path left = madeBy(Long.toString(over.pid()), 2);
        Path recent = madeBy(Long.toString(over.pid()), 0);
        Path used = madeBy(Long.toString(ProcessHandle.current().pid()), 2);
        Path strange = madeBy("somebody", 2);
        Path ownerless = Files.createTempDirectory(PREFIX);
        Path made = TemporaryFolder.make(PREFIX);
        try {
            assertFalse(Files.exists(left), "its maker is gone");
            for (Path kept : new Path[] {recent, used, strange, ownerless, made}) {
                assertTrue(Files.isDirectory(kept), kept + " may be in use");
            }
        } finally {
            for (Path each : new Path[] {left, recent, used, strange, ownerless, made}) {
                TemporaryFolder.delete(each);
            }
        }
        assertFalse(Files.exists(made));
    }
}
