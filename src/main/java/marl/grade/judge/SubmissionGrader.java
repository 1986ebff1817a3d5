package marl.grade.judge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import marl.exercise.CheckCatalogue;
import marl.exercise.Checks;
import marl.grade.intake.ReadSubmission;
import marl.grade.intake.ReleasedNotebook;
import marl.grade.intake.ReleasedNotebooks;
import marl.grade.intake.SubmittedNotebook;
import marl.grade.mark.ExerciseMark;
import marl.grade.mark.GradedSubmission;
import marl.grade.sandbox.WorkerFactory;
import marl.project.CourseVersion;

/** Grades submissions, one at a time in each thread, any number of threads at once. */
public final class SubmissionGrader implements AutoCloseable {

    private final ReleasedNotebooks released;
    private final CourseKey key;
    private final WorkerFactory workers;
    private final Map<String, Checks<?>> checks = new LinkedHashMap<>();

    /**
     * A grader with the checks of this copy of the course.
     *
     * @param released the released notebooks
     * @param key where hidden cases come from
     * @param workers starts the processes that run students' code; closed with this grader
     */
    public SubmissionGrader(ReleasedNotebooks released, CourseKey key, WorkerFactory workers) {
        this.released = released;
        this.key = key;
        this.workers = workers;
        for (CheckCatalogue catalogue :
                ServiceLoader.load(CheckCatalogue.class, SubmissionGrader.class.getClassLoader())) {
            catalogue.checks().forEach(each -> checks.put(each.exercise().id(), each));
        }
    }

    /** The released notebooks. */
    public ReleasedNotebooks released() {
        return released;
    }

    /** Makes workers start faster; worth a second and a half if there are many submissions. */
    public void archive() {
        workers.archive();
    }

    /**
     * Everything about a submission but its marks: equal identities give equal marks.
     *
     * @param readSubmission what was handed in
     * @return a result without exercises
     */
    public GradedSubmission identity(ReadSubmission readSubmission) {
        SubmittedNotebook submitted = readSubmission.submitted();
        ReleasedNotebook master = released.byLesson().get(submitted.lesson());
        String with = master == null ? "" : "-" + master.sha256().substring(0, 12);
        return new GradedSubmission(
                readSubmission.submission().student(),
                submitted.lesson(),
                master == null ? "" : master.title(),
                readSubmission.submission().name(),
                submitted.sha256(),
                CourseVersion.text() + "-" + workers.hash() + with,
                key.id(),
                workers.isolation().title(),
                submitted.notes(),
                List.of());
    }

    /** Grades what was handed in. */
    public GradedSubmission grade(ReadSubmission readSubmission) {
        GradedSubmission identity = identity(readSubmission);
        ReleasedNotebook master = released.byLesson().get(identity.lesson());
        List<String> notes = new ArrayList<>(identity.notes());
        List<ExerciseMark> marks = List.of();
        if (master != null) {
            List<String> ids = master.exercises().stream()
                    .map(ReleasedNotebook.Exercise::id)
                    .toList();
            Preparations preparations = new Preparations(master, readSubmission.submitted());
            marks = new SubmissionJudge(workers, checks, preparations, key, identity.student()).judge(ids);
        } else if (notes.isEmpty()) {
            notes.add("This is not a notebook of a lesson of this course, so there is nothing to mark.");
        }
        return new GradedSubmission(
                identity.student(),
                identity.lesson(),
                identity.title(),
                identity.file(),
                identity.sha256(),
                identity.grader(),
                identity.keyId(),
                identity.isolation(),
                notes,
                marks);
    }

    @Override
    public void close() {
        workers.close();
    }
}
