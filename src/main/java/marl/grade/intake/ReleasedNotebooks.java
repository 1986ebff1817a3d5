package marl.grade.intake;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import marl.project.Project;
import marl.project.UserError;

/**
 * The released notebooks of the course.
 *
 * @param byLesson each under its lesson's number, two digits
 */
public record ReleasedNotebooks(SortedMap<String, ReleasedNotebook> byLesson) {

    /** Copies the map. */
    public ReleasedNotebooks {
        byLesson = Collections.unmodifiableSortedMap(new TreeMap<>(byLesson));
    }

    /**
     * Reads all released notebooks.
     *
     * @param project a copy of the course, with or without the lessons' texts
     * @return the notebooks
     * @throws UserError if there are none, one is damaged, or two are of the same lesson
     */
    public static ReleasedNotebooks in(Project project) {
        SortedMap<String, ReleasedNotebook> released = new TreeMap<>();
        for (Path file : Project.numbered(project.notebooks(), ".ipynb")) {
            ReleasedNotebook master = ReleasedNotebook.read(file);
            ReleasedNotebook other = released.put(master.lesson(), master);
            if (other != null) {
                throw UserError.failed("The folder notebooks/ holds two notebooks of lesson " + master.lesson() + ", "
                        + other.name() + " and " + master.name() + ": run ./course build, or unpack the course again.");
            }
        }
        if (released.isEmpty()) {
            throw UserError.failed("There are no notebooks in this copy of the course: run ./course build first.");
        }
        return new ReleasedNotebooks(released);
    }

    /**
     * The exercises of a lesson, for {@link AnswerReader}.
     *
     * @param lesson two digits
     * @return their ids in order; empty if there is no such lesson, or nothing in it is marked
     */
    public List<String> exercises(String lesson) {
        ReleasedNotebook master = byLesson.get(lesson);
        return master == null
                ? List.of()
                : master.exercises().stream().map(ReleasedNotebook.Exercise::id).toList();
    }

    /**
     * The names of the notebooks, for {@link SubmissionFinder}.
     *
     * @return for example {@code 06-qmix}
     */
    public List<String> names() {
        return byLesson.values().stream().map(ReleasedNotebook::name).toList();
    }
}
