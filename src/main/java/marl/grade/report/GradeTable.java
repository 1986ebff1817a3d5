package marl.grade.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import marl.grade.intake.Student;
import marl.grade.mark.GradedSubmission;
import marl.grade.mark.MarkStatus;

/** A {@link GradeBook} as a table: a row for each student, a column for each lesson. */
final class GradeTable {

    /** Endings that a person should know of, in the order in which they are told. */
    private static final List<MarkStatus> FLAGGED =
            List.of(MarkStatus.ERROR, MarkStatus.REVIEW, MarkStatus.TIMEOUT, MarkStatus.CRASH);

    private final List<Student> students;
    private final Map<String, Double> lessons = new TreeMap<>();
    private final Map<String, Map<String, GradedSubmission>> results = new TreeMap<>();
    private final Map<String, List<GradedSubmission>> unreadable = new TreeMap<>();

    GradeTable(GradeBook book) {
        for (GradedSubmission result : book.results()) {
            if (result.lesson().isEmpty()) {
                unreadable
                        .computeIfAbsent(result.student(), s -> new ArrayList<>())
                        .add(result);
            } else {
                results.computeIfAbsent(result.student(), s -> new TreeMap<>()).putIfAbsent(result.lesson(), result);
                lessons.merge(result.lesson(), result.max(), Math::max);
            }
        }
        Map<String, Student> rows = new LinkedHashMap<>();
        book.roster().forEach(student -> rows.putIfAbsent(student.id(), student));
        Collection<String> others = new TreeSet<>(results.keySet());
        others.addAll(unreadable.keySet());
        others.forEach(id -> rows.putIfAbsent(id, new Student(id, "", "")));
        students = List.copyOf(rows.values());
    }

    /** The class list in its order, then everybody else by id. */
    List<Student> students() {
        return students;
    }

    /** The lessons that somebody handed in, in order. */
    List<String> lessons() {
        return List.copyOf(lessons.keySet());
    }

    /** The full mark of a lesson. */
    double max(String lesson) {
        return lessons.get(lesson);
    }

    /** A student's result; empty if there is none. Of two for one lesson the first counts. */
    Optional<GradedSubmission> result(Student student, String lesson) {
        return Optional.ofNullable(results.getOrDefault(student.id(), Map.of()).get(lesson));
    }

    /** The files of a student that could not be read. */
    List<GradedSubmission> unreadable(Student student) {
        return unreadable.getOrDefault(student.id(), List.of());
    }

    /** Whether a student handed nothing in, not even a broken file. */
    boolean missing(Student student) {
        return !results.containsKey(student.id()) && !unreadable.containsKey(student.id());
    }

    /** The marks of a student in all lessons. */
    double total(Student student) {
        return results.getOrDefault(student.id(), Map.of()).values().stream()
                .mapToDouble(GradedSubmission::points)
                .sum();
    }

    /** The full mark of all lessons. */
    double max() {
        return lessons.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    /** What a person should know of a result, for example {@code error}; empty if nothing. */
    static List<String> flags(GradedSubmission result) {
        return FLAGGED.stream().filter(result::has).map(MarkStatus::key).toList();
    }

    /** Whether a mark is still to come, so that the points are not the final ones. */
    static boolean open(GradedSubmission result) {
        return result.has(MarkStatus.ERROR) || result.has(MarkStatus.REVIEW);
    }

    /** Everything a person should know of a student, for example {@code 06 error, 07 not handed in}. */
    String flags(Student student) {
        List<String> flags = new ArrayList<>();
        for (String lesson : lessons.keySet()) {
            result(student, lesson)
                    .ifPresentOrElse(
                            result -> flags(result).forEach(flag -> flags.add(lesson + " " + flag)),
                            () -> flags.add(lesson + " not handed in"));
        }
        unreadable(student).forEach(file -> flags.add("a file could not be read"));
        return missing(student) ? "not handed in" : String.join(", ", flags);
    }
}
