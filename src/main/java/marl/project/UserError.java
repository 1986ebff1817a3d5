package marl.project;

import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A mistake or a missing piece that the user can mend: shown in one sentence or two, never with a stack
 * trace. */
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
     * A file or folder could not be read.
     *
     * @param path the file or folder
     * @param why what the system said
     * @return an error with exit code 1
     */
    public static UserError unreadable(Path path, Exception why) {
        return failed(
                "Cannot read " + path + ": " + reason(why) + ". Check that it is there and that you may read it.");
    }

    /**
     * A file or folder could not be written.
     *
     * @param path the file or folder
     * @param why what the system said
     * @return an error with exit code 1
     */
    public static UserError unwritable(Path path, Exception why) {
        return failed("Cannot write " + path + ": " + reason(why)
                + ". Check that you may write there and that the disk is not full.");
    }

    /**
     * There is no room for a temporary file.
     *
     * @param why what the system said
     * @return an error with exit code 1
     */
    public static UserError noTemporaryFile(Exception why) {
        return unwritable(Path.of(System.getProperty("java.io.tmpdir")), why);
    }

    /** Java gives the mere path as the message of the commonest errors. */
    private static String reason(Exception why) {
        if (why instanceof NoSuchFileException) {
            return "it is not there";
        }
        if (why instanceof AccessDeniedException) {
            return "access is denied";
        }
        return why.getMessage() == null ? why.getClass().getSimpleName() : why.getMessage();
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
