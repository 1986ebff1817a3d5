package marl.grade.mark;

import java.util.List;

/**
 * The mark of one exercise.
 *
 * @param id for example {@code "06-2"}
 * @param title a few words
 * @param notes what was odd about the answer, for example that there were two answer cells
 * @param parts one mark for each part of the check, in its order
 */
public record ExerciseMark(String id, String title, List<String> notes, List<PartMark> parts) {

    /** Copies the lists. */
    public ExerciseMark {
        notes = List.copyOf(notes);
        parts = List.copyOf(parts);
    }

    /**
     * The marks earned.
     *
     * @return between 0 and {@link #max()}
     */
    public double points() {
        return parts.stream().mapToDouble(PartMark::points).sum();
    }

    /**
     * The full mark.
     *
     * @return above 0
     */
    public double max() {
        return parts.stream().mapToDouble(PartMark::max).sum();
    }

    /**
     * Whether some part ended this way.
     *
     * @param status the way
     * @return true if one did
     */
    public boolean has(MarkStatus status) {
        return parts.stream().anyMatch(part -> part.status() == status);
    }
}
