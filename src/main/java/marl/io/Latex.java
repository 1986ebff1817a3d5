package marl.io;

import java.util.Map;

/** LaTeX that is safe to put text into. */
public final class Latex {

    private static final Map<Character, String> WORDS = Map.ofEntries(
            Map.entry('\\', "\\textbackslash{}"),
            Map.entry('{', "\\{"),
            Map.entry('}', "\\}"),
            Map.entry('$', "\\$"),
            Map.entry('&', "\\&"),
            Map.entry('#', "\\#"),
            Map.entry('%', "\\%"),
            Map.entry('_', "\\_"),
            Map.entry('^', "\\textasciicircum{}"),
            Map.entry('~', "\\textasciitilde{}"),
            Map.entry('<', "\\textless{}"),
            Map.entry('>', "\\textgreater{}"),
            Map.entry('|', "\\textbar{}"),
            Map.entry('"', "\\textquotedbl{}"),
            Map.entry('[', "{[}"),
            Map.entry(']', "{]}"),
            Map.entry('-', "-{}"));

    private Latex() {}

    /**
     * Text with the characters that mean something to LaTeX replaced. Hyphens stay hyphens when two meet, and a bracket
     * at the beginning of a row is no option of the row before.
     *
     * @param text any text
     * @return what may stand in a paragraph or in a field of a table
     */
    public static String escape(String text) {
        StringBuilder escaped = new StringBuilder();
        for (char letter : text.toCharArray()) {
            escaped.append(WORDS.getOrDefault(letter, String.valueOf(letter)));
        }
        return escaped.toString();
    }
}
