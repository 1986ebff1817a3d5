package marl.grade.intake;

/**
 * A code cell of a released notebook that is neither an answer nor a check.
 *
 * @param index its place among all cells of the notebook, from 0
 * @param source Java
 */
public record MasterCell(int index, String source) {}
