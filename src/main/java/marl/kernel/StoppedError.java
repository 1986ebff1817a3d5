package marl.kernel;

/** Ends the threads of a cell that was stopped. An error, so that few programs catch it. */
final class StoppedError extends Error {
    private static final long serialVersionUID = 1;

    StoppedError() {
        super("Stopped.", null, false, false);
    }
}
