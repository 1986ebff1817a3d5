package marl.exercise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class VerdictTest {

    private interface Square {
        double of(double x);
    }

    private static final Exercise<Square> SQUARE = Exercise.of("09-1", "Square", 2.5, Square.class, "marl.Answer");

    private static final Checks<Square> CHECKS = new Checks<>(
            SQUARE,
            List.of(
                    new Part<>(
                            "of 3",
                            1.5,
                            "x times x",
                            (a, c) -> Expect.given("x = 3").close(9, a.of(3), 1e-12)),
                    new Part<>(
                            "of -1",
                            1,
                            "minus times minus",
                            (a, c) -> Expect.given("x = -1").close(1, a.of(-1), 1e-12))));

    @Test
    void aRightAnswerEarnsEverything() {
        Verdict verdict = CHECKS.judge(x -> x * x, Cases.visible());
        assertTrue(verdict.solved());
        assertEquals("09-1 Square: 2.5 of 2.5 points", verdict.headline());
    }

    @Test
    void aWrongPartShowsInputExpectedGotAndHint() {
        Verdict verdict = CHECKS.judge(x -> x * Math.abs(x), Cases.visible());
        assertEquals(1.5, verdict.points());
        assertTrue(verdict.text().contains("Given:    x = -1"), verdict.text());
        assertTrue(verdict.text().contains("Expected: 1"), verdict.text());
        assertTrue(verdict.text().contains("Got:      -1"), verdict.text());
        assertTrue(verdict.text().contains("Hint: minus times minus"), verdict.text());
    }

    @Test
    void theTextIsANumberWithADotInAGermanLocale() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertEquals("1.5", CHECKS.judge(x -> 9, Cases.visible()).toString());
            assertEquals(
                    "09-1 Square: 1.5 of 2.5 points",
                    CHECKS.judge(x -> 9, Cases.visible()).headline());
            assertEquals("0.3333333", Expect.show(1 / 3.0));
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void aStubIsNotSolvedYetEvenBehindAnotherException() {
        Square stub = x -> {
            throw new IllegalStateException(new UnsupportedOperationException("09-1 is not solved yet"));
        };
        Verdict verdict = CHECKS.judge(stub, Cases.visible());
        assertTrue(verdict.unsolved());
        assertEquals("09-1 Square: not solved yet, 0 of 2.5 points", verdict.text());
        assertEquals("0.0", verdict.toString());
    }

    @Test
    void anotherUnsupportedOperationIsTheStudentsOwnException() {
        Square immutable = x -> {
            List.of().add(null);
            return x;
        };
        assertFalse(CHECKS.judge(immutable, Cases.visible()).unsolved());
    }

    @Test
    void exceptionsAndEndlessRecursionAreExplained() {
        Square divides = x -> 1 / (int) (x - x);
        assertTrue(CHECKS.judge(divides, Cases.visible()).text().contains("ArithmeticException: / by zero"));
        Square[] self = new Square[1];
        self[0] = x -> self[0].of(x) + 1;
        assertTrue(CHECKS.judge(self[0], Cases.visible()).text().contains("calls itself without end"));
    }

    @Test
    void nanIsNeverClose() {
        assertThrows(CounterExample.class, () -> Expect.given("").close(1, Double.NaN, 1e9));
        assertThrows(
                CounterExample.class, () -> Expect.given("").close(new double[] {1}, new double[] {Double.NaN}, 9));
        assertThrows(CounterExample.class, () -> Expect.given("").close(new double[] {1}, null, 9));
    }

    @Test
    void pointsOfPartsMustAddUp() {
        var error = assertThrows(IllegalArgumentException.class, () -> new Checks<>(SQUARE, List.of()));
        assertEquals("The parts of 09-1 add up to 0.0 points, not 2.5.", error.getMessage());
    }

    @Test
    void forbiddenTypesAreFoundAsWords() {
        assertEquals(List.of("Answer"), SQUARE.forbiddenIn("return marl.Answer.of(x);"));
        assertEquals(List.of(), SQUARE.forbiddenIn("double myAnswer = AnswerBook.x;"));
        assertEquals(List.of("Answer"), SQUARE.forbiddenIn("return Ans\\u0077er.of(x);"));
        assertEquals(List.of(), SQUARE.forbiddenIn("return x; // my Answer\nString s = \"Answer\"; /* no\nAnswer */"));
        assertEquals(List.of("Answer"), SQUARE.forbiddenIn("char c = '\"'; Answer a; // \""));
    }

    @Test
    void ifSolvedRunsOrSaysWhatToSolve() throws Exception {
        boolean[] ran = {false};
        Check.ifSolved("09-1", () -> ran[0] = true);
        assertTrue(ran[0]);
        Check.ifSolved("09-1", () -> {
            throw new UnsupportedOperationException("09-1 is not solved yet");
        });
        assertThrows(
                UnsupportedOperationException.class,
                () -> Check.ifSolved("09-1", () -> {
                    throw new UnsupportedOperationException("09-2 is not solved yet");
                }));
    }

    @Test
    void badExercisesAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> Exercise.of("9-1", "t", 1, Square.class));
        assertThrows(IllegalArgumentException.class, () -> Exercise.of("09-1", "t", 0, Square.class));
        assertThrows(IllegalArgumentException.class, () -> Exercise.of("09-1", "t", 1, String.class));
    }
}
