package marl.grade.report;

import java.util.List;
import marl.grade.intake.Student;
import marl.grade.mark.GradedSubmission;

/**
 * All results of a run.
 *
 * @param results by student, then by lesson
 * @param roster the class list; empty if none was given
 * @param problems what could not be graded at all, in sentences
 */
public record GradeBook(List<GradedSubmission> results, List<Student> roster, List<String> problems) {

    /** Copies the lists. */
    public GradeBook {
        results = List.copyOf(results);
        roster = List.copyOf(roster);
        problems = List.copyOf(problems);
    }

    /**
     * Who is on the class list and handed nothing in.
     *
     * @return in the order of the list
     */
    public List<Student> missing() {
        return roster.stream()
                .filter(student -> results.stream().noneMatch(r -> r.student().equals(student.id())))
                .toList();
    }
}
