package marl.kernel;

import java.util.Arrays;
import java.util.stream.Collectors;

/** A Javadoc comment as plain text. */
final class DocText {

    private DocText() {}

    static String plain(String comment) {
        String text = comment.replaceAll("\\{@(?:link|linkplain|code|literal)\\s+([^{}]*)\\}", "$1")
                .replace("#", ".")
                .replaceAll("\\s*<p>\\s*", "\n\n")
                .replaceAll("</?[a-z]+>", "")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&")
                .replaceAll("(?m)^\\s*@param\\s+(\\S+)\\s+", "\n  $1: ")
                .replaceAll("(?m)^\\s*@return\\s+", "\n  returns ")
                .replaceAll("(?m)^\\s*@throws\\s+(\\S+)\\s+", "\n  throws $1 ");
        return Arrays.stream(text.split("\\n\\s*\\n|\\n(?=  \\S)"))
                .map(block ->
                        (block.startsWith("  ") ? "  " : "") + block.strip().replaceAll("\\s+", " "))
                .filter(block -> !block.isBlank())
                .collect(Collectors.joining("\n"));
    }
}
