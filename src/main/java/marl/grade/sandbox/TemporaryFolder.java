package marl.grade.sandbox;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.stream.Stream;

/** Makes what is needed for a while, and takes it away, also what a run that was killed has left. */
final class TemporaryFolder {

    /** Holds the number of the process that made the folder. */
    private static final String OWNER = "owner";

    /** A maker in another container looks gone; its run is over by then. */
    private static final Duration LONGEST_RUN = Duration.ofDays(1);

    private TemporaryFolder() {}

    /**
     * Makes a folder among the system's temporary files, after deleting those of this name whose makers are gone for a
     * day.
     *
     * @param prefix how its name begins
     */
    static Path make(String prefix) throws IOException {
        Path folder = Files.createTempDirectory(prefix);
        Files.writeString(
                folder.resolve(OWNER), Long.toString(ProcessHandle.current().pid()));
        try (DirectoryStream<Path> others = Files.newDirectoryStream(folder.getParent(), prefix + "*")) {
            others.forEach(other -> {
                if (isLeftOver(other)) {
                    delete(other);
                }
            });
        }
        return folder;
    }

    private static boolean isLeftOver(Path folder) {
        try {
            Path owner = folder.resolve(OWNER);
            long maker = Long.parseLong(Files.readString(owner).strip());
            Instant made = Files.getLastModifiedTime(owner).toInstant();
            return ProcessHandle.of(maker).isEmpty()
                    && made.isBefore(Instant.now().minus(LONGEST_RUN));
        } catch (IOException | NumberFormatException unknown) {
            return false; // somebody else's, or made at this very moment
        }
    }

    /** Deletes a folder and what is in it; what cannot be deleted stays. */
    static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException gone) {
            // Nothing to delete.
        }
    }
}
