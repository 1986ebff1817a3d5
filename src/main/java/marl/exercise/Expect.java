package marl.exercise;

import java.util.Arrays;
import java.util.Locale;

/**
 * Comparisons for checks. Each either returns or throws a {@link CounterExample} that says what was given, what was
 * expected and what came back. NaN is never close to anything.
 */
public final class Expect {

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
            throw new CounterExample(given, show(expected), show(got));
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
            throw new CounterExample(given, show(expected), show(got));
        }
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
