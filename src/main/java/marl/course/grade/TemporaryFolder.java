package marl.course.grade;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Takes away what was made for a while. */
final class TemporaryFolder {

    private TemporaryFolder() {}

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
