package marl.exercise;

/**
 * A loop over an answer that is too long to be run call by call from another process, for example a training of 400,000
 * steps. It runs beside the answer, so it is no more to be trusted than the answer: a check draws the game that it is run
 * on, and judges the result on a copy of its own.
 *
 * <p>Implementations are records of this room whose components are primitives, strings and arrays of these.
 *
 * @param <T> the exercise's contract
 * @param <R> what comes out: a record of the same kind
 */
public interface Routine<T, R extends Record> {

    /**
     * Runs.
     *
     * @param answer the answer
     * @return what came out
     */
    R run(T answer);

    /**
     * The class of the result.
     *
     * @return the record class
     */
    Class<R> result();
}
