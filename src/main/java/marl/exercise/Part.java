package marl.exercise;

/**
 * One thing a check looks at, worth some of the exercise's points: all or nothing.
 *
 * @param <T> the exercise's contract
 * @param name what is looked at, for example {@code "terminal rewards"}
 * @param points the marks of this part
 * @param hint shown when it fails
 * @param body throws {@link CounterExample} (through {@link Expect}) when the answer is wrong
 * @param random whether a right answer may fail by bad luck, however seldom, because what is judged is learnt: a grader then
 *     tries more seeds before it says no
 */
public record Part<T>(String name, double points, String hint, Body<T> body, boolean random) {

    /**
     * A part that a right answer passes with every seed.
     *
     * @param name what is looked at
     * @param points the marks of this part
     * @param hint shown when it fails
     * @param body throws {@link CounterExample} when the answer is wrong
     */
    public Part(String name, double points, String hint, Body<T> body) {
        this(name, points, hint, body, false);
    }

    /**
     * A part, to be read like a line of a table: {@code part("any corner", 1, "Look at ...", this::anyCorner)}.
     *
     * @param <T> the exercise's contract
     * @param name what is looked at
     * @param points the marks of this part
     * @param hint shown when it fails
     * @param body throws {@link CounterExample} when the answer is wrong
     * @return a part that a right answer passes with every seed
     */
    public static <T> Part<T> part(String name, double points, String hint, Body<T> body) {
        return new Part<>(name, points, hint, body);
    }

    /**
     * The same part, marked as one of chance.
     *
     * @return a copy
     */
    public Part<T> ofChance() {
        return new Part<>(name, points, hint, body, true);
    }

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
