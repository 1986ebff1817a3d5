package marl.grade.judge;

import java.util.Arrays;

/** A fault of the grader in a line for whoever mends it. */
final class FaultText {

    private FaultText() {}

    static String of(Throwable fault) {
        String where = Arrays.stream(fault.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith("marl."))
                .findFirst()
                .map(StackTraceElement::toString)
                .orElse("an unknown place");
        return fault.getClass().getSimpleName() + " at " + where + ".";
    }
}
