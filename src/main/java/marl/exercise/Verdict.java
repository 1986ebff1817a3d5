package marl.exercise;

import java.util.List;
import java.util.Locale;

/**
 * The result of checking one answer.
 *
 * <p>{@link #toString()} is the number of points and nothing else, written with a dot in every locale: nbgrader reads
 * the text of a check cell's value as partial credit, and takes anything that is not a number as full marks.
 *
 * @param exercise the exercise that was checked
 * @param parts one result for each part, in the order of the check
 */
public record Verdict(Exercise<?> exercise, List<PartResult> parts) {

    /** Copies the list. */
    public Verdict {
        parts = List.copyOf(parts);
    }

    /**
     * The marks earned.
     *
     * @return between 0 and the exercise's points
     */
    public double points() {
        return parts.stream().mapToDouble(PartResult::points).sum();
    }

    /**
     * Whether every part passed.
     *
     * @return true when full marks were earned
     */
    public boolean solved() {
        return parts.stream().allMatch(part -> part.status() == Status.PASS);
    }

    /**
     * Whether the stub is still in place.
     *
     * @return true when no part could start
     */
    public boolean unsolved() {
        return parts.stream().allMatch(part -> part.status() == Status.UNSOLVED);
    }

    /**
     * One line: id, title and marks.
     *
     * @return for example {@code "01-2 Best response: 2 of 3 points"}
     */
    public String headline() {
        String marks = unsolved() ? "not solved yet, 0" : number(points());
        return exercise.id() + " " + exercise.title() + ": " + marks + " of " + number(exercise.points()) + " points";
    }

    /**
     * The whole verdict in words, one line or more for each part.
     *
     * @return text that ends without a line break
     */
    public String text() {
        StringBuilder text = new StringBuilder(headline());
        if (unsolved()) {
            return text.toString();
        }
        for (PartResult part : parts) {
            text.append("\n  [")
                    .append(part.status() == Status.PASS ? "x" : " ")
                    .append("] ");
            text.append(part.name()).append(" (").append(number(part.points())).append('/');
            text.append(number(part.max())).append(')');
            if (!part.message().isEmpty()) {
                text.append("\n      ").append(part.message().replace("\n", "\n      "));
            }
            if (!part.hint().isEmpty()) {
                text.append("\n      Hint: ").append(part.hint());
            }
        }
        return text.toString();
    }

    /**
     * A number of points for a reader: no trailing zeros, a dot in every locale.
     *
     * @param points the number
     * @return for example {@code "3"} or {@code "2.5"}
     */
    public static String number(double points) {
        return points == Math.rint(points)
                ? String.format(Locale.ROOT, "%.0f", points)
                : String.format(Locale.ROOT, "%s", points);
    }

    /** The points alone, as {@link Double#toString(double)}: what nbgrader reads. */
    @Override
    public String toString() {
        return Double.toString(points());
    }
}
