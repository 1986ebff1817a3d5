package marl.grade.mark;

import java.util.Locale;

/** How one part of an exercise ended. */
public enum MarkStatus {
    /** The property held in every case tried. */
    PASS("passed"),
    /** A wrong answer was given. */
    FAIL("not passed"),
    /** The stub is still there, or there is no answer. */
    UNSOLVED("not solved"),
    /** A limit of time, memory or output was reached. */
    TIMEOUT("stopped at a limit"),
    /** The student's code does not compile, or threw an exception. */
    CRASH("stopped with an error"),
    /** The grader itself failed: no mark was given. */
    ERROR("not marked: the grader failed"),
    /** So near to a threshold of a random check that a person must decide. */
    REVIEW("needs a look by the instructor");

    private final String words;

    MarkStatus(String words) {
        this.words = words;
    }

    /**
     * The status as a student reads it.
     *
     * @return a few words
     */
    public String words() {
        return words;
    }

    /**
     * The status as files hold it.
     *
     * @return the name in small letters
     */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The status of a {@link #key()}.
     *
     * @param key small letters
     * @return the status
     * @throws IllegalArgumentException if there is no such status
     */
    public static MarkStatus of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }
}
