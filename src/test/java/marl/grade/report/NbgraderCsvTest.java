package marl.grade.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import marl.grade.intake.Student;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Against {@code CsvExportPlugin} in {@code nbgrader/plugins/export.py} of the repository jupyter/nbgrader: its columns, a row for each
 * assignment and student, {@code str} of floats, empty text for what is None, and 0.0 without a submission.
 */
class NbgraderCsvTest {
    @Test
    void itIsTheTableThatNbgraderExports() {
        GradeBook book = new GradeBook(
                List.of(Sample.ana(), Sample.ben(), Sample.benOn07()),
                Sample.roster().subList(0, 3),
                List.of());
        assertEquals("""
                assignment,duedate,timestamp,student_id,last_name,first_name,email,raw_score,late_submission_penalty,score,max_score
                06-qmix,,,eli,Nwosu,Eli,eli@example.org,0.0,0.0,0.0,5.5
                06-qmix,,,ben,Okafor,Ben,ben@example.org,1.0,0.0,1.0,5.5
                06-qmix,,,ana,Souza,Ana Mar\u00EDa,ana@example.org,5.5,0.0,5.5,5.5
                07,,,eli,Nwosu,Eli,eli@example.org,0.0,0.0,0.0,8.0
                07,,,ben,Okafor,Ben,ben@example.org,0.0,0.0,0.0,8.0
                07,,,ana,Souza,Ana Mar\u00EDa,ana@example.org,0.0,0.0,0.0,8.0
                """, NbgraderCsv.text(book, Map.of("06", "06-qmix")));
    }

    @Test
    void aMarkThatIsStillToComeIsNoScore() {
        GradeBook book = new GradeBook(List.of(Sample.cem()), List.of(), List.of());
        CSVRecord row =
                GradebookCsvTest.records(NbgraderCsv.text(book, Map.of())).get(1);
        assertEquals(List.of("", "0.0", "", "5.5"), row.toList().subList(7, 11));
    }

    @Test
    void aFileOfNoLessonIsNoAssignment() {
        GradeBook book = new GradeBook(List.of(Sample.dee()), List.of(), List.of());
        assertEquals(
                1, GradebookCsvTest.records(NbgraderCsv.text(book, Map.of())).size());
    }

    @Test
    void hostileTextsStayInTheirCells() {
        for (String text : Sample.HOSTILE) {
            GradeBook book = new GradeBook(List.of(Sample.of(text)), List.of(new Student(text, text, text)), List.of());
            List<CSVRecord> records = GradebookCsvTest.records(NbgraderCsv.text(book, Map.of()));
            assertEquals(2, records.size(), text);
            assertEquals(NbgraderCsv.COLUMNS.size(), records.get(1).size(), text);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'Eli Nwosu', Nwosu, Eli",
        "'Ana Mar\u00EDa Souza', Souza, 'Ana Mar\u00EDa'",
        "'Okafor, Ben', Okafor, Ben",
        "'van der Berg, Jan, Jr.', van der Berg, 'Jan, Jr.'",
        "'  Dee ', Dee, ''",
        "'', '', ''",
        "',', '', ''",
    })
    void namesAreSplitAtTheCommaOrBeforeTheLastWord(String name, String last, String first) {
        assertEquals(last, NbgraderCsv.lastName(name));
        assertEquals(first, NbgraderCsv.firstName(name));
    }
}
