package marl.course.grade;

/**
 * A code cell of a released notebook that is neither an answer nor a check.
 *
 * @param index its place among all cells of the notebook, from 0
 * @param source Java
 */
record MasterCell(int index, String source) {}
