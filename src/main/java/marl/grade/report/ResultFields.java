package marl.grade.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;
import marl.grade.mark.ExerciseMark;
import marl.grade.mark.GradedSubmission;
import marl.grade.mark.MarkStatus;
import marl.grade.mark.PartMark;

/** The fields of a result file in their order, as Jackson writes and reads them; {@link ResultJson} says what they mean. */
record ResultFields(
        String schema,
        String student,
        String lesson,
        String title,
        String file,
        String sha256,
        String grader,
        String keyId,
        String isolation,
        double points,
        double max,
        List<String> notes,
        List<Exercise> exercises) {

    /** Points are halves and thirds at worst; sums of them differ by less. */
    private static final double TOLERANCE = 1e-9;

    /** An entry of {@code exercises}. */
    record Exercise(String id, String title, double points, double max, List<String> notes, List<Check> checks) {

        static Exercise of(ExerciseMark mark) {
            List<Check> checks = mark.parts().stream().map(Check::of).toList();
            return new Exercise(mark.id(), mark.title(), mark.points(), mark.max(), mark.notes(), checks);
        }

        ExerciseMark mark() {
            ExerciseMark mark = new ExerciseMark(
                    id, title, notes, checks.stream().map(Check::mark).toList());
            requireSum("exercise " + id, points, max, mark.points(), mark.max());
            return mark;
        }
    }

    /** An entry of {@code checks}. */
    record Check(
            String id,
            String name,
            double points,
            double max,
            String status,
            String visibility,
            String message,
            String hint,

            @JsonInclude(JsonInclude.Include.NON_EMPTY) @JsonSetter(nulls = Nulls.AS_EMPTY)
            String counterExample) {

        static Check of(PartMark part) {
            requireFitting(part);
            return new Check(
                    part.id(),
                    part.name(),
                    part.points(),
                    part.max(),
                    part.status().key(),
                    part.hidden() ? "hidden" : "visible",
                    part.message(),
                    part.hint(),
                    part.counterExample());
        }

        PartMark mark() {
            if (!visibility.equals("visible") && !visibility.equals("hidden")) {
                throw ResultJson.refused(
                        "the visibility \"" + PlainText.line(visibility, 40) + "\" is neither visible nor hidden");
            }
            boolean hidden = visibility.equals("hidden");
            PartMark part = new PartMark(id, name, markStatus(), points, max, hidden, message, hint, counterExample);
            requireFitting(part);
            return part;
        }

        private MarkStatus markStatus() {
            for (MarkStatus each : MarkStatus.values()) {
                if (each.key().equals(status)) {
                    return each;
                }
            }
            throw ResultJson.refused("there is no status \"" + PlainText.line(status, 40) + "\"");
        }

        private static void requireFitting(PartMark part) {
            double points = part.points();
            boolean sane = Double.isFinite(part.max()) && part.max() >= 0;
            boolean fits = points == (part.status() == MarkStatus.PASS ? part.max() : 0)
                    || part.status() == MarkStatus.REVIEW && points == part.max();
            if (!sane || !fits) {
                throw ResultJson.refused("check " + PlainText.line(part.id(), 40) + " has the status "
                        + part.status().key() + " and " + points + " of " + part.max() + " points");
            }
        }
    }

    static ResultFields of(GradedSubmission result) {
        return new ResultFields(
                ResultJson.SCHEMA,
                result.student(),
                result.lesson(),
                result.title(),
                result.file(),
                result.sha256(),
                result.grader(),
                result.keyId(),
                result.isolation(),
                result.points(),
                result.max(),
                result.notes(),
                result.exercises().stream().map(Exercise::of).toList());
    }

    GradedSubmission result() {
        List<ExerciseMark> marks = exercises.stream().map(Exercise::mark).toList();
        GradedSubmission result =
                new GradedSubmission(student, lesson, title, file, sha256, grader, keyId, isolation, notes, marks);
        requireSum("the submission", points, max, result.points(), result.max());
        return result;
    }

    private static void requireSum(String what, double saysPoints, double saysMax, double points, double max) {
        if (!(Math.abs(saysPoints - points) <= TOLERANCE) || !(Math.abs(saysMax - max) <= TOLERANCE)) {
            throw ResultJson.refused(PlainText.line(what, 40) + " says " + saysPoints + " of " + saysMax
                    + " points, but its parts add up to " + points + " of " + max);
        }
    }
}
