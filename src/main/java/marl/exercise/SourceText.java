package marl.exercise;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Java source without what is no code. */
final class SourceText {
    private static final Pattern ESCAPE = Pattern.compile("\\\\u+([0-9a-fA-F]{4})");
    private static final Pattern NO_CODE = Pattern.compile(
            "\"\"\"[\\s\\S]*?\"\"\"" // a text block
                    + "|\"(?:\\\\.|[^\"\\\\\\n])*\"|'(?:\\\\.|[^'\\\\\\n])*'" // a string, a character
                    + "|//[^\\n]*|/\\*[\\s\\S]*?\\*/"); // comments

    private SourceText() {}

    /** The code: Unicode escapes as the characters they stand for, strings and comments as a space each. */
    static String code(String source) {
        String plain = ESCAPE.matcher(source)
                .replaceAll(found ->
                        Matcher.quoteReplacement(Character.toString((char) Integer.parseInt(found.group(1), 16))));
        return NO_CODE.matcher(plain).replaceAll(" ");
    }
}
