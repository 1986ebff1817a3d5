package marl.exercise;

/** Thrown by a part of a check: an input for which the answer is wrong, in words a student understands. */
public final class CounterExample extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * A counter-example.
     *
     * @param given the input in words
     * @param expected what a right answer gives
     * @param got what this answer gave
     */
    public CounterExample(String given, String expected, String got) {
        super("Given:    " + given + "\nExpected: " + expected + "\nGot:      " + got);
    }
}
