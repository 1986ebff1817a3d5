package marl.grade.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class GradescopeListTest {

    /** The shape of an export's list; a student may have handed in before. */
    private static final String LIST = """
            ---
            submission_11:
              :submitters:
              - :name: Ada Lovelace
                :sid: 00123
                :email: ada@example.org
              :created_at: 2026-03-01 10:00:00.000000000 Z
              :score: 3.0
              :status: processed
              :results:
                tags: [all, ':sid']
                tests:
                - name: one
                  output: ":sid: 666"
              :history:
              - :submitters:
                - :sid: '999'
                :created_at: 2026-02-01 10:00:00.000000000 Z
            submission_12:
              :submitters:
              - :name: Bob
                :sid:
                :email: bob@example.org
            submission_13:
              :submitters:
              - :name: Cleo
                :sid: c1
                :email: cleo@example.org
              - :name: Dan
                :sid: ''
                :email: dan@example.org
            submission_14:
              :submitters:
              - :name: Eve
                :sid: null
            """;

    @TempDir
    private Path dir;

    private final List<String> problems = new ArrayList<>();

    private Map<String, List<String>> read(String list) throws IOException {
        Files.writeString(dir.resolve("submission_metadata.yml"), list);
        return GradescopeList.in(dir, problems);
    }

    @Test
    void aStudentIsTheSidElseTheAddressElseTheNumber() throws IOException {
        Map<String, List<String>> students = read(LIST);
        assertEquals(List.of("00123"), students.get("submission_11"), "leading zeros stay, the history does not count");
        assertEquals(List.of("bob@example.org"), students.get("submission_12"));
        assertEquals(List.of("c1", "dan@example.org"), students.get("submission_13"), "a group is all its members");
        assertEquals(List.of(), problems);
    }

    @Test
    void theFinderFilesAGroupsWorkUnderEachOfThem() throws IOException {
        Files.writeString(dir.resolve("submission_metadata.yml"), LIST);
        for (String folder : List.of("submission_11", "submission_13", "submission_14", "submission_15")) {
            Files.createDirectories(dir.resolve(folder));
            Files.writeString(dir.resolve(folder).resolve("06-qmix.ipynb"), "");
        }
        SubmissionFinder.Found found = SubmissionFinder.find(dir, List.of("06-qmix"));
        assertEquals(
                List.of("00123", "14", "15", "c1", "dan@example.org"),
                found.submissions().stream().map(Submission::student).toList());
        assertEquals(List.of(), found.problems());
    }

    @Test
    void tagsMakeNoObjectsAndAliasesCopyNothing() throws IOException {
        String bomb = "a: &a [x,x,x,x,x,x,x,x,x,x]\n";
        for (char c = 'b'; c <= 'z'; c++) {
            String before = "*" + (char) (c - 1);
            bomb += c + ": &" + c + " [" + String.join(",", Collections.nCopies(10, before)) + "]\n";
        }
        String tagged = "submission_11:\n  :submitters:\n  - :sid: !!javax.script.ScriptEngineManager [x]\n"
                + "submission_12:\n  :submitters:\n  - :sid: !ruby/object:Gem::Installer twelve\n";
        Map<String, List<String>> students = read(bomb + tagged);
        assertEquals(Map.of("submission_12", List.of("twelve")), students);
    }

    @Test
    void aDamagedListIsAProblemAndWhatItToldBeforeCounts() throws IOException {
        Files.createDirectories(dir.resolve("submission_77"));
        Map<String, List<String>> students =
                read(LIST.substring(0, LIST.indexOf("submission_13")) + "submission_13: [\"");
        assertEquals(List.of("00123"), students.get("submission_11"));
        assertEquals(List.of("77"), students.get("submission_77"));
        assertEquals(1, problems.size());
        assertTrue(problems.get(0).startsWith("submission_metadata.yml is damaged"), problems::toString);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aListThatIsALinkIsNotRead(@TempDir Path elsewhere) throws IOException {
        Path list = Files.writeString(elsewhere.resolve("list.yml"), LIST);
        Files.createSymbolicLink(dir.resolve("submission_metadata.yml"), list);
        assertEquals(Map.of(), GradescopeList.in(dir, problems));
    }

    /** The library's own limit is 3 million characters, which a class with long test outputs passes. */
    @Test
    void aListOfFiveMegabytesIsRead() throws IOException {
        String output = "  :results:\n" + "    - name: a test\n      output: fine\n".repeat(140_000);
        Map<String, List<String>> students = read("submission_1:\n" + output + "  :submitters:\n  - :sid: ada\n");
        assertEquals(Map.of("submission_1", List.of("ada")), students);
    }
}
