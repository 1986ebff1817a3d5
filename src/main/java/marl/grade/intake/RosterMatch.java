package marl.grade.intake;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Files submissions under the ids of the class list. A submission's student is looked for among the ids as they are,
 * then among ids and addresses whatever their case and Unicode form, then, with Moodle's folders, among the full names.
 * Only a match that is one student's on both sides counts: people choose names, and a name must not hand in for
 * somebody else. The rest stays as it was, for the instructor to see.
 */
public final class RosterMatch {

    private final List<Student> roster;

    private RosterMatch(List<Student> roster) {
        this.roster = roster;
    }

    /**
     * The same submissions, each under its student's id if the class list tells it.
     *
     * @param submissions any
     * @param roster the class list; may be empty
     * @return by student, then by name
     */
    public static List<Submission> apply(List<Submission> submissions, List<Student> roster) {
        RosterMatch match = new RosterMatch(roster);
        Map<String, Set<String>> names = new TreeMap<>();
        for (Submission submission : submissions) {
            Set<String> full = names.computeIfAbsent(submission.student(), s -> new TreeSet<>());
            Owners.moodleName(submission.name().split("/")[0]).ifPresent(full::add);
        }
        Map<String, String> ids = match.ids(names);
        List<Submission> filed = new ArrayList<>();
        for (Submission s : submissions) {
            filed.add(new Submission(ids.getOrDefault(s.student(), s.student()), s.file(), s.name()));
        }
        filed.sort(Comparator.comparing(Submission::student).thenComparing(Submission::name));
        return List.copyOf(filed);
    }

    /** The id of each student who is not on the list as they are, but is there in other words. */
    private Map<String, String> ids(Map<String, Set<String>> names) {
        Set<String> known = new HashSet<>();
        roster.forEach(student -> known.add(student.id()));
        Map<String, List<String>> wanting = new TreeMap<>();
        names.forEach((student, full) -> {
            String id = known.contains(student) ? student : search(student, full);
            wanting.computeIfAbsent(id, i -> new ArrayList<>()).add(student);
        });
        Map<String, String> ids = new TreeMap<>();
        wanting.forEach((id, students) -> {
            if (!id.isEmpty() && students.size() == 1) {
                ids.put(students.get(0), id);
            }
        });
        return ids;
    }

    private String search(String student, Set<String> full) {
        String folded = fold(student);
        String id = only(s -> fold(s.id()).equals(folded));
        if (id.isEmpty()) {
            id = only(s -> fold(s.email()).equals(folded));
        }
        if (id.isEmpty() && full.size() == 1) {
            List<String> words = words(full.iterator().next());
            id = only(s -> words(s.name()).equals(words));
        }
        return id;
    }

    /** The id of the one student who is meant; empty if nobody is, or several are. */
    private String only(Predicate<Student> meant) {
        List<Student> found = roster.stream().filter(meant).limit(2).toList();
        return found.size() == 1 ? found.get(0).id() : "";
    }

    /** {@code Lovelace, Ada} and {@code Ada Lovelace} have the same words. */
    private static List<String> words(String name) {
        return List.of(fold(name).replace(',', ' ').strip().split("\\s+")).stream()
                .sorted()
                .toList();
    }

    private static String fold(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }
}
