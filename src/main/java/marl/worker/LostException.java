package marl.worker;

/** The other end of the pipe is gone. */
public final class LostException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** The other end is gone. */
    public LostException() {
        super("the process of the answer has ended");
    }
}
