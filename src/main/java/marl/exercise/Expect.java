package marl.exercise;

import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;

/**
 * Comparisons for checks. Each either returns or throws a {@link CounterExample} that says what was given, what was
 * expected and what came back. NaN is never close to anything.
 */
public final class Expect {

    /** What sums of ordinary numbers leave behind where they should be 0. */
    private static final double NOISE = 1e-12;

    private final String given;

    private Expect(String given) {
        this.given = given;
    }

    /**
     * Starts a comparison.
     *
     * @param format the input in words, as {@link String#format(String, Object...)} with a dot in every locale
     * @param values the values of the format
     * @return the comparison
     */
    public static Expect given(String format, Object... values) {
        return new Expect(values.length == 0 ? format : String.format(Locale.ROOT, format, values));
    }

    /**
     * Two numbers are close.
     *
     * @param expected the right answer
     * @param got the student's answer
     * @param tolerance the largest difference allowed
     * @throws CounterExample if they are not
     */
    public void close(double expected, double got, double tolerance) {
        if (!(Math.abs(expected - got) <= tolerance) && expected != got) {
            throw different(new double[] {expected}, new double[] {got}, tolerance, array -> show(array[0]));
        }
    }

    /**
     * Two arrays have the same length and close entries.
     *
     * @param expected the right answer
     * @param got the student's answer; null is refused with a sentence
     * @param tolerance the largest difference allowed for each entry
     * @throws CounterExample if they do not
     */
    public void close(double[] expected, double[] got, double tolerance) {
        boolean same = got != null && got.length == expected.length;
        for (int i = 0; same && i < expected.length; i++) {
            same = Math.abs(expected[i] - got[i]) <= tolerance;
        }
        if (!same) {
            throw got == null
                    ? new CounterExample(given, show(expected), show(got))
                    : different(expected, got, tolerance, Expect::show);
        }
    }

    /** Rounding noise below the tolerance prints as 0, and what differs prints with enough digits to differ. */
    private CounterExample different(
            double[] expected, double[] got, double tolerance, Function<double[], String> words) {
        double[] wanted = withoutNoise(expected, tolerance);
        double[] gotten = withoutNoise(got, tolerance);
        String shown = words.apply(wanted);
        String other = words.apply(gotten);
        if (!shown.equals(other)) {
            return new CounterExample(given, shown, other);
        }
        return new CounterExample(given, allDigits(wanted), allDigits(gotten));
    }

    private static double[] withoutNoise(double[] values, double tolerance) {
        return Arrays.stream(values)
                .map(x -> Math.abs(x) <= Math.min(tolerance, NOISE) ? 0 : x)
                .toArray();
    }

    private static String allDigits(double... values) {
        return values.length == 1 ? Double.toString(values[0]) : Arrays.toString(values);
    }

    /**
     * Two whole numbers are equal.
     *
     * @param expected the right answer
     * @param got the student's answer
     * @throws CounterExample if they are not
     */
    public void same(long expected, long got) {
        if (expected != got) {
            throw new CounterExample(given, Long.toString(expected), Long.toString(got));
        }
    }

    /**
     * Two arrays of whole numbers are equal.
     *
     * @param expected the right answer
     * @param got the student's answer; null is refused with a sentence
     * @throws CounterExample if they are not
     */
    public void same(int[] expected, int[] got) {
        if (!Arrays.equals(expected, got)) {
            throw new CounterExample(given, show(expected), show(got));
        }
    }

    /**
     * A property holds.
     *
     * @param holds whether it does
     * @param expected the property in words
     * @param format what was seen instead, as {@link String#format(String, Object...)}
     * @param values the values of the format
     * @throws CounterExample if it does not
     */
    public void that(boolean holds, String expected, String format, Object... values) {
        if (!holds) {
            throw new CounterExample(given, expected, String.format(Locale.ROOT, format, values));
        }
    }

    /**
     * What was lent comes back as it was.
     *
     * @param before a copy of it, an array of any depth
     * @param after what came back
     * @throws CounterExample if anything in it differs
     */
    public void unchanged(Object before, Object after) {
        that(Objects.deepEquals(before, after), "to find them as they were", "%s", show(after));
    }

    /**
     * An object is there.
     *
     * @param got what the student's code made
     * @param <T> its type
     * @return the object, which is not null
     * @throws CounterExample if it is not
     */
    public <T> T made(T got) {
        that(got != null, "an object", "null");
        return got;
    }

    /**
     * A number as checks print it: short, but never so short that a wrong value looks right.
     *
     * @param value the number
     * @return at most seven significant digits
     */
    public static String show(double value) {
        return ValueText.number(value);
    }

    /**
     * An array or a string as checks print it: of an array the first 200 elements, those of its rows included; of a string
     * the first 500 characters, in quotation marks, those that nobody can see written as in Java.
     *
     * @param value an array of any depth or a string; null prints as the word
     * @return for example {@code [[3, 0], [5, 1]]}
     */
    public static String show(Object value) {
        return ValueText.of(value);
    }
}
