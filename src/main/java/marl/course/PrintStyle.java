package marl.course;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** What a page of ours needs to be printed: hints unfold, long lines break. Goes into the page's head. */
final class PrintStyle {

    private PrintStyle() {}

    /** A style and a script. */
    static String html() {
        try (InputStream in = PrintStyle.class.getResourceAsStream("/marl/course/print.html")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
