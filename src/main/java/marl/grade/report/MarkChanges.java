package marl.grade.report;

import static marl.grade.report.PlainText.number;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import marl.grade.mark.ExerciseMark;
import marl.grade.mark.GradedSubmission;
import marl.grade.mark.PartMark;

/** What marking again has changed: points and statuses only, since messages and hints are no marks. */
public final class MarkChanges {

    /**
     * A mark that differs between two runs.
     *
     * @param student whose mark
     * @param lesson two digits; empty for a file that could not be read
     * @param exercise for example {@code "06-2"}; empty if this is about the whole submission
     * @param part id and name of the part; empty if this is about the whole submission
     * @param was the mark before, in words; empty if there was none
     * @param now the mark after, in words; empty if there is none any more
     */
    public record Change(String student, String lesson, String exercise, String part, String was, String now) {

        /**
         * The change in a line.
         *
         * @return for example {@code ben, lesson 06, 06-2.2 both signs: was not passed, 0 of 1; now passed, 1 of 1}
         */
        String text() {
            String where = lesson.isEmpty() ? "unreadable file" : "lesson " + lesson;
            String what = part.isEmpty() ? "" : ", " + part;
            String change =
                    was.isEmpty() ? "new, " + now : now.isEmpty() ? "gone, was " + was : "was " + was + "; now " + now;
            return PlainText.line(student + ", " + where + what + ": " + change, 500);
        }
    }

    private final List<Change> changes = new ArrayList<>();

    private MarkChanges() {}

    /**
     * The changes, by student, lesson and part; a changed sum comes before the parts that changed it.
     *
     * @param before the results of a run, in any order
     * @param after the results of a later one
     */
    public static List<Change> between(List<GradedSubmission> before, List<GradedSubmission> after) {
        MarkChanges changes = new MarkChanges();
        Map<Key, GradedSubmission> old = index(before);
        Map<Key, GradedSubmission> now = index(after);
        TreeSet<Key> keys = new TreeSet<>(old.keySet());
        keys.addAll(now.keySet());
        keys.forEach(key -> changes.compare(key, old.get(key), now.get(key)));
        return List.copyOf(changes.changes);
    }

    /** The changes as text, a line each. */
    public static String text(List<Change> changes) {
        return changes.isEmpty()
                ? "no mark changed\n"
                : changes.stream().map(change -> change.text() + "\n").collect(Collectors.joining());
    }

    /** What two runs agree on; a file that could not be read has its name in place of a lesson. */
    private record Key(String student, String lesson, String file) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int order = student.compareTo(other.student);
            order = order != 0 ? order : lesson.compareTo(other.lesson);
            return order != 0 ? order : file.compareTo(other.file);
        }
    }

    private static Map<Key, GradedSubmission> index(List<GradedSubmission> results) {
        Map<Key, GradedSubmission> index = new TreeMap<>();
        for (GradedSubmission result : results) {
            String file = result.lesson().isEmpty() ? result.file() : "";
            index.putIfAbsent(new Key(result.student(), result.lesson(), file), result);
        }
        return index;
    }

    private void compare(Key key, GradedSubmission before, GradedSubmission after) {
        String was = before == null ? "" : sum(before);
        String now = after == null ? "" : sum(after);
        if (!was.equals(now)) {
            changes.add(new Change(key.student(), key.lesson(), "", "", was, now));
        }
        if (before == null || after == null) {
            return;
        }
        Map<String, Line> old = lines(before);
        Map<String, Line> lines = lines(after);
        Map<String, Line> all = new LinkedHashMap<>(lines);
        old.forEach(all::putIfAbsent);
        all.forEach((part, line) -> {
            String mark = lines.containsKey(part) ? lines.get(part).mark() : "";
            String oldMark = old.containsKey(part) ? old.get(part).mark() : "";
            if (!mark.equals(oldMark)) {
                changes.add(new Change(key.student(), key.lesson(), line.exercise(), line.part(), oldMark, mark));
            }
        });
    }

    private static String sum(GradedSubmission result) {
        return result.exercises().isEmpty()
                ? "could not be marked"
                : number(result.points()) + " of " + number(result.max()) + " points";
    }

    /** A part as text. */
    private record Line(String exercise, String part, String mark) {}

    private static Map<String, Line> lines(GradedSubmission result) {
        Map<String, Line> lines = new LinkedHashMap<>();
        for (ExerciseMark exercise : result.exercises()) {
            for (PartMark part : exercise.parts()) {
                String mark = part.status().words() + ", " + number(part.points()) + " of " + number(part.max());
                lines.putIfAbsent(part.id(), new Line(exercise.id(), part.id() + " " + part.name(), mark));
            }
        }
        return lines;
    }
}
