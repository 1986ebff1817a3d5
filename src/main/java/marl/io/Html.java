package marl.io;

/** HTML that is safe to put text into. */
public final class Html {

    private Html() {}

    /**
     * Text with the characters that mean something to HTML replaced.
     *
     * @param text any text
     * @return what may stand between tags, or in an attribute within double quotes
     */
    public static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
