package marl.worker;

/** The other end of the pipe is gone. */
public final class ConnectionLostException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** The other end is gone. */
    public ConnectionLostException() {
        super("The process of the answer has ended.");
    }
}
