package marl.grade.intake;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Says whose a notebook is, by where it lies. Only the first name of a path counts, which the instructor or the learning
 * platform has given; what follows is the student's own and could name somebody else.
 *
 * <ul>
 *   <li>Gradescope: the folder {@code submission_N} is looked up in its list ({@link GradescopeList}). The work of a
 *       group counts for each of its members.
 *   <li>Moodle: folder or file {@code Full Name_1234567_assignsubmission_file_}. The student is the number: full names
 *       are not unique, and it is the one thing that Moodle's grading worksheet holds, too. The name stays readable in
 *       {@link Submission#name()}, and {@link RosterMatch} finds the student's own id by it.
 *   <li>A folder is called after its student.
 *   <li>A file is called after its student, with or without the lesson: {@code ada.ipynb}, {@code ada--06-qmix.ipynb},
 *       {@code ada_06-qmix (1).ipynb}.
 * </ul>
 */
final class Owners {

    private static final Pattern MOODLE = Pattern.compile("(.+?)_(\\d+)_assignsubmission_file(_.*)?", Pattern.DOTALL);
    private static final Pattern ENDING = Pattern.compile("(?i)\\.ipynb$");
    private static final String COPY = "(-\\d+| ?\\(\\d+\\))?$";

    private final Map<String, List<String>> gradescope;
    private final Pattern lesson;

    private Owners(Map<String, List<String>> gradescope, Pattern lesson) {
        this.gradescope = gradescope;
        this.lesson = lesson;
    }

    /** Of a folder of students; problems with Gradescope's list are added to {@code problems}. */
    static Owners in(Path students, Collection<String> lessons, List<String> problems) {
        String names = String.join("|", lessons.stream().map(Pattern::quote).toList());
        Pattern lesson = Pattern.compile("(?iu)(^|[-_ .]+)(" + (lessons.isEmpty() ? "(?!)" : names) + ")" + COPY);
        return new Owners(GradescopeList.in(students, problems), lesson);
    }

    /** The full name that Moodle wrote into the first name of a path; empty if it is not Moodle's. */
    static Optional<String> moodleName(String first) {
        Matcher moodle = MOODLE.matcher(first);
        return moodle.matches() ? Optional.of(moodle.group(1)) : Optional.empty();
    }

    /** Who handed in the notebook at a path inside the folder of students; nobody if the path does not say. */
    List<String> of(Path inside) {
        String first = inside.getName(0).toString();
        boolean flat = inside.getNameCount() == 1;
        if (!flat && gradescope.containsKey(first)) {
            return gradescope.get(first);
        }
        Matcher moodle = MOODLE.matcher(first);
        if (moodle.matches()) {
            return List.of(moodle.group(2));
        }
        String student =
                flat ? lesson.matcher(ENDING.matcher(first).replaceFirst("")).replaceFirst("") : first;
        return student.isBlank() ? List.of() : List.of(student);
    }

    /** Why a folder cannot belong to one student, if so: everybody's work would count as one student's. */
    Optional<String> misplaced(Path inside) {
        if (inside.getNameCount() > 1
                || !lesson.matcher(inside.toString()).replaceFirst("").isBlank()) {
            return Optional.empty();
        }
        return Optional.of("is called after a lesson, not after a student: mark the folder of each lesson by itself.");
    }
}
