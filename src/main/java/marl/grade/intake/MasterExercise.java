package marl.grade.intake;

/**
 * An exercise as the released notebook has it.
 *
 * @param id for example {@code "06-2"}
 * @param check the check cell's Java, the course's own and not the student's copy
 * @param index the answer cell's place among all cells of the notebook, from 0
 */
public record MasterExercise(String id, String check, int index) {}
