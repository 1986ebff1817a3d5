package marl.grade.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import marl.project.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RosterTest {

    private static final List<Student> ADA_AND_BOB =
            List.of(new Student("a1", "Ada Lovelace", "ada@example.org"), new Student("b2", "Bob", ""));

    @TempDir
    private Path dir;

    private List<Student> read(String csv) throws IOException {
        return read(csv, StandardCharsets.UTF_8);
    }

    private List<Student> read(String csv, Charset charset) throws IOException {
        return Roster.read(Files.write(dir.resolve("class.csv"), csv.getBytes(charset)));
    }

    private String refusal(String csv) {
        UserError error = assertThrows(UserError.class, () -> read(csv));
        assertEquals(2, error.exitCode());
        return error.getMessage();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "id,name,email\na1,Ada Lovelace,ada@example.org\nb2,Bob,\n",
                "\uFEFFID;Name;Email\r\na1;Ada Lovelace;ada@example.org\r\nb2;Bob;\r\n",
                "Student\tfull name\tE-Mail\na1\tAda Lovelace\tada@example.org\n\nb2\tBob",
                "email,last_name,first_name,student_id\nada@example.org,Lovelace,Ada,a1\n,,Bob,b2\n,,,\n",
                "Student,ID,SIS User ID,SIS Login ID,Email\nAda Lovelace,1,x,a1,ada@example.org\nBob,2,y,b2,\n",
                "\"sid\",\"name\",\"email\"\n\"a1\",\"Ada Lovelace\",\" ada@example.org \"\nb2,Bob\n",
            })
    void columnsAreFoundByNameWhoeverWroteTheFile(String csv) throws IOException {
        assertEquals(ADA_AND_BOB, read(csv));
    }

    @Test
    void quotesHideSeparatorsQuotesAndLineBreaks() throws IOException {
        List<Student> students = read("id,name\na1,\"Lovelace, \"\"Ada\"\"\nof London\"\nb2,Bob\n");
        assertEquals("Lovelace, \"Ada\"\nof London", students.get(0).name());
        assertEquals("b2", students.get(1).id());
    }

    @Test
    void moodlesIdentifierCountsWithoutItsWord() throws IOException {
        List<Student> students = read("Identifier,Full name,ID number,Email address\n"
                + "Participant 1234567,Ada Lovelace,77,ada@example.org\nTeilnehmer/in22,Bob,78,\n33,Cleo,79,\n");
        assertEquals(
                List.of("1234567", "22", "33"),
                students.stream().map(Student::id).toList());
        assertEquals("Ada Lovelace", students.get(0).name());
    }

    @Test
    void idsAreKeptAsTheyAre() throws IOException {
        assertEquals(
                List.of("007", "Jose\u0301", "ada", "Ada", "-1"),
                read("id\n007\nJose\u0301\nada\nAda\n-1\n").stream()
                        .map(Student::id)
                        .toList());
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of("name;mail\nAda;x\n", "has no column with ids"),
                Arguments.of("a1,Ada\nb2,Bob\n", "has no column with ids"),
                Arguments.of("id,name\na1,Ada\n,Bob\n", "has no id in line 3: write it in or delete the line"),
                Arguments.of("id,name\r\n\r\na1,Ada\r\n  ,Bob", "has no id in line 4"),
                Arguments.of("name,id\nBob\n", "has no id in line 2"),
                Arguments.of("id\na1\nb2\na1\n", "has the id a1 in line 2 and again in line 4"),
                Arguments.of("id\nJos\u00e9\nJose\u0301\n", "in line 2 and again in line 3"),
                Arguments.of("id,name\n\"a\nb\",Ada\n", "control characters in the id of line 3"),
                Arguments.of("id,name\na1,\"Ada\n", "is not CSV"),
                Arguments.of("id,name\n\"a1\"x,Ada\n", "is not CSV"),
                Arguments.of("id,name\n", "lists nobody"),
                Arguments.of("", "lists nobody"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void aListThatIsWrongIsRefusedWithTheLine(String csv, String why) {
        String message = refusal(csv);
        assertTrue(message.startsWith("The class list class.csv "), message);
        assertTrue(message.contains(why), message);
    }

    @Test
    void aListInAnotherCodeIsRefusedInOneSentence() {
        for (Charset charset : List.of(StandardCharsets.ISO_8859_1, StandardCharsets.UTF_16)) {
            UserError error = assertThrows(UserError.class, () -> read("id,name\na1,Ren\u00e9\n", charset));
            assertTrue(error.getMessage().contains("save it as \"CSV UTF-8\""), error.getMessage());
        }
        assertThrows(UserError.class, () -> Roster.read(dir.resolve("none.csv")));
        assertThrows(UserError.class, () -> Roster.read(dir));
    }
}
