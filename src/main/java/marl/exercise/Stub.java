package marl.exercise;

/** Tells an untouched stub from code that fails, and explains failures that puzzle newcomers to JShell. */
final class Stub {

    private Stub() {}

    /** Whether {@code thrown}, or a cause of it, is the exception of the untouched stub of exercise {@code id}. */
    static boolean isStub(Throwable thrown, String id) {
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            if (t instanceof UnsupportedOperationException
                    && t.getMessage() != null
                    && t.getMessage().startsWith(id)) {
                return true;
            }
        }
        return false;
    }

    /** The exception in words. */
    static String explain(Throwable thrown) {
        String name = thrown.getClass().getSimpleName();
        if (name.equals("SPIResolutionException")) {
            return "Your code uses a name that does not exist. The notebook accepts such a typo inside a method body\n"
                    + "and only notices when the method runs: look for a misspelt variable or method.";
        }
        if (thrown instanceof StackOverflowError) {
            return "Your code calls itself without end (StackOverflowError).";
        }
        String message = thrown.getMessage() == null ? "" : ": " + ValueText.cut(thrown.getMessage(), 4_000);
        String whose = isOurs(thrown)
                ? "The check itself failed; this is not your fault, please report it"
                : "Your code threw";
        return whose + " " + name + message;
    }

    /** Whether the check was running when it happened, not the student's code that the check calls. */
    private static boolean isOurs(Throwable thrown) {
        for (StackTraceElement frame : thrown.getStackTrace()) {
            if (frame.getClassName().startsWith("REPL.")) {
                return false;
            }
            if (frame.getClassName().startsWith("marl.check.")) {
                return true;
            }
        }
        return false;
    }
}
