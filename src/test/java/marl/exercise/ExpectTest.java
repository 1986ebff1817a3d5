package marl.exercise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ExpectTest {

    @Test
    void valuesAreShownAsAReaderWritesThem() {
        assertEquals("[[3, 0], [5, 0.25], null]", Expect.show(new double[][] {{3, 0}, {5, 0.25}, null}));
        assertEquals("[1, -2]", Expect.show(new int[] {1, -2}));
        assertEquals("[[true], []]", Expect.show(new boolean[][] {{true}, {}}));
        assertEquals("[NaN, Infinity, 4.900000e-324]", Expect.show(new double[] {0.0 / 0, 1 / 0.0, Double.MIN_VALUE}));
        assertEquals("\"mixed\"", Expect.show("mixed"));
        assertEquals("null", Expect.show((Object) null));
    }

    @Test
    void charactersThatNobodySeesAreWrittenOut() {
        assertEquals("\"a\\u000ab\\u001b\\u202e\\ud800\"", Expect.show("a\nb\u001b\u202e\ud800"));
        assertEquals("\"\uD83D\uDE00\"", Expect.show("\uD83D\uDE00"));
    }

    @Test
    void aMillionNumbersAreCutWithANote() {
        String shown = Expect.show(new double[1_000_000]);
        assertTrue(shown.endsWith("0, 0, ... and 999800 more]"), shown);
        assertEquals(200, shown.split(", ").length - 1);
    }

    @Test
    void rowsAreCutTogether() {
        String shown = Expect.show(new double[1_000][1_000]);
        assertTrue(shown.endsWith("... and 801 more], ... and 999 more]"), shown);
        assertTrue(Expect.show(new double[1_000_000][0]).endsWith("[], ... and 999800 more]"));
    }

    @Test
    void aLongStringIsCutWithANote() {
        String shown = Expect.show("x".repeat(1_000_000));
        assertEquals("\"" + "x".repeat(500) + " ... and 999500 more characters\"", shown);
    }

    @Test
    void noCounterExampleOrCrashIsLong() {
        String million = "%s%n".repeat(250_000);
        assertTrue(new CounterExample(million, million, million).getMessage().length() < 12_400);
        assertTrue(Stub.explain(new IllegalStateException(million)).length() < 4_200);
    }

    @Test
    void whatAnAnswerReturnsIsNoFormat() {
        var wrong = assertThrows(
                CounterExample.class, () -> Expect.given("input %s", "%d%s").that(false, "50% of %s", "%s", "%n%d"));
        assertEquals("Given:    input %d%s\nExpected: 50% of %s\nGot:      %n%d", wrong.getMessage());
    }

    @Test
    void anObjectThatWasMadeIsHandedOn() {
        Object made = new Object();
        assertSame(made, Expect.given("a call").made(made));
        var wrong =
                assertThrows(CounterExample.class, () -> Expect.given("a call").made(null));
        assertFalse(wrong.getMessage().contains("NullPointer"));
    }

    private static String difference(org.junit.jupiter.api.function.Executable comparison) {
        return org.junit.jupiter.api.Assertions.assertThrows(CounterExample.class, comparison)
                .getMessage();
    }

    @Test
    void whatDiffersIsPrintedWithEnoughDigitsToDiffer() {
        String one = difference(() -> Expect.given("x").close(2.8936440001, 2.8936440002, 1e-12));
        assertTrue(one.contains("2.8936440001") && one.contains("2.8936440002"), one);
        String two = difference(() ->
                Expect.given("x").close(new double[] {4.31, 7.22}, new double[] {4.31, 7.22 + 1e-8}, 1e-9));
        assertTrue(two.contains("7.22]") && two.contains("7.22000001"), two);
    }

    @Test
    void roundingNoiseIsPrintedAsNothing() {
        String text = difference(() -> Expect.given("x").close(6, 2.7e-17, 1e-9));
        assertTrue(text.contains("0") && !text.contains("e-17"), text);
    }
}
