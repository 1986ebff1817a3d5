package marl.grade.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import marl.grade.mark.GradedSubmission;
import marl.grade.mark.MarkStatus;
import org.junit.jupiter.api.Test;

class MarkChangesTest {

    private static String text(List<GradedSubmission> before, List<GradedSubmission> after) {
        return MarkChanges.text(MarkChanges.between(before, after));
    }

    @Test
    void theSameMarksAreNoChangeInAnyOrder() {
        List<GradedSubmission> results = new ArrayList<>(Sample.book().results());
        Collections.reverse(results);
        assertEquals("no mark changed\n", text(Sample.book().results(), results));
        assertEquals("no mark changed\n", text(List.of(), List.of()));
    }

    @Test
    void aPartThatPassesNowIsToldWithTheSumFirst() {
        GradedSubmission before =
                Sample.submission("ana", Sample.ben().exercises().get(1));
        GradedSubmission after =
                Sample.submission("ana", Sample.ana().exercises().get(1));
        assertEquals(
                List.of(
                        new MarkChanges.Change("ana", "06", "", "", "1 of 2.5 points", "2.5 of 2.5 points"),
                        new MarkChanges.Change(
                                "ana",
                                "06",
                                "06-2",
                                "06-2.2 weights of both signs",
                                "not passed, 0 of 1.5",
                                "passed, 1.5 of 1.5")),
                MarkChanges.between(List.of(before), List.of(after)));
        assertEquals("""
                ana, lesson 06: was 1 of 2.5 points; now 2.5 of 2.5 points
                ana, lesson 06, 06-2.2 weights of both signs: was not passed, 0 of 1.5; now passed, 1.5 of 1.5
                """, text(List.of(before), List.of(after)));
    }

    @Test
    void anotherStatusIsAChangeAndAnotherMessageIsNone() {
        GradedSubmission fail = one(MarkStatus.FAIL, "one");
        assertEquals("no mark changed\n", text(List.of(fail), List.of(one(MarkStatus.FAIL, "two"))));
        assertEquals(
                "ana, lesson 06, 06-1.1 x: was not passed, 0 of 1; now stopped at a limit, 0 of 1\n",
                text(List.of(fail), List.of(one(MarkStatus.TIMEOUT, "one"))));
    }

    private static GradedSubmission one(MarkStatus status, String message) {
        return Sample.submission(
                "ana", Sample.exercise("06-1", "Nudge it", Sample.part("06-1.1", "x", status, 1, message)));
    }

    @Test
    void submissionsComeAndGo() {
        assertEquals(
                """
                ana, lesson 06: gone, was 5.5 of 5.5 points
                ben, lesson 07: new, 0 of 8 points
                dee, unreadable file: new, could not be marked
                """, text(List.of(Sample.ben(), Sample.ana()), List.of(Sample.dee(), Sample.benOn07(), Sample.ben())));
    }

    @Test
    void partsComeAndGoWithAnotherVersionOfTheCheck() {
        GradedSubmission before = Sample.submission(
                "ana",
                Sample.exercise(
                        "06-1",
                        "Nudge it",
                        Sample.part("06-1.1", "old", MarkStatus.PASS, 1),
                        Sample.part("06-1.2", "same", MarkStatus.PASS, 1)));
        GradedSubmission after = Sample.submission(
                "ana",
                Sample.exercise(
                        "06-1",
                        "Nudge it",
                        Sample.part("06-1.2", "same", MarkStatus.PASS, 1),
                        Sample.part("06-1.3", "new", MarkStatus.UNSOLVED, 1)));
        assertEquals("""
                ana, lesson 06: was 2 of 2 points; now 1 of 2 points
                ana, lesson 06, 06-1.3 new: new, not solved, 0 of 1
                ana, lesson 06, 06-1.1 old: gone, was passed, 1 of 1
                """, text(List.of(before), List.of(after)));
    }

    @Test
    void hostileNamesStayOnTheirLine() {
        for (String name : Sample.HOSTILE) {
            String text = text(List.of(), List.of(Sample.of(name)));
            assertEquals(1, text.lines().count(), text);
            assertEquals(PlainText.visible(text), text);
        }
    }
}
