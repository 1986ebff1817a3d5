package marl.course.text;

import java.util.List;

/**
 * A parsed lesson.
 *
 * @param fileName for example {@code 03-independent-learners.md}
 * @param header its YAML header
 * @param cells its cells in order, without the header
 */
public record Lesson(String fileName, LessonHeader header, List<Cell> cells) {

    /** Copies the list. */
    public Lesson {
        cells = List.copyOf(cells);
    }

    /**
     * The name that its notebooks carry.
     *
     * @return for example {@code 03-independent-learners.ipynb}
     */
    public String notebookName() {
        return fileName.replaceFirst("\\.md$", ".ipynb");
    }
}
