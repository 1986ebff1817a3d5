package marl.grade.intake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A notebook that was handed in: where it lay and what it says. If a student handed in a lesson several times, one
 * counts. Neither the file's time, which copying changes, nor a time written beside it, which the student may have
 * written, decides, but the name: first the fewest folders, for {@code backup/} and {@code old/} lie deeper, then the
 * name that sorts last with numbers as numbers and without the ending. So {@code 06-qmix (2)} counts before
 * {@code 06-qmix}, {@code submission_1234} before {@code submission_987}, {@code 2026-05-02} before
 * {@code 2026-05-01}.
 *
 * @param submission where it lay
 * @param submitted what it says
 */
public record ReadSubmission(Submission submission, SubmittedNotebook submitted) {

    private static final Comparator<ReadSubmission> LATER = Comparator.<ReadSubmission>comparingInt(h -> -h.folders())
            .thenComparing(ReadSubmission::sortedName, ReadSubmission::compareNatural)
            .thenComparing(h -> h.submission().name());

    /**
     * Leaves one notebook for each student and lesson. Notebooks whose lesson nobody knows all stay.
     *
     * @param all what was handed in
     * @return by student, then lesson, then name; with a note where a different one was left out
     */
    public static List<ReadSubmission> counting(List<ReadSubmission> all) {
        Map<String, Map<String, List<ReadSubmission>>> groups = new TreeMap<>();
        List<ReadSubmission> counting = new ArrayList<>();
        for (ReadSubmission readSubmission : all) {
            if (readSubmission.submitted().lesson().isEmpty()) {
                counting.add(readSubmission);
            } else {
                groups.computeIfAbsent(readSubmission.submission().student(), s -> new TreeMap<>())
                        .computeIfAbsent(readSubmission.submitted().lesson(), l -> new ArrayList<>())
                        .add(readSubmission);
            }
        }
        groups.values().forEach(lessons -> lessons.values().forEach(same -> counting.add(chosen(same))));
        counting.sort(
                Comparator.<ReadSubmission, String>comparing(h -> h.submission().student())
                        .thenComparing(h -> h.submitted().lesson())
                        .thenComparing(h -> h.submission().name()));
        return List.copyOf(counting);
    }

    /**
     * Which of several notebooks counts.
     *
     * @param same at least one notebook, all of one student and lesson
     * @return the one that counts; with a note if another one differs from it
     * @throws IllegalArgumentException if there is none, or they are not of one student and lesson
     */
    static ReadSubmission chosen(List<ReadSubmission> same) {
        ReadSubmission best =
                same.stream().max(LATER).orElseThrow(() -> new IllegalArgumentException("Give at least one notebook."));
        List<String> others = new ArrayList<>();
        for (ReadSubmission other : same) {
            if (!other.submission().student().equals(best.submission().student())
                    || !other.submitted().lesson().equals(best.submitted().lesson())) {
                throw new IllegalArgumentException(
                        "These notebooks are not of one student and lesson; give those of one.");
            }
            if (!other.submitted().sha256().equals(best.submitted().sha256())) {
                others.add(other.submission().name());
            }
        }
        if (others.isEmpty()) {
            return best;
        }
        others.sort(Comparator.naturalOrder());
        SubmittedNotebook content = best.submitted();
        List<String> notes = new ArrayList<>(content.notes());
        notes.add("Lesson " + content.lesson() + " was handed in more than once: "
                + best.submission().name() + " counts, not " + String.join(", ", others) + ".");
        return new ReadSubmission(
                best.submission(), new SubmittedNotebook(content.lesson(), content.sha256(), notes, content.answers()));
    }

    private int folders() {
        return (int) submission.name().chars().filter(c -> c == '/').count();
    }

    private String sortedName() {
        return submission.name().replaceFirst("(?i)\\.ipynb$", "");
    }

    /** As text, but runs of digits by their value; {@code a9} comes before {@code a10}. */
    static int compareNatural(String a, String b) {
        int i = 0;
        int j = 0;
        while (i < a.length() && j < b.length()) {
            int iEnd = runEnd(a, i);
            int jEnd = runEnd(b, j);
            String left = a.substring(i, iEnd);
            String right = b.substring(j, jEnd);
            int order = isDigit(left.charAt(0)) && isDigit(right.charAt(0))
                    ? compareNumbers(left, right)
                    : left.compareTo(right);
            if (order != 0) {
                return order;
            }
            i = iEnd;
            j = jEnd;
        }
        return (a.length() - i) - (b.length() - j);
    }

    /** The end of the run of digits that starts at {@code i}, or of the one character there. */
    private static int runEnd(String text, int i) {
        int end = i + 1;
        while (isDigit(text.charAt(i)) && end < text.length() && isDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static int compareNumbers(String left, String right) {
        String a = left.replaceFirst("^0+(?=.)", "");
        String b = right.replaceFirst("^0+(?=.)", "");
        return a.length() != b.length() ? Integer.compare(a.length(), b.length()) : a.compareTo(b);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
