package marl.grade.mark;

/**
 * The mark of one part of an exercise.
 *
 * @param id exercise and number of the part, for example {@code "06-2.1"}
 * @param name what the part looks at
 * @param status how it ended
 * @param points the marks earned: {@code max} or 0
 * @param max the marks of this part
 * @param hidden whether it failed on hidden cases only, whose inputs are never told
 * @param message what happened, in words for the student; empty after a pass. Of hidden cases only how many rounds passed
 * @param hint where to look next; empty after a pass
 * @param counterExample given, expected and got of a visible case; empty if there is none
 */
public record PartMark(
        String id,
        String name,
        MarkStatus status,
        double points,
        double max,
        boolean hidden,
        String message,
        String hint,
        String counterExample) {}
