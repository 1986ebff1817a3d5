package marl.worker;

/**
 * What a worker needs to make the object of one answer.
 *
 * @param exercise the exercise's id
 * @param contract binary name of its contract
 * @param imports the kernel's imports, each a whole line
 * @param answer the student's answer cell
 * @param check the check cell of the released notebook, which hands the answer over
 * @param others the student's other answer cells, nearest first, in case the answer uses them
 * @param cells the other code cells of the released notebook, nearest first, in case the answer uses their names
 */
public record Preparation(
        String exercise,
        String contract,
        String[] imports,
        String answer,
        String check,
        String[] others,
        String[] cells) {

    /**
     * The contract's class, which must be one of this course's exercises.
     *
     * @throws ProtocolViolationException if it is none of them
     */
    Class<?> contractType() {
        try {
            Class<?> type = Class.forName(contract);
            if (Contract.isContract(type)) {
                return type;
            }
        } catch (ClassNotFoundException | LinkageError unknown) {
            // Said below.
        }
        throw new ProtocolViolationException(contract + " is not a contract.");
    }
}
