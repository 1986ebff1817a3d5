package marl.grade.sandbox;

/** Something went wrong that no student is to blame for. */
public final class GraderFault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * A fault.
     *
     * @param message what happened, in a sentence
     */
    GraderFault(String message) {
        super(message);
    }
}
