package marl.experiment;

import java.util.Arrays;
import java.util.List;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * The page's own numbers beside those of the literature or of theory.
 *
 * <p>A row whose number is too far off says {@code OUT OF TOLERANCE}, in these words, wherever it is shown, so that a
 * program can find it in a notebook's output. Nothing is thrown. Where experiments are shrunk ({@link Scale}), rows that
 * depend on a run say so instead of being judged.
 */
public final class Reproduce {
    /** What a row within its tolerance says. */
    public static final String WITHIN = "within";
    /** What a row says that is not. */
    public static final String OUT = "OUT OF TOLERANCE";
    /** What a row says that depends on a run, if runs are shrunk. */
    public static final String NOT_JUDGED = "not judged at this scale";

    private static final List<String> KINDS = List.of("theory", "published", "ours", "the same");

    private Reproduce() {}

    /**
     * One number compared.
     *
     * @param source what kind of number theirs is, and where it comes from: it begins with {@code theory} (exact),
     *     {@code published} (printed in the named paper or its authors' program), {@code ours} (computed independently of
     *     this library), or {@code the same}
     * @param what which number
     * @param expected theirs
     * @param ours ours; with an interval, its mean
     * @param low lower end of our interval, NaN without one
     * @param high upper end of our interval, NaN without one
     * @param tolerance how far ours may be from theirs
     * @param verdict one of the three above
     */
    public record Line(
            String source,
            String what,
            double expected,
            double ours,
            double low,
            double high,
            double tolerance,
            String verdict) {
        /**
         * Checks the source.
         *
         * @throws IllegalArgumentException if it does not begin with one of the kinds
         */
        public Line {
            if (KINDS.stream().noneMatch(source::startsWith)) {
                throw new IllegalArgumentException("The source \"" + source + "\" must begin with one of " + KINDS
                        + ", so that a reader knows what kind of number ours stands beside.");
            }
        }

        /** Ours minus theirs. */
        public double difference() {
            return ours - expected;
        }

        /** The line in words, for a cell that shows it alone. */
        @Override
        public String toString() {
            return source + ", " + what + ": expected " + Digits.of(expected, 6) + ", ours " + Digits.of(ours, 6)
                    + interval() + ", difference " + Digits.of(difference(), 3) + ", tolerance "
                    + Digits.of(tolerance, 3)
                    + ": " + verdict;
        }

        private String interval() {
            return Double.isNaN(low) ? "" : " [" + Digits.of(low, 6) + ", " + Digits.of(high, 6) + "]";
        }
    }

    /**
     * A number of ours that depends on a run.
     *
     * @throws IllegalArgumentException unless the tolerance is finite and not negative
     */
    public static Line row(String source, String what, double expected, double ours, double tolerance) {
        return row(source, what, expected, ours, Double.NaN, Double.NaN, tolerance);
    }

    /** A mean of ours with its interval; judged on the mean. */
    public static Line row(String source, String what, double expected, Interval ours, double tolerance) {
        return row(source, what, expected, ours.mean(), ours.low(), ours.high(), tolerance);
    }

    /** A mean of ours with the two ends of its interval; judged on the mean. */
    public static Line row(
            String source, String what, double expected, double ours, double low, double high, double tolerance) {
        String verdict = Scale.full() ? judged(expected, ours, tolerance) : NOT_JUDGED;
        requireTolerance(tolerance);
        return new Line(source, what, expected, ours, low, high, tolerance, verdict);
    }

    /** A number of ours that is computed, not run, and so is judged at every scale. */
    public static Line exact(String source, String what, double expected, double ours, double tolerance) {
        requireTolerance(tolerance);
        return new Line(
                source, what, expected, ours, Double.NaN, Double.NaN, tolerance, judged(expected, ours, tolerance));
    }

    /**
     * All lines as one table: source, what, expected, ours, difference, tolerance, verdict, and our interval before the
     * tolerance if any line has one.
     */
    public static Table table(Line... lines) {
        Table table = Table.create("Against the literature")
                .addColumns(
                        StringColumn.create(
                                "source", Arrays.stream(lines).map(Line::source).toList()),
                        StringColumn.create(
                                "what", Arrays.stream(lines).map(Line::what).toList()),
                        Digits.column(
                                "expected",
                                6,
                                Arrays.stream(lines).mapToDouble(Line::expected).toArray()),
                        Digits.column(
                                "ours",
                                6,
                                Arrays.stream(lines).mapToDouble(Line::ours).toArray()));
        if (Arrays.stream(lines).anyMatch(line -> !Double.isNaN(line.low))) {
            table.addColumns(StringColumn.create(
                    "95 % interval",
                    Arrays.stream(lines).map(line -> line.interval().strip()).toList()));
        }
        return table.addColumns(
                Digits.column(
                        "difference",
                        3,
                        Arrays.stream(lines).mapToDouble(Line::difference).toArray()),
                Digits.column(
                        "tolerance",
                        3,
                        Arrays.stream(lines).mapToDouble(Line::tolerance).toArray()),
                StringColumn.create(
                        "verdict", Arrays.stream(lines).map(Line::verdict).toList()));
    }

    private static String judged(double expected, double ours, double tolerance) {
        return Math.abs(ours - expected) <= tolerance ? WITHIN : OUT;
    }

    private static void requireTolerance(double tolerance) {
        if (!(tolerance >= 0) || Double.isInfinite(tolerance)) {
            throw new IllegalArgumentException("A tolerance is finite and not negative, but got " + tolerance + ".");
        }
    }
}
