package marl.grade.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Against Microsoft's "Naming Files, Paths, and Namespaces" (reserved names and characters, dots at the end). */
class SafeNameTest {
    @ParameterizedTest
    @CsvSource({
        "ana, ana",
        "s1234567, s1234567",
        "ana.souza_2-b, ana.souza_2-b",
        "Ana, Ana=4",
        "ANA, ANA=7",
        "J\u00FCrgen, J%c3%bcrgen=10",
        "ana@example.org, ana%40example.org",
        "'a b', a%20b",
        "a/b, a%2fb",
        "a\\b, a%5cb",
        "100%, 100%25",
        "a=4, a%3d4",
        "., %2e",
        ".., %2e%2e",
        "..., %2e.%2e",
        ".git, %2egit",
        "ana., ana%2e",
        "con, %63on",
        "CON, %43ON=3",
        "nul.txt, %6eul.txt",
        "com1, %63om1",
        "console, console",
        "com10, com10",
        "'', empty=",
        "empty, empty",
    })
    void lettersAndDigitsStay(String id, String name) {
        assertEquals(name, SafeName.of(id));
    }

    @Property(tries = 2_000)
    void everyNameIsValidEverywhere(@ForAll("ids") String id) {
        String name = SafeName.of(id);
        assertTrue(name.matches("[A-Za-z0-9._%=-]{1,140}"), name);
        assertFalse(name.startsWith(".") || name.endsWith("."), name);
        String stem = name.replaceFirst("\\..*", "").toLowerCase(Locale.ROOT);
        assertFalse(stem.matches("con|prn|aux|nul|com\\d|lpt\\d"), name);
    }

    @Property(tries = 2_000)
    void differentIdsHaveNamesThatDifferWithoutCase(@ForAll("ids") String one, @ForAll("ids") String other) {
        assertEquals(one.equals(other), SafeName.of(one).equalsIgnoreCase(SafeName.of(other)));
    }

    @Provide
    Arbitrary<String> ids() {
        return Arbitraries.oneOf(
                Arbitraries.of(Sample.HOSTILE),
                Arbitraries.strings().all().ofMaxLength(8),
                Arbitraries.strings().withChars("aAbB.%=4~ ").ofMaxLength(4),
                Arbitraries.of("con", "CON", "Con", "%63on", "nul.a", "Aux.", "lpt9", "COM\u00B9", "conin$"),
                Arbitraries.strings().withChars("xX").ofMinLength(95).ofMaxLength(105));
    }

    /** Every id of up to five characters of an alphabet that holds what names are made of themselves. */
    @Test
    void noTwoShortIdsClash() {
        Map<String, String> ids = new HashMap<>();
        char[] alphabet = "aA.%=4".toCharArray();
        for (int length = 0; length <= 5; length++) {
            for (int n = 0; n < Math.pow(alphabet.length, length); n++) {
                StringBuilder id = new StringBuilder();
                for (int rest = n, i = 0; i < length; i++, rest /= alphabet.length) {
                    id.append(alphabet[rest % alphabet.length]);
                }
                String clash = ids.put(SafeName.of(id.toString()).toLowerCase(Locale.ROOT), id.toString());
                assertEquals(null, clash, () -> clash + " and " + id);
            }
        }
        assertEquals(1 + 6 + 36 + 216 + 1296 + 7776, ids.size());
    }

    @Test
    void halfPairsAreToldApart() {
        assertEquals("%ed%a0%bd", SafeName.of("\uD83D"));
        assertNotEquals(SafeName.of("\uD83D"), SafeName.of("\uD83E"));
        assertNotEquals(SafeName.of("?"), SafeName.of("\uDE00"));
        assertEquals("%f0%9f%98%80", SafeName.of("\uD83D\uDE00"));
    }

    @ParameterizedTest
    @ValueSource(ints = {101, 1_000, 1_000_000})
    void longIdsAreShortenedAndStayDistinct(int length) {
        String one = SafeName.of("x".repeat(length));
        assertEquals(50 + 2 + 32, one.length());
        assertNotEquals(one, SafeName.of("x".repeat(length + 1)));
        assertNotEquals(one, SafeName.of("x".repeat(length - 1) + "X"));
    }
}
