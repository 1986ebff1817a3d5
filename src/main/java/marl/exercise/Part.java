package marl.exercise;

/**
 * One thing a check looks at, worth some of the exercise's points: all or nothing.
 *
 * @param <T> the exercise's contract
 * @param name what is looked at, for example {@code "terminal rewards"}
 * @param points the marks of this part
 * @param hint shown when it fails
 * @param body throws {@link CounterExample} (through {@link Expect}) when the answer is wrong
 */
public record Part<T>(String name, double points, String hint, Body<T> body) {

    /**
     * The code of a part.
     *
     * @param <T> the exercise's contract
     */
    @FunctionalInterface
    public interface Body<T> {
        /**
         * Tries the answer.
         *
         * @param answer the student's code
         * @param cases the seed and how many random cases to try
         * @throws Exception whatever the student's code throws
         */
        void run(T answer, Cases cases) throws Exception;
    }
}
