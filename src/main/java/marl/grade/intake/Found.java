package marl.grade.intake;

import java.util.List;

/**
 * What lies in a folder of submissions.
 *
 * @param submissions the notebooks, by student, then by name
 * @param problems what was left out and must be looked at, in sentences for the instructor, sorted
 */
public record Found(List<Submission> submissions, List<String> problems) {

    /** Copies the lists. */
    public Found {
        submissions = List.copyOf(submissions);
        problems = List.copyOf(problems);
    }
}
