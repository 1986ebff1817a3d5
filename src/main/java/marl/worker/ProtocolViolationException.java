package marl.worker;

/** What came through the pipe is not what was agreed on, or is too large. */
public final class ProtocolViolationException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * A breach.
     *
     * @param message what is wrong
     */
    public ProtocolViolationException(String message) {
        super(message);
    }
}
