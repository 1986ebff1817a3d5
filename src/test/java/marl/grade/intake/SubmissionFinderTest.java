package marl.grade.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.stream.Stream;
import marl.project.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubmissionFinderTest {

    private static final List<String> LESSONS = List.of("05-ctde-vdn", "06-qmix");

    @TempDir
    private Path dir;

    private void files(String... names) throws IOException {
        for (String name : names) {
            Path file = dir.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, "");
        }
    }

    private SubmissionFinder.Found find() {
        return SubmissionFinder.find(dir, LESSONS);
    }

    private List<String> students() {
        return find().submissions().stream().map(Submission::student).toList();
    }

    @Test
    void eachFolderIsAStudentHoweverDeepTheNotebooksLie() throws IOException {
        files("bob/06-qmix.ipynb", "ada/a/b/c/06-qmix.ipynb", "ada/05-ctde-vdn.ipynb", "Ada/x.IPYNB");
        SubmissionFinder.Found found = find();
        assertEquals(
                List.of("Ada/x.IPYNB", "ada/05-ctde-vdn.ipynb", "ada/a/b/c/06-qmix.ipynb", "bob/06-qmix.ipynb"),
                found.submissions().stream().map(Submission::name).toList());
        assertEquals(List.of("Ada", "ada", "ada", "bob"), students());
        assertEquals(List.of(), found.problems());
        assertTrue(found.submissions().stream().allMatch(s -> Files.isRegularFile(s.file())));
    }

    @Test
    void ofNbgradersFoldersOnlySubmittedCounts() throws IOException {
        files("submitted/ada/06/06-qmix.ipynb", "source/06/06-qmix.ipynb", "autograded/ada/06/06-qmix.ipynb");
        SubmissionFinder.Found found = find();
        assertEquals(1, found.submissions().size());
        assertEquals("ada", found.submissions().get(0).student());
        assertEquals(
                "submitted/ada/06/06-qmix.ipynb", found.submissions().get(0).name());
        assertEquals(
                "ada",
                SubmissionFinder.find(dir.resolve("submitted"), LESSONS)
                        .submissions()
                        .get(0)
                        .student());
    }

    @Test
    void moodlesNumberIsTheStudentInFoldersAndInFlatFiles() throws IOException {
        files(
                "Ada Lovelace_1234567_assignsubmission_file_/06-qmix.ipynb",
                "Ada King_Lovelace_22_assignsubmission_file/sub/x.ipynb",
                "Bob_333_assignsubmission_file_my work.ipynb");
        assertEquals(List.of("1234567", "22", "333"), students());
    }

    /** The last part of a flat file's name, and everything in a folder, is the student's own choice. */
    @Test
    void nobodyHandsInForSomebodyElseByTheNameOfAFile() throws IOException {
        files(
                "Eve_1_assignsubmission_file_Bob_2_assignsubmission_file_x.ipynb",
                "Eve_1_assignsubmission_file_/Bob_2_assignsubmission_file_/x.ipynb",
                "Eve_1_assignsubmission_file_/submitted/bob/06/x.ipynb",
                "Eve_1_assignsubmission_file_/submission_2/x.ipynb");
        assertEquals(List.of("1", "1", "1", "1"), students());
    }

    @ParameterizedTest
    @CsvSource({
        "ada.ipynb, ada",
        "ada--06-qmix.ipynb, ada",
        "ada_06-qmix.ipynb, ada",
        "ada_06-QMIX.ipynb, ada",
        "ada 06-qmix (1).ipynb, ada",
        "ada_06-qmix-2.ipynb, ada",
        "ada_b--06-qmix(12).ipynb, ada_b",
        "ada-06-qmix-05-ctde-vdn.ipynb, ada-06-qmix",
        "ada_06-other.ipynb, ada_06-other",
        "x06-qmix.ipynb, x06-qmix",
    })
    void aFlatFileIsCalledAfterItsStudent(String file, String student) throws IOException {
        files(file);
        assertEquals(List.of(student), students());
    }

    @Test
    void nobodyKnowsWhoseANotebookUnderTheLessonsNameIs() throws IOException {
        files("06-qmix.ipynb", "05-ctde-vdn (2).ipynb", "ada.ipynb");
        SubmissionFinder.Found found = find();
        assertEquals(List.of("ada"), students());
        assertEquals(2, found.problems().size());
        assertTrue(found.problems().get(0).startsWith("05-ctde-vdn (2).ipynb lies in no student's folder"));
    }

    /** Otherwise the whole class would be one student called 06-qmix. */
    @Test
    void aFolderForEachLessonIsRefusedAsAStudent() throws IOException {
        files("06-qmix/ada/06-qmix.ipynb", "06-qmix/bob/06-qmix.ipynb", "cleo/06-qmix/06-qmix.ipynb");
        assertEquals(List.of("cleo"), students());
        assertEquals(1, find().problems().size());
        assertTrue(find().problems().get(0).contains("called after a lesson"), find().problems()::toString);
    }

    @Test
    void hiddenFilesCheckpointsAndOtherFilesAreLeftOutSilently() throws IOException {
        files(
                "ada/06-qmix.ipynb",
                "ada/.ipynb_checkpoints/06-qmix-checkpoint.ipynb",
                "ada/._06-qmix.ipynb",
                ".hidden/x.ipynb",
                "__MACOSX/ada/x.ipynb",
                "ada/notes.txt",
                "ada/06-qmix.ipynb.bak");
        assertEquals(
                List.of("ada/06-qmix.ipynb"),
                find().submissions().stream().map(Submission::name).toList());
        assertEquals(List.of(), find().problems());
    }

    @Test
    void whatIsPackedOrMisnamedIsAProblem() throws IOException {
        files("ada/06-qmix.ipynb", "bob/all.ZIP", "cleo/work.tar.gz", "dan/06-qmix.ipynb.txt");
        assertEquals(
                List.of(
                        "bob/all.ZIP is packed: unpack it first.",
                        "cleo/work.tar.gz is packed: unpack it first.",
                        "dan/06-qmix.ipynb.txt is not called .ipynb: if it is a notebook, take off what follows"
                                + " .ipynb."),
                find().problems());
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void linksAreNeitherFollowedNorRead(@TempDir Path elsewhere) throws IOException {
        files("ada/06-qmix.ipynb", "bob/notes.txt");
        Path solution = Files.writeString(elsewhere.resolve("solution.ipynb"), "{}");
        Files.createSymbolicLink(dir.resolve("bob/06-qmix.ipynb"), solution);
        Files.createSymbolicLink(dir.resolve("cleo"), elsewhere);
        Files.createSymbolicLink(dir.resolve("bob/loop"), dir);
        SubmissionFinder.Found found = find();
        assertEquals(List.of("ada"), students());
        assertEquals(
                List.of("bob/06-qmix.ipynb", "bob/loop", "cleo"),
                found.problems().stream()
                        .map(p -> p.substring(0, p.indexOf(' ')))
                        .toList());
        assertTrue(found.problems().stream().allMatch(p -> p.contains("is a link and was not followed")));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aLinkToTheFolderItselfIsTheInstructorsOwn(@TempDir Path elsewhere) throws IOException {
        files("ada/06-qmix.ipynb");
        Path link = Files.createSymbolicLink(elsewhere.resolve("link"), dir);
        assertEquals(
                "ada/06-qmix.ipynb",
                SubmissionFinder.find(link, LESSONS).submissions().get(0).name());
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aPipeIsNotOpened() throws Exception {
        files("ada/06-qmix.ipynb", "bob/notes.txt");
        Path pipe = dir.resolve("bob/06-qmix.ipynb");
        assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
        assertEquals(List.of("ada"), students());
        assertTrue(find().problems().get(0).contains("a device"), find().problems()::toString);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void bothUnicodeFormsOfANameAreKept() throws IOException {
        String composed = Normalizer.normalize("Jos\u00e9", Normalizer.Form.NFC);
        String split = Normalizer.normalize("Jos\u00e9", Normalizer.Form.NFD);
        files(composed + "/x.ipynb", split + "/x.ipynb", "\u674e\u96f7.ipynb");
        assertEquals(List.of(split, composed, "\u674e\u96f7"), students());
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aNameWithControlCharactersIsAProblemAndIsShownWithoutThem() throws IOException {
        files("ada/06-qmix.ipynb", "bob/a\u001b[2Jb\n.ipynb");
        assertEquals(List.of("ada"), students());
        assertTrue(find().problems().get(0).startsWith("bob/a?[2Jb?.ipynb has control"), find().problems()::toString);
    }

    @Test
    void foldersDeeperThanAnybodyMakesAreNotOpened() throws IOException {
        files("ada/06-qmix.ipynb", "bob/" + "d/".repeat(60) + "x.ipynb");
        assertEquals(List.of("ada"), students());
        assertTrue(find().problems().get(0).contains("folders deep"), find().problems()::toString);
    }

    @Test
    void aFolderWithoutNotebooksIsRefusedInOneSentence() throws IOException {
        UserError empty = assertThrows(UserError.class, this::find);
        assertEquals(2, empty.exitCode());
        assertTrue(empty.getMessage().startsWith("There is no notebook to mark in " + dir), empty.getMessage());
        files("all.zip");
        assertTrue(
                assertThrows(UserError.class, this::find).getMessage().endsWith("all.zip is packed: unpack it first."));
        Stream.of("none", "all.zip").forEach(name -> {
            UserError error = assertThrows(UserError.class, () -> SubmissionFinder.find(dir.resolve(name), LESSONS));
            assertEquals(2, error.exitCode());
            assertTrue(error.getMessage().contains("name the folder that holds the submissions"));
        });
    }
}
