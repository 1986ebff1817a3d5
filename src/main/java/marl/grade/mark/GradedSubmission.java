package marl.grade.mark;

import java.util.List;

/**
 * The result of one submitted notebook. Nothing in it depends on the time, the machine's load or the other submissions.
 *
 * @param student who handed it in
 * @param lesson two digits; empty if the file could not be read
 * @param title the lesson's title; empty if the file could not be read
 * @param file the submitted file, relative to the folder of submissions, with {@code /}
 * @param sha256 the file's hash, in hexadecimal
 * @param grader the version of the grader and the hash of everything it judged with
 * @param keyId names the key that the secret seeds come from, without giving it away
 * @param isolation how the student's code was shut in
 * @param notes what was odd about the whole submission, for example that the file was cut off
 * @param exercises one mark for each exercise of the lesson, in its order
 */
public record GradedSubmission(
        String student,
        String lesson,
        String title,
        String file,
        String sha256,
        String grader,
        String keyId,
        String isolation,
        List<String> notes,
        List<ExerciseMark> exercises) {

    /** Copies the lists. */
    public GradedSubmission {
        notes = List.copyOf(notes);
        exercises = List.copyOf(exercises);
    }

    /**
     * The marks earned.
     *
     * @return between 0 and {@link #max()}
     */
    public double points() {
        return exercises.stream().mapToDouble(ExerciseMark::points).sum();
    }

    /**
     * The full mark.
     *
     * @return 0 only if the file could not be read
     */
    public double max() {
        return exercises.stream().mapToDouble(ExerciseMark::max).sum();
    }

    /**
     * Whether some part ended this way.
     *
     * @param status the way
     * @return true if one did
     */
    public boolean has(MarkStatus status) {
        return exercises.stream().anyMatch(exercise -> exercise.has(status));
    }
}
