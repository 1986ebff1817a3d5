package marl.course.text;

import java.util.List;

/**
 * The YAML header of a lesson.
 *
 * @param number two digits
 * @param title as in the course map
 * @param objectives what a reader can do afterwards, each a phrase that follows "you can"
 * @param prerequisites numbers of the lessons to read before
 * @param readMinutes minutes to read
 * @param runMinutes minutes the cells run, all together
 * @param solveMinutes minutes for the exercises
 */
public record LessonHeader(
        String number,
        String title,
        List<String> objectives,
        List<String> prerequisites,
        int readMinutes,
        int runMinutes,
        int solveMinutes) {

    /** Copies the lists. */
    public LessonHeader {
        objectives = List.copyOf(objectives);
        prerequisites = List.copyOf(prerequisites);
    }

    /**
     * The header as the Markdown card below the lesson's title.
     *
     * @return Markdown
     */
    public String card() {
        StringBuilder card = new StringBuilder("**After this lesson you can**\n");
        for (String objective : objectives) {
            card.append("\n- ").append(objective);
        }
        String before = prerequisites.isEmpty()
                ? "nothing"
                : "lesson" + (prerequisites.size() > 1 ? "s " : " ") + String.join(", ", prerequisites);
        card.append("\n\n**Read before:** ").append(before).append(". **Time:** ");
        card.append(readMinutes).append(" min to read, ").append(runMinutes).append(" min to run, ");
        card.append(solveMinutes).append(" min to solve.");
        return card.toString();
    }
}
