package marl.grade.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import marl.grade.intake.Student;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

/** Against RFC 4180 as Commons CSV reads it, and OWASP's list of what starts a formula ("CSV Injection"). */
class GradebookCsvTest {

    static List<CSVRecord> records(String text) {
        try {
            return CSVFormat.RFC4180.parse(new StringReader(text)).getRecords();
        } catch (IOException broken) {
            throw new AssertionError(text, broken);
        }
    }

    @Test
    void theClassListComesFirstThenTheOthersAndNothingIsAMarkThatIsNone() {
        assertEquals("""
                student,name,email,lesson 06,lesson 06 max,lesson 07,lesson 07 max,total,max,flags
                eli,Eli Nwosu,eli@example.org,,,,,,,not handed in
                ben,"Okafor, Ben",ben@example.org,1,5.5,0,8,1,13.5,"07 timeout, 07 crash"
                ana,Ana Mar\u00EDa Souza,ana@example.org,5.5,5.5,,,5.5,13.5,07 not handed in
                dee,Dee,,,,,,0,13.5,"06 not handed in, 07 not handed in, a file could not be read"
                cem,,,1,5.5,,,1,13.5,"06 error, 06 review, 07 not handed in"
                """, GradebookCsv.text(Sample.book()));
    }

    @Test
    void withoutAClassListThereAreNoNames() {
        GradeBook book = new GradeBook(List.of(Sample.ben(), Sample.ana()), List.of(), List.of());
        assertEquals("""
                student,lesson 06,lesson 06 max,total,max,flags
                ana,5.5,5.5,5.5,5.5,
                ben,1,5.5,1,5.5,
                """, GradebookCsv.text(book));
    }

    @Test
    void anEmptyBookIsAHeader() {
        assertEquals("student,total,max,flags\n", GradebookCsv.text(new GradeBook(List.of(), List.of(), List.of())));
    }

    @Test
    void aStudentWhoIsTwiceOnTheListHasOneRow() {
        Student ana = Sample.roster().get(2);
        GradeBook book = new GradeBook(List.of(Sample.ana()), List.of(ana, ana), List.of());
        assertEquals(2, records(GradebookCsv.text(book)).size());
    }

    @Property(tries = 300)
    void noTextIsAFormulaOrLeavesItsCell(@ForAll("texts") String text) {
        GradeBook book =
                new GradeBook(List.of(Sample.submission(text)), List.of(new Student(text, text, text)), List.of());
        List<CSVRecord> records = records(GradebookCsv.text(book));
        assertEquals(2, records.size());
        CSVRecord row = records.get(1);
        assertEquals(8, row.size());
        String shown = PlainText.visible(text);
        for (int column = 0; column < 3; column++) {
            String cell = row.get(column);
            assertEquals(shown, cell.equals(shown) ? cell : cell.substring(1));
            assertFalse(cell.matches("(?s)[-=+@\\t\\r\\n].*"), cell);
        }
        assertEquals("0", row.get(3));
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> any = Arbitraries.strings().all().ofMaxLength(20);
        return Arbitraries.oneOf(Arbitraries.of(Sample.HOSTILE), any, any.map(text -> "=" + text));
    }

    @Test
    void formulasGetAnApostropheAndOtherTextsNone() {
        for (String formula : List.of("=1", "+1", "-1", "@x", "\t=1", "\r=1", "\uFF1D1")) {
            assertEquals("'" + PlainText.visible(formula), CsvText.cell(formula));
        }
        for (String text : List.of("", "a=1", "1-2", " =1", "'=1", "ana@example.org")) {
            assertEquals(text, CsvText.cell(text));
        }
    }
}
