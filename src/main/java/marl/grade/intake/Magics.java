package marl.grade.intake;

import java.util.OptionalInt;

/**
 * Finds the kernel's magics in a cell, such as {@code %maven a:b:1} and {@code %%loadFromPOM}, which are not Java. The
 * kernel takes {@code %} for one if a letter, digit or underscore follows and if it opens a line or stands behind an
 * equals sign, blanks left aside; {@code %%} opens a cell. So {@code a\n % b} is arithmetic and {@code a\n %b} is not.
 * In comments, strings and text blocks the kernel does not know its way; here nothing in them is a magic.
 */
final class Magics {

    private final String source;
    private int at;
    private int line = 1;
    /** The last character before {@link #at} that is neither blank nor comment: what a magic may stand behind. */
    private char before = '\n';

    private Magics(String source) {
        this.source = source;
    }

    /**
     * Where the first magic stands.
     *
     * @param source a cell with line breaks as {@code \n}
     * @return its line, from 1; empty if there is none
     */
    static OptionalInt firstLine(String source) {
        return new Magics(source).find();
    }

    private OptionalInt find() {
        while (at < source.length()) {
            char c = source.charAt(at);
            if (source.startsWith("//", at)) {
                skipTo("\n", at + 2, 0);
            } else if (source.startsWith("/*", at)) {
                skipTo("*/", at + 2, 2);
                before = '/';
            } else if (source.startsWith("\"\"\"", at)) {
                skipText("\"\"\"");
            } else if (c == '"' || c == '\'') {
                skipText(String.valueOf(c));
            } else if (c == '%' && (before == '\n' || before == '=') && isMagic()) {
                return OptionalInt.of(line);
            } else {
                step(c);
            }
        }
        return OptionalInt.empty();
    }

    private boolean isMagic() {
        int name = source.startsWith("%%", at) ? at + 2 : at + 1;
        return name < source.length() && isWord(source.charAt(name));
    }

    private static boolean isWord(char c) {
        return c == '_' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private void step(char c) {
        if (c == '\n') {
            line++;
            before = '\n';
        } else if (!Character.isWhitespace(c)) {
            before = c;
        }
        at++;
    }

    /** Jumps behind the next {@code end}, or to it with {@code length} 0, or to the end of the cell. */
    private void skipTo(String end, int from, int length) {
        int found = source.indexOf(end, from);
        jump(found < 0 ? source.length() : found + length);
    }

    /** Jumps behind a string, which a backslash may prolong and which ends with its line unless it is a text block. */
    private void skipText(String quote) {
        int i = at + quote.length();
        while (i < source.length()
                && !source.startsWith(quote, i)
                && (quote.length() == 3 || source.charAt(i) != '\n')) {
            i += source.charAt(i) == '\\' ? 2 : 1;
        }
        boolean ended = i < source.length() && source.startsWith(quote, i);
        jump(Math.min(source.length(), ended ? i + quote.length() : i));
        before = '"';
    }

    private void jump(int to) {
        for (; at < to; at++) {
            if (source.charAt(at) == '\n') {
                line++;
            }
        }
    }
}
