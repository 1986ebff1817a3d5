package marl.grade.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainTextTest {
    @Test
    void whatCannotBeShownIsNamed() {
        assertEquals("[U+202E]gnp.exe", PlainText.visible("\u202Egnp.exe"));
        assertEquals("a[U+0000][U+001B][2J[U+007F]", PlainText.visible("a\u0000\u001B[2J\u007F"));
        assertEquals("[U+D83D]x[U+DE00]", PlainText.visible("\uD83Dx\uDE00"));
        assertEquals("[U+FFFE][U+1FFFF][U+E0041]", PlainText.visible("\uFFFE\uD83F\uDFFF\uDB40\uDC41"));
    }

    @Test
    void everyScriptAndEmojiStays() {
        String names = "J\u00FCrgen \u5F20\u4F1F \u0645\u0631\u064A\u0645 \uD83D\uDC69\u200D\uD83D\uDCBB\tx\ny";
        assertEquals(names, PlainText.visible(names));
    }

    @Test
    void allLineBreaksAreOne() {
        assertEquals("a\nb\nc\nd", PlainText.visible("a\rb\r\nc\nd"));
        assertEquals("a b c", PlainText.line("  a\r\n\tb \n c\n", 100));
    }

    @Property
    void whatIsShownIsUtf8AndStaysAsItIs(@ForAll String text) {
        String shown = PlainText.visible(text);
        assertEquals(shown, new String(shown.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8));
        assertEquals(shown, PlainText.visible(shown));
    }

    @Test
    void longTextIsCutWithANoteAndNotInsideACharacter() {
        assertEquals("abc", PlainText.cut("abc", 3));
        assertEquals("ab\n[cut here: 1,000,001 more characters]", PlainText.cut("abc" + "d".repeat(1_000_000), 2));
        assertEquals("a\n[cut here: 3 more characters]", PlainText.cut("a\uD83D\uDE00b", 2));
        assertEquals("ab ...", PlainText.line("abcd", 2));
    }

    @Property
    void escapedTextHasNoMarkup(@ForAll String text) {
        String html = PlainText.escape(text + "<b>&\"'");
        assertFalse(html.matches("(?s).*[<>\"'].*"));
        assertTrue(html.endsWith("&lt;b&gt;&amp;&quot;&#39;"));
    }

    @ParameterizedTest
    @CsvSource({"3.0, 3", "2.5, 2.5", "0.30000000000000004, 0.3", "0.3333333333333333, 0.333333", "0.0, 0"})
    void pointsReadAsAPersonWritesThem(double points, String text) {
        assertEquals(text, PlainText.number(points));
    }
}
