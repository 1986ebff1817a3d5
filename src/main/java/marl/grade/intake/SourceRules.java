package marl.grade.intake;

import java.util.OptionalInt;

/** What the text of an answer must keep to before anything else looks at it. */
final class SourceRules {

    /** Answers are a page long; the longest text that is looked at, in characters. */
    static final int LONGEST = 200_000;

    private SourceRules() {}

    /**
     * The text with each line break, of Windows or of old Macs, as {@code \n}.
     *
     * @param source the text as it stands in the notebook
     * @return the text, otherwise as it was
     */
    static String lines(String source) {
        return source.replace("\r\n", "\n").replace('\r', '\n');
    }

    /**
     * Why a text cannot be an answer.
     *
     * @param source the text, with line breaks as {@code \n}
     * @return a sentence for the student; empty if it can
     */
    static String refusal(String source) {
        if (source.length() > LONGEST) {
            return "The answer is longer than " + LONGEST + " characters: take out what does not belong to it.";
        }
        int line = 1;
        for (int i = 0; i < source.length(); i++) {
            char c = source.charAt(i);
            if (c == '\n') {
                line++;
            } else if (c != '\t' && Character.isISOControl(c)) {
                return String.format(
                        "Line %d of the answer holds the control character U+%04X: type the line again.",
                        line, (int) c);
            } else if (Character.isSurrogate(c)) {
                if (!Character.isSurrogatePair(c, i + 1 < source.length() ? source.charAt(i + 1) : ' ')) {
                    return "Line " + line + " of the answer holds half a character: type the line again.";
                }
                i++;
            }
        }
        OptionalInt magic = Magics.firstLine(source);
        return magic.isEmpty()
                ? ""
                : "Line " + magic.getAsInt() + " of the answer starts with a command of the notebook (%), which is not"
                        + " Java: take it out; the course needs none.";
    }
}
