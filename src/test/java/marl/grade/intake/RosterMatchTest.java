package marl.grade.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RosterMatchTest {

    private static final List<Student> ROSTER = List.of(
            new Student("a1", "Ada Lovelace", "Ada@example.org"),
            new Student("Jos\u00e9", "Jos\u00e9 P\u00e9rez", ""),
            new Student("t1", "Tim Twin", ""),
            new Student("t2", "Twin, Tim", ""),
            new Student("bob", "Bob", ""),
            new Student("BOB", "Bob Other", ""));

    private static List<String> filed(String... studentsAndNames) {
        List<Submission> submissions = Stream.of(studentsAndNames)
                .map(text -> text.split("=", 2))
                .map(part -> new Submission(part[0], Path.of("x"), part[1]))
                .toList();
        return RosterMatch.apply(submissions, ROSTER).stream()
                .map(s -> s.student() + "=" + s.name())
                .toList();
    }

    @Test
    void idsAndAddressesMatchWhateverTheirCaseAndUnicodeForm() {
        assertEquals(
                List.of("Jos\u00e9=Jose\u0301/x", "a1=ada@EXAMPLE.org/x", "a1=ada@EXAMPLE.org/y"),
                filed(
                        "ada@EXAMPLE.org=ada@EXAMPLE.org/y",
                        "ada@EXAMPLE.org=ada@EXAMPLE.org/x",
                        "Jose\u0301=Jose\u0301/x"));
        assertEquals(List.of("a1=A1/x"), filed("A1=A1/x"));
    }

    @Test
    void moodlesFullNameMatchesInEitherOrder() {
        assertEquals(
                List.of("a1=Lovelace Ada_11_assignsubmission_file_/x"),
                filed("11=Lovelace Ada_11_assignsubmission_file_/x"));
    }

    @Test
    void anExactIdGoesBeforeEverythingElse() {
        assertEquals(List.of("BOB=BOB/x", "bob=bob/x"), filed("bob=bob/x", "BOB=BOB/x"));
    }

    @Test
    void whatFitsTwoStudentsStaysAsItWas() {
        assertEquals(List.of("Bob=Bob/x"), filed("Bob=Bob/x"));
        assertEquals(
                List.of("12=Tim Twin_12_assignsubmission_file_/x"), filed("12=Tim Twin_12_assignsubmission_file_/x"));
    }

    /** Eve called herself Ada in Moodle. */
    @Test
    void twoWhoWouldBeTheSameStudentStayAsTheyWere() {
        String ada = "=Ada Lovelace_11_assignsubmission_file_/x";
        String eve = "=Ada Lovelace_66_assignsubmission_file_/x";
        assertEquals(List.of("11" + ada, "66" + eve), filed("66" + eve, "11" + ada));
        assertEquals(List.of("66" + eve, "a1=a1/x"), filed("66" + eve, "a1=a1/x"));
    }

    @Test
    void aNameDeeperDownIsTheStudentsOwnAndCountsNothing() {
        String eve = "66=Eve_66_assignsubmission_file_/Ada Lovelace_11_assignsubmission_file_/x";
        assertEquals(List.of(eve), filed(eve));
    }

    @Test
    void strangersAndAnEmptyListChangeNothing() {
        assertEquals(List.of("zoe=zoe/x"), filed("zoe=zoe/x"));
        List<Submission> one = List.of(new Submission("", Path.of("x"), "x"));
        assertEquals(one, RosterMatch.apply(one, List.of()));
        assertEquals(one, RosterMatch.apply(one, ROSTER), "an empty student is not one without an address");
    }
}
