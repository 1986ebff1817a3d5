package marl.grade.report;

import java.util.Locale;
import marl.exercise.Verdict;
import marl.io.Html;

/**
 * Text of unknown origin made fit to be shown: nothing invisible, nothing that reorders a line, nothing endless.
 *
 * <p>What cannot be shown is named instead, for example {@code [U+202E]}: control characters, half surrogate pairs,
 * marks of writing direction, and code points that are no characters. Joiners stay, since names and emoji need them.
 */
final class PlainText {

    private PlainText() {}

    /** Text with every such character named; line breaks become {@code \n}, tabs stay. */
    static String visible(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        text.replace("\r\n", "\n").replace('\r', '\n').codePoints().forEach(c -> {
            if (shows(c)) {
                shown.appendCodePoint(c);
            } else {
                shown.append(String.format(Locale.ROOT, "[U+%04X]", c));
            }
        });
        return shown.toString();
    }

    private static boolean shows(int c) {
        if (c < 0x20) {
            return c == '\n' || c == '\t';
        }
        boolean control = c >= 0x7F && c <= 0x9F;
        boolean half = c >= 0xD800 && c <= 0xDFFF;
        boolean direction = c == 0x061C || c >= 0x200E && c <= 0x200F || c >= 0x2028 && c <= 0x202E;
        boolean invisible = c == 0x200B || c >= 0x2060 && c <= 0x206F || c == 0xFEFF || c >= 0xE0000 && c <= 0xE007F;
        boolean none = c >= 0xFDD0 && c <= 0xFDEF || c >= 0xFFF9 && c <= 0xFFFB || (c & 0xFFFE) == 0xFFFE;
        return !control && !half && !direction && !invisible && !none;
    }

    /** Visible text on one line of at most about {@code most} characters. */
    static String line(String text, int most) {
        String head = text.length() <= most ? text : head(text, most) + " ...";
        return visible(head).replaceAll("[\\n\\t ]+", " ").strip();
    }

    /** Visible text of at most about {@code most} characters, with a note of what was cut. */
    static String cut(String text, int most) {
        if (text.length() <= most) {
            return visible(text);
        }
        String head = head(text, most);
        return visible(head)
                + String.format(Locale.ROOT, "\n[cut here: %,d more characters]", text.length() - head.length());
    }

    private static String head(String text, int most) {
        boolean splits =
                Character.isHighSurrogate(text.charAt(most - 1)) && Character.isLowSurrogate(text.charAt(most));
        return text.substring(0, splits ? most - 1 : most);
    }

    /** {@link Html#escape}, and the apostrophe too: what students wrote gets no way out of any attribute. */
    static String escape(String text) {
        return Html.escape(text).replace("'", "&#39;");
    }

    /** Points without what floating point adds: sums of tenths and thirds to six places. */
    static double rounded(double points) {
        return Math.rint(points * 1e6) / 1e6;
    }

    /** Points for a reader, for example {@code 3} or {@code 2.5}. */
    static String number(double points) {
        return Verdict.number(rounded(points));
    }
}
