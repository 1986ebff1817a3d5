package marl.grade.intake;

/**
 * A cell that may hold an answer, as a submitted notebook has it.
 *
 * @param exercise the exercise's id
 * @param code whether it is a code cell
 * @param source its text, cut off a little above the longest that may be an answer
 * @param damaged whether its text was not text
 */
record ScannedCell(String exercise, boolean code, String source, boolean damaged) {}
