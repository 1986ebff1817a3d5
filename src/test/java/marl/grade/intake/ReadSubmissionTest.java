package marl.grade.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadSubmissionTest {

    private static ReadSubmission readSubmission(String student, String lesson, String name, String hash) {
        return new ReadSubmission(
                new Submission(student, Path.of("x"), name), new SubmittedNotebook(lesson, hash, List.of(), Map.of()));
    }

    private static ReadSubmission ada(String name) {
        return readSubmission("ada", "06", "ada/" + name, name);
    }

    @ParameterizedTest
    @CsvSource({
        "06-qmix.ipynb, 06-qmix (1).ipynb",
        "06-qmix (2).ipynb, 06-qmix (10).ipynb",
        "06-qmix-1.ipynb, 06-qmix-2.IPYNB",
        "backup/06-qmix.ipynb, 06-qmix.ipynb",
        "old/z.ipynb, a.ipynb",
        "2026-05-01/x.ipynb, 2026-05-02/x.ipynb",
        "try_987/x.ipynb, try_1234/x.ipynb",
        "a01.ipynb, a2.ipynb",
        "a1.ipynb, b.ipynb",
    })
    void theNameThatSortsLastCounts(String earlier, String later) {
        for (List<ReadSubmission> both :
                List.of(List.of(ada(earlier), ada(later)), List.of(ada(later), ada(earlier)))) {
            ReadSubmission chosen = ReadSubmission.chosen(both);
            assertEquals("ada/" + later, chosen.submission().name());
            assertEquals(
                    List.of("Lesson 06 was handed in more than once: ada/" + later + " counts, not ada/" + earlier
                            + "."),
                    chosen.submitted().notes());
        }
    }

    @Test
    void oneNotebookOrCopiesOfItNeedNoNote() {
        ReadSubmission first = readSubmission("ada", "06", "ada/a.ipynb", "same");
        ReadSubmission second = readSubmission("ada", "06", "ada/b.ipynb", "same");
        assertEquals(first, ReadSubmission.chosen(List.of(first)));
        assertEquals(second, ReadSubmission.chosen(List.of(first, second)));
    }

    @Test
    void eachStudentAndLessonKeepsOneAndWhatCannotBeReadStays() {
        List<ReadSubmission> all = List.of(
                readSubmission("bob", "06", "bob/x", "1"),
                readSubmission("ada", "06", "ada/x", "2"),
                readSubmission("ada", "06", "ada/y", "3"),
                readSubmission("ada", "05", "ada/z", "4"),
                readSubmission("ada", "", "ada/v", "5"),
                readSubmission("ada", "", "ada/u", "6"),
                readSubmission("Ada", "06", "Ada/x", "7"));
        assertEquals(
                List.of("Ada/x", "ada/u", "ada/v", "ada/z", "ada/y", "bob/x"),
                ReadSubmission.counting(all).stream()
                        .map(h -> h.submission().name())
                        .toList());
    }

    @Test
    void onlyNotebooksOfOneStudentAndLessonCanStandForEachOther() {
        assertThrows(IllegalArgumentException.class, () -> ReadSubmission.chosen(List.of()));
        ReadSubmission ada = readSubmission("ada", "06", "ada/x", "1");
        for (ReadSubmission other :
                List.of(readSubmission("bob", "06", "bob/x", "2"), readSubmission("ada", "05", "ada/y", "3"))) {
            assertThrows(IllegalArgumentException.class, () -> ReadSubmission.chosen(List.of(ada, other)));
        }
    }

    @Provide
    Arbitrary<List<String>> names() {
        return Arbitraries.strings()
                .withChars("a019/ .é")
                .ofMaxLength(6)
                .list()
                .ofMinSize(2)
                .ofMaxSize(8);
    }

    @Property(tries = 500)
    void theOrderOfFindingDoesNotMatter(@ForAll("names") List<String> names, @ForAll Random chance) {
        List<ReadSubmission> all =
                new ArrayList<>(names.stream().map(ReadSubmissionTest::ada).toList());
        ReadSubmission chosen = ReadSubmission.chosen(all);
        Collections.shuffle(all, chance);
        assertEquals(chosen, ReadSubmission.chosen(all));
    }

    /** Sorting throws where a comparison contradicts itself, so the list is sorted and each pair is looked at. */
    @Property(tries = 500)
    void theComparisonIsAnOrder(@ForAll("names") List<String> names) {
        List<String> sorted = new ArrayList<>(names);
        sorted.sort(ReadSubmission::compareNatural);
        for (int i = 0; i < sorted.size(); i++) {
            for (int j = i; j < sorted.size(); j++) {
                int order = ReadSubmission.compareNatural(sorted.get(i), sorted.get(j));
                assertEquals(true, order <= 0, sorted.get(i) + " before " + sorted.get(j));
                assertEquals(
                        -Integer.signum(order),
                        Integer.signum(ReadSubmission.compareNatural(sorted.get(j), sorted.get(i))));
            }
        }
        assertEquals(
                List.of("a9", "a10", "a10b"),
                List.of("a10b", "a10", "a9").stream()
                        .sorted(Comparator.comparing(s -> s, ReadSubmission::compareNatural))
                        .toList());
    }
}
