package marl.exercise;

/** Thrown in place of the exception of an answer that lives in another process. */
public final class AnswerFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean stub;
    private final String kind;

    /**
     * An answer failed.
     *
     * @param stub whether it is the untouched stub
     * @param kind the simple name of the exception
     * @param explanation what happened, in words for the student
     */
    public AnswerFailed(boolean stub, String kind, String explanation) {
        super(explanation);
        this.stub = stub;
        this.kind = kind;
    }

    /**
     * Whether it is the untouched stub.
     *
     * @return true if the answer was not written yet
     */
    public boolean stub() {
        return stub;
    }

    /**
     * The kind of failure.
     *
     * @return the simple name of the exception
     */
    public String kind() {
        return kind;
    }

    /**
     * An exception of an answer as another process reports it.
     *
     * @param thrown what the answer threw
     * @param exercise the exercise's id
     * @return its description
     */
    public static AnswerFailed of(Throwable thrown, String exercise) {
        return new AnswerFailed(Stub.isStub(thrown, exercise), thrown.getClass().getSimpleName(), Stub.explain(thrown));
    }
}
