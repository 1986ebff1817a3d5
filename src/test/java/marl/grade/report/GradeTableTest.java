package marl.grade.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import marl.grade.intake.Student;
import marl.grade.mark.GradedSubmission;
import org.junit.jupiter.api.Test;

class GradeTableTest {

    private final GradeTable table = new GradeTable(Sample.book());

    private static Student of(String id) {
        return new Student(id, "", "");
    }

    @Test
    void rowsAreTheClassListThenTheOthersAndColumnsTheLessons() {
        List<String> ids = table.students().stream().map(Student::id).toList();
        assertEquals(List.of("eli", "ben", "ana", "dee", "cem"), ids);
        assertEquals(List.of("06", "07"), table.lessons());
        assertEquals(5.5, table.max("06"));
        assertEquals(13.5, table.max());
    }

    @Test
    void aBrokenFileIsNoLessonButSomethingWasHandedIn() {
        assertTrue(table.missing(of("eli")));
        assertFalse(table.missing(of("dee")));
        assertEquals(List.of(Sample.dee()), table.unreadable(of("dee")));
        assertEquals(Optional.empty(), table.result(of("dee"), "06"));
        assertEquals(0, table.total(of("eli")));
    }

    @Test
    void ofTwoResultsForOneLessonTheFirstCounts() {
        GradedSubmission second =
                Sample.submission("ana", Sample.ben().exercises().get(0));
        GradeBook book = new GradeBook(List.of(Sample.ana(), second), List.of(), List.of());
        assertEquals(Optional.of(Sample.ana()), new GradeTable(book).result(of("ana"), "06"));
        assertEquals(5.5, new GradeTable(book).total(of("ana")));
        List<MarkChanges.Change> changes = MarkChanges.between(List.of(Sample.ana()), book.results());
        assertEquals(List.of(), changes);
    }

    @Test
    void onlyMarksThatAreStillToComeAreOpen() {
        assertTrue(GradeTable.open(Sample.cem()));
        assertFalse(GradeTable.open(Sample.benOn07()));
        assertEquals(List.of("error", "review"), GradeTable.flags(Sample.cem()));
        assertEquals(List.of("timeout", "crash"), GradeTable.flags(Sample.benOn07()));
        assertEquals(List.of(), GradeTable.flags(Sample.ben()));
    }
}
