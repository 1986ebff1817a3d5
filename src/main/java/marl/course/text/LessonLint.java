package marl.course.text;

import java.util.List;
import java.util.regex.Pattern;

/** Everything that is checked about a lesson before notebooks are made from it. */
public final class LessonLint {

    private static final List<String> SECTIONS =
            List.of("## Check yourself", "## Against the literature", "## What differs from the papers");

    private LessonLint() {}

    /**
     * Applies all rules.
     *
     * @param lesson a parsed lesson
     * @param mistakes where mistakes go
     */
    public static void apply(Lesson lesson, Mistakes mistakes) {
        shape(lesson, mistakes);
        ExerciseRules.apply(lesson, mistakes);
        HouseRules.apply(lesson, mistakes);
    }

    private static void shape(Lesson lesson, Mistakes mistakes) {
        List<Cell> cells = lesson.cells();
        String title = "# " + lesson.header().title();
        if (cells.isEmpty() || !cells.get(0).source().startsWith(title + "\n")) {
            int line = cells.isEmpty() ? 1 : cells.get(0).line();
            mistakes.add(
                    line, "the first cell must start with \"" + title + "\", the header's title, and go on in prose");
        }
        int last = cells.isEmpty() ? 1 : cells.get(cells.size() - 1).line();
        for (String section : SECTIONS) {
            if (cells.stream().noneMatch(cell -> cell.source().lines().anyMatch(section::equals))) {
                mistakes.add(last, "the lesson lacks the section \"" + section + "\"");
            }
        }
        if (cells.stream().noneMatch(cell -> cell.source().contains("../docs/glossary.md"))) {
            mistakes.add(last, "the lesson does not link the [glossary](../docs/glossary.md)");
        }
        if (cells.stream().noneMatch(Cell::instructor)) {
            mistakes.add(last, "the lesson has no instructor's note (a region with audience=\"instructor\")");
        }
        Pattern hype = Pattern.compile("\\b(simply|just|obviously)\\b", Pattern.CASE_INSENSITIVE);
        for (Cell cell : cells) {
            if (cell.kind() == Cell.Kind.PROSE) {
                var word = hype.matcher(cell.source());
                if (word.find()) {
                    mistakes.add(
                            cell.line(),
                            "the word \"" + word.group() + "\" tells a reader who is stuck that it is"
                                    + " their fault: leave it out");
                }
            }
        }
    }
}
