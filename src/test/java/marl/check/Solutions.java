package marl.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import marl.course.text.Cell;
import marl.course.text.Lesson;
import marl.course.text.LessonParser;
import marl.course.text.Mistakes;
import marl.exercise.Exercise;

/** The lessons' own solutions as objects, declared in JShell as in a notebook; once for all test classes, which takes seconds. */
final class Solutions {

    /** Where lessons stand, the template's too. */
    static final List<Path> FOLDERS = List.of(Path.of("lessons"), Path.of("docs/lesson-template"));

    private static final Map<String, Object> ALL = all();

    private Solutions() {}

    static <T> T of(Exercise<T> exercise) {
        return exercise.contract().cast(ALL.get(exercise.id()));
    }

    /** The lessons in the order of their numbers. */
    static List<Lesson> lessons() {
        return FOLDERS.stream().flatMap(Solutions::in).toList();
    }

    private static Stream<Lesson> in(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files
                    .filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .map(Solutions::lesson)
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Lesson lesson(Path file) {
        String name = file.getFileName().toString();
        try {
            return LessonParser.parse(name, Files.readString(file), new Mistakes(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The check cell of an exercise. */
    static Cell check(Lesson lesson, String exercise) {
        return lesson.cells().stream()
                .filter(cell ->
                        cell.kind() == Cell.Kind.CHECK && cell.exercise().equals(exercise))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, Object> all() {
        Map<String, Object> all = new TreeMap<>();
        try {
            for (Lesson lesson : lessons()) {
                AnswerShell shell = new AnswerShell();
                for (Cell cell : lesson.cells()) {
                    if (cell.kind() == Cell.Kind.ANSWER) {
                        String check = check(lesson, cell.exercise()).source();
                        all.put(cell.exercise(), shell.answer(cell.solvedSource(), check));
                    }
                }
            }
        } catch (Exception e) {
            throw new IllegalStateException("the solutions of the lessons cannot be declared", e);
        }
        return all;
    }
}
