package marl.grade.run;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import marl.grade.judge.CourseKey;
import marl.grade.judge.KeyFile;

/**
 * What to grade, and how.
 *
 * @param folder the submissions
 * @param out where marks go
 * @param roster a class list
 * @param keyFile where the key of the secret seeds is; by default in the user's settings
 * @param seed a number in place of the key, for tests
 * @param image a docker image to run students' code in; by default bubblewrap does
 * @param unsafe whether a plain process will do where nothing better works
 * @param jobs how many submissions are graded at the same time
 * @param regrade whether finished submissions are graded again
 * @param diff whether changed marks are listed
 */
public record GradingRequest(
        Path folder,
        Path out,
        Optional<Path> roster,
        Optional<Path> keyFile,
        OptionalLong seed,
        Optional<String> image,
        boolean unsafe,
        int jobs,
        boolean regrade,
        boolean diff) {

    /** The key of the secret seeds. */
    CourseKey key() {
        return seed.isPresent() ? CourseKey.fixed(seed.getAsLong()) : CourseKey.load(keyFile.orElseGet(KeyFile::place));
    }
}
