package marl.exercise;

import java.lang.reflect.Array;
import java.util.Locale;

/** Values in words, cut where nobody reads on: an answer may return a million numbers. */
final class ValueText {

    /** How many elements of an array are shown, those of its rows included. */
    static final int MOST_ELEMENTS = 200;

    /** How many characters of a string are shown. */
    static final int MOST_CHARACTERS = 500;

    private final StringBuilder text = new StringBuilder();
    private int left = MOST_ELEMENTS;

    private ValueText() {}

    /** A number, a string, an array of any depth, or null. */
    static String of(Object value) {
        ValueText shown = new ValueText();
        shown.add(value);
        return shown.text.toString();
    }

    static String number(double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e7) {
            return Long.toString((long) value);
        }
        return String.format(Locale.ROOT, "%.7g", value).replaceFirst("(\\.\\d*?)0+$", "$1");
    }

    /** The beginning of a text, and how much is missing. */
    static String cut(String text, int most) {
        return text.length() <= most
                ? text
                : text.substring(0, most) + " ... and " + (text.length() - most) + " more characters";
    }

    private void add(Object value) {
        if (value instanceof Double number) {
            text.append(number(number));
        } else if (value instanceof String string) {
            text.append('"').append(visible(cut(string, MOST_CHARACTERS))).append('"');
        } else if (value != null && value.getClass().isArray()) {
            addAll(value);
        } else {
            text.append(value);
        }
    }

    private void addAll(Object array) {
        int length = Array.getLength(array);
        text.append('[');
        for (int k = 0; k < length; k++) {
            text.append(k == 0 ? "" : ", ");
            if (left == 0) {
                text.append("... and ").append(length - k).append(" more");
                break;
            }
            left--;
            add(Array.get(array, k));
        }
        text.append(']');
    }

    /** Line breaks and other characters that nobody can see are written as in Java. */
    private static String visible(String string) {
        StringBuilder text = new StringBuilder();
        string.codePoints().forEach(c -> {
            switch (Character.getType(c)) {
                case Character.CONTROL,
                        Character.FORMAT,
                        Character.SURROGATE,
                        Character.LINE_SEPARATOR,
                        Character.PARAGRAPH_SEPARATOR -> text.append(String.format("\\u%04x", c));
                default -> text.appendCodePoint(c);
            }
        });
        return text.toString();
    }
}
