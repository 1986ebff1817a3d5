package marl.project;

/** A mistake or a missing piece that the user can mend: shown as one sentence, never with a stack trace. */
public final class UserError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int exitCode;

    private UserError(int exitCode, String sentence) {
        super(sentence);
        this.exitCode = exitCode;
    }

    /**
     * The command was used wrongly.
     *
     * @param sentence what is wrong and the cure
     * @return an error with exit code 2
     */
    public static UserError usage(String sentence) {
        return new UserError(2, sentence);
    }

    /**
     * The job could not be done.
     *
     * @param sentence what is wrong and the cure
     * @return an error with exit code 1
     */
    public static UserError failed(String sentence) {
        return new UserError(1, sentence);
    }

    /**
     * The exit code of the process.
     *
     * @return 1 or 2
     */
    public int exitCode() {
        return exitCode;
    }
}
