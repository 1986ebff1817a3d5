package marl.exercise;

/**
 * Marks an answer that lives in another process. Each call to it costs some forty microseconds, so checks that call many
 * thousand times go through {@link Ask}.
 */
public interface Remote {

    /**
     * Makes many calls in one go.
     *
     * @param calls calls methods of this object; none may depend on the result of another, because while they are being
     *     collected each returns 0, false or null
     * @return the results, in the order of the calls; null for methods without one
     */
    Object[] together(Runnable calls);

    /**
     * Runs a routine where the answer lives.
     *
     * @param routine what to run
     * @param <R> its result
     * @return the result
     */
    <R extends Record> R run(Routine<?, R> routine);
}
