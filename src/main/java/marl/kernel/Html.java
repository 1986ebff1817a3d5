package marl.kernel;

/** HTML that is safe to put text into. */
final class Html {

    private Html() {}

    /** Text with the characters that mean something to HTML replaced. */
    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
