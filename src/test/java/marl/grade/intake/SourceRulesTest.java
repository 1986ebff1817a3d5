package marl.grade.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SourceRulesTest {

    @Test
    void lineBreaksOfWindowsAndOldMacsBecomeLineFeeds() {
        assertEquals("a\nb\nc\n\nd\n\ne", SourceRules.lines("a\r\nb\rc\r\rd\n\ne"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "int f() {\n\treturn 7 % 4;\n}", "int größe = 1; String s = \"李 😀\";", "// \uFEFF\u202E"})
    void javaIsLeftAlone(String source) {
        assertEquals("", SourceRules.refusal(source));
    }

    @ParameterizedTest
    @CsvSource({"0, U+0000", "8, U+0008", "27, U+001B", "12, U+000C", "127, U+007F", "133, U+0085"})
    void controlCharactersAreRefusedWithTheirLine(int character, String name) {
        assertEquals(
                "Line 3 of the answer holds the control character " + name + ": type the line again.",
                SourceRules.refusal("a\n\tb\nc" + (char) character));
    }

    /** JSON can write half of a pair; it has no form in UTF-8. */
    @ParameterizedTest
    @ValueSource(ints = {0xD83D, 0xDE00})
    void halvesOfCharactersAreRefused(int half) {
        assertTrue(SourceRules.refusal("a\n" + (char) half).startsWith("Line 2 of the answer holds half"));
        assertTrue(SourceRules.refusal((char) half + "a").startsWith("Line 1 of the answer holds half"));
    }

    @Test
    void theLongestAnswerIsTwoHundredThousandCharacters() {
        assertEquals("", SourceRules.refusal("a".repeat(200_000)));
        assertTrue(SourceRules.refusal("a".repeat(200_001)).startsWith("The answer is longer than 200000"));
    }

    @Test
    void aMagicIsRefusedWithItsLine() {
        assertTrue(SourceRules.refusal("int a;\n  %maven a:b:1").startsWith("Line 2 of the answer starts with"));
    }
}
