package marl.course.text;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Rules about exercises: unique ids, an answer with a solution region before its check, a card in the prose. */
final class ExerciseRules {

    private static final Pattern ID = Pattern.compile("\\d\\d-\\d");
    private static final Pattern CARD_MINUTES =
            Pattern.compile("^## Exercise .*\\bpoints?, (\\d+) minutes?\\)", Pattern.MULTILINE);

    private final Lesson lesson;
    private final Mistakes mistakes;
    private final Map<String, Cell> answers = new HashMap<>();
    private final Set<String> checked = new HashSet<>();

    private ExerciseRules(Lesson lesson, Mistakes mistakes) {
        this.lesson = lesson;
        this.mistakes = mistakes;
    }

    static void apply(Lesson lesson, Mistakes mistakes) {
        new ExerciseRules(lesson, mistakes).apply();
    }

    private void apply() {
        StringBuilder proseSoFar = new StringBuilder();
        for (Cell cell : lesson.cells()) {
            switch (cell.kind()) {
                case PROSE -> proseSoFar.append(cell.source()).append('\n');
                case CODE -> noMarkers(cell);
                case ANSWER -> answer(cell, proseSoFar.toString());
                case CHECK -> check(cell);
            }
        }
        minutes(proseSoFar.toString());
        answers.forEach((id, cell) -> {
            if (!checked.contains(id)) {
                mistakes.add(cell.line(), "exercise " + id + " has no check: add a cell with check=\"" + id + "\"");
            }
        });
    }

    private void minutes(String prose) {
        int sum = CARD_MINUTES
                .matcher(prose)
                .results()
                .mapToInt(card -> Integer.parseInt(card.group(1)))
                .sum();
        if (sum != lesson.header().solveMinutes()) {
            mistakes.add(
                    1,
                    "the cards add up to " + sum + " minutes, but the header says solve: "
                            + lesson.header().solveMinutes());
        }
    }

    private void noMarkers(Cell cell) {
        if (cell.source().contains(Cell.BEGIN) || cell.source().contains(Cell.END)) {
            mistakes.add(
                    cell.line(),
                    "a solution region needs exercise=\"" + lesson.header().number()
                            + "-1\" (or another number) on its cell");
        }
    }

    private void answer(Cell cell, String proseSoFar) {
        String id = cell.exercise();
        if (!ID.matcher(id).matches() || !id.startsWith(lesson.header().number() + "-")) {
            mistakes.add(
                    cell.line(),
                    "exercise ids of this lesson look like " + lesson.header().number() + "-1, not " + id);
        }
        if (answers.put(id, cell) != null) {
            mistakes.add(cell.line(), "exercise " + id + " is used twice: every exercise has one answer cell");
        }
        if (!proseSoFar.contains("## Exercise " + id + " ")) {
            mistakes.add(
                    cell.line(),
                    "exercise " + id + " has no card: add a heading \"## Exercise " + id
                            + " · Title (points, minutes)\" before it");
        }
        markers(cell);
    }

    private void markers(Cell cell) {
        int depth = 0;
        int regions = 0;
        boolean open = false;
        String[] lines = cell.source().split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            String line = lines[i].strip();
            int at = cell.line() + i;
            if (line.equals(Cell.BEGIN)) {
                if (open) {
                    mistakes.add(at, "BEGIN SOLUTION inside a solution: the first one lacks its END SOLUTION");
                }
                if (depth == 0) {
                    mistakes.add(at, "a solution region stands inside a method, because its stub throws");
                }
                open = true;
                regions++;
            } else if (line.equals(Cell.END)) {
                if (!open) {
                    mistakes.add(at, "END SOLUTION without BEGIN SOLUTION before it");
                }
                open = false;
            } else if (line.contains("BEGIN SOLUTION") || line.contains("END SOLUTION")) {
                mistakes.add(at, "a marker stands alone on its line: " + Cell.BEGIN + " or " + Cell.END);
            }
            depth += braces(line);
        }
        if (open) {
            mistakes.add(cell.line(), "exercise " + cell.exercise() + " lacks its END SOLUTION");
        }
        if (regions == 0) {
            mistakes.add(
                    cell.line(),
                    "exercise " + cell.exercise() + " has no solution region: enclose what students" + " write in "
                            + Cell.BEGIN + " and " + Cell.END);
        }
    }

    private static int braces(String line) {
        int depth = 0;
        for (char c : line.toCharArray()) {
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
        }
        return depth;
    }

    private void check(Cell cell) {
        if (!answers.containsKey(cell.exercise())) {
            mistakes.add(cell.line(), "check " + cell.exercise() + " has no exercise before it");
        }
        if (!checked.add(cell.exercise())) {
            mistakes.add(cell.line(), "exercise " + cell.exercise() + " is checked twice: keep one check cell");
        }
        if (!cell.source().strip().startsWith("Check.that(")) {
            mistakes.add(cell.line(), "a check cell is one expression, Check.that(...), so that its value is the mark");
        }
        noMarkers(cell);
    }
}
