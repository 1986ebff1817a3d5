package marl.grade.intake;

import java.nio.file.Path;

/**
 * A submitted notebook that was found, not yet read.
 *
 * @param student who handed it in
 * @param file the file
 * @param name the file relative to the folder of submissions, with {@code /}
 */
public record Submission(String student, Path file, String name) {}
