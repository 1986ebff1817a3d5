package marl.course.grade;

/** Something went wrong that no student is to blame for. */
final class GraderFault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    GraderFault(String message) {
        super(message);
    }
}
