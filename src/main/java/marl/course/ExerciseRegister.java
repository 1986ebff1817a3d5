package marl.course;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import marl.course.text.Cell;
import marl.course.text.Lesson;
import marl.course.text.Mistakes;
import marl.exercise.CheckCatalogue;
import marl.exercise.Checks;
import marl.exercise.Exercise;
import marl.exercise.Verdict;

/** Holds a lesson's text against the exercises that the library knows: same ids, same points, same titles. */
final class ExerciseRegister {

    private ExerciseRegister() {}

    /** All exercises that have a check, by id. */
    static Map<String, Exercise<?>> exercises() {
        Map<String, Exercise<?>> known = new HashMap<>();
        for (CheckCatalogue catalogue : ServiceLoader.load(CheckCatalogue.class)) {
            for (Checks<?> checks : catalogue.checks()) {
                known.put(checks.exercise().id(), checks.exercise());
            }
        }
        return known;
    }

    static void check(Lesson lesson, Mistakes mistakes) {
        Map<String, Exercise<?>> known = exercises();
        for (Cell cell : lesson.cells()) {
            if (cell.kind() != Cell.Kind.CHECK) {
                continue;
            }
            Exercise<?> exercise = known.remove(cell.exercise());
            if (exercise == null) {
                mistakes.add(cell.line(), "the library has no check for exercise " + cell.exercise());
                continue;
            }
            if (exercise.points() != cell.points()) {
                mistakes.add(
                        cell.line(),
                        "exercise " + exercise.id() + " is worth " + Verdict.number(exercise.points())
                                + " points in the library, not " + Verdict.number(cell.points()));
            }
            String card = "## Exercise " + exercise.id() + " · " + exercise.title() + " ("
                    + Verdict.number(exercise.points()) + " point";
            Optional<String> found = lesson.cells().stream()
                    .map(Cell::source)
                    .filter(source -> source.contains(card))
                    .map(source -> source.substring(source.indexOf(card)))
                    .findFirst();
            if (found.isEmpty()) {
                mistakes.add(cell.line(), "the card of the exercise must be headed \"" + card + "s, N minutes)\"");
            }
            found.ifPresent(text -> forbidden(exercise, text, cell, mistakes));
        }
        for (Exercise<?> exercise : known.values()) {
            if (exercise.lesson().equals(lesson.header().number())) {
                mistakes.add(1, "the library's exercise " + exercise.id() + " is not in the lesson");
            }
        }
    }

    /** What an answer must not use stands on its card. */
    private static void forbidden(Exercise<?> exercise, String card, Cell cell, Mistakes mistakes) {
        for (String name : exercise.forbids()) {
            String simple = name.substring(name.lastIndexOf('.') + 1);
            if (!card.contains("`" + simple + "`")) {
                mistakes.add(
                        cell.line(),
                        "the card of " + exercise.id() + " does not say that `" + simple + "` may not be used");
            }
        }
    }
}
