package marl.exercise;

/** Thrown by a part of a check: an input for which the answer is wrong, in words a student understands. */
public final class CounterExample extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** The longest of the three texts, in characters. */
    private static final int MOST = 4_000;

    /**
     * A counter-example. What is too long to be read is cut, with a note.
     *
     * @param given the input in words
     * @param expected what a right answer gives
     * @param got what this answer gave
     */
    public CounterExample(String given, String expected, String got) {
        super("Given:    " + ValueText.cut(given, MOST) + "\nExpected: " + ValueText.cut(expected, MOST)
                + "\nGot:      " + ValueText.cut(got, MOST));
    }
}
