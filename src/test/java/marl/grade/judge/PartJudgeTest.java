package marl.grade.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import marl.exercise.Part;
import marl.grade.judge.PartJudge.HiddenResult;
import marl.grade.mark.MarkStatus;
import marl.grade.mark.PartMark;
import org.junit.jupiter.api.Test;

class PartJudgeTest {

    private static final Part<Runnable> PART = new Part<>("any game", 2, "look twice", (answer, cases) -> {});
    private static final PartOutcome PASS = new PartOutcome(MarkStatus.PASS, "", "");
    private static final PartOutcome FAIL = new PartOutcome(MarkStatus.FAIL, "", "Given: 7\nExpected: 1\nGot: 2");

    private static PartMark mark(Part<?> part, PartOutcome hidden, int rounds, PartOutcome visible) {
        return PartJudge.mark("01-1.1", part, new HiddenResult(hidden, rounds), Optional.ofNullable(visible));
    }

    @Test
    void aPassEarnsThePoints() {
        PartMark mark = mark(PART, PASS, 0, null);
        assertEquals(2, mark.points());
        assertEquals("", mark.message() + mark.hint() + mark.counterExample());
    }

    @Test
    void aCounterExampleComesFromTheVisibleCasesOnly() {
        PartOutcome visible = new PartOutcome(MarkStatus.FAIL, "", "Given: 3\nExpected: 1\nGot: 2");
        PartMark mark = mark(PART, FAIL, 3, visible);
        assertEquals(MarkStatus.FAIL, mark.status());
        assertEquals("Given: 3\nExpected: 1\nGot: 2", mark.counterExample());
        assertFalse(mark.hidden());
        assertTrue(mark.message().contains("3 of 5"));

        PartMark secret = mark(PART, FAIL, 3, PASS);
        assertTrue(secret.hidden());
        assertEquals("", secret.counterExample());
        assertFalse(secret.toString().contains("7"));
    }

    @Test
    void aPartOfChanceThatPassesSomeRoundsIsForAPerson() {
        Part<Runnable> chance = PART.ofChance();
        assertEquals(MarkStatus.FAIL, mark(chance, FAIL, 0, FAIL).status());
        assertEquals(MarkStatus.FAIL, mark(chance, FAIL, 1, FAIL).status());
        assertEquals(MarkStatus.REVIEW, mark(chance, FAIL, 2, FAIL).status());
        assertEquals(MarkStatus.REVIEW, mark(chance, FAIL, 5, PASS).status());
        assertEquals(MarkStatus.FAIL, mark(PART, FAIL, 4, PASS).status());
    }

    @Test
    void whatAnAnswerThrowsInSecretCasesIsNotTold() {
        PartOutcome crash = new PartOutcome(MarkStatus.CRASH, "ArithmeticException", "Your code threw: secret is 7");
        PartMark known = mark(PART, crash, 0, PASS);
        assertEquals("Your code stopped with ArithmeticException in hidden cases.", known.message());
        PartMark own = mark(PART, new PartOutcome(MarkStatus.CRASH, "Secret7", "secret is 7"), 0, PASS);
        assertFalse(own.toString().contains("ecret7"), own.toString());
        PartOutcome visible = new PartOutcome(MarkStatus.CRASH, "X", "Your code threw X: at 3");
        assertEquals("Your code threw X: at 3", mark(PART, crash, 0, visible).message());
    }

    @Test
    void aFaultOfTheCheckIsNotAFailure() {
        PartMark mark = mark(PART, new PartOutcome(MarkStatus.ERROR, "X", "X at marl.check.Y"), 0, null);
        assertEquals(MarkStatus.ERROR, mark.status());
        assertEquals(0, mark.points());
    }

    @Test
    void onlyFailuresAndCrashesNeedTheVisibleCases() {
        for (MarkStatus status : MarkStatus.values()) {
            boolean wanted = status == MarkStatus.FAIL || status == MarkStatus.CRASH;
            assertEquals(wanted, new HiddenResult(new PartOutcome(status, "", ""), 0).wantsVisible());
        }
    }
}
