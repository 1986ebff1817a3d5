package marl.grade.report;

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
record MarkChange(String student, String lesson, String exercise, String part, String was, String now) {

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
