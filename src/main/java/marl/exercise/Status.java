package marl.exercise;

/** How one part of a check ended. */
public enum Status {
    /** The property held in every case tried. */
    PASS("passed"),
    /** A counter-example was found. */
    FAIL("failed"),
    /** The stub is still there. */
    UNSOLVED("not solved yet"),
    /** The student's code threw an exception. */
    CRASH("stopped with an exception");

    private final String words;

    Status(String words) {
        this.words = words;
    }

    /**
     * The status as a reader sees it.
     *
     * @return a few words
     */
    public String words() {
        return words;
    }
}
