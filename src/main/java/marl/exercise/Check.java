package marl.exercise;

import java.util.List;
import java.util.ServiceLoader;

/**
 * What a check cell calls: {@code Check.that(Lesson01.BEST_REPLY, (payoff, mix) -> bestReply(payoff, mix))}.
 *
 * <p>The words of a verdict go to standard output, or into the page where a kernel shows them; never to standard
 * error, because nbgrader gives a check cell that writes there 0 points.
 */
public final class Check {

    /** Set by the notebook kernel, which shows a verdict as HTML: then nothing is printed. */
    public static final String SHOWN_BY_KERNEL = "marl.verdict.html";

    private Check() {}

    /**
     * Checks an answer.
     *
     * @param exercise the exercise
     * @param answer the student's code, usually a lambda that calls the method above
     * @param <T> the exercise's contract
     * @return the verdict, whose text is the number of points
     * @throws IllegalStateException if no check for the exercise is on the class path
     */
    public static <T> Verdict that(Exercise<T> exercise, T answer) {
        for (AnswerReceiver receiver : ServiceLoader.load(AnswerReceiver.class, Check.class.getClassLoader())) {
            receiver.receive(exercise, answer);
            return new Verdict(exercise, List.of());
        }
        Checks<T> checks = of(exercise);
        List<String> used = forbidden(exercise);
        Verdict verdict = used.isEmpty() ? checks.judge(answer, Cases.visible()) : checks.refuse(used);
        if (!Boolean.getBoolean(SHOWN_BY_KERNEL)) {
            System.out.println(verdict.text());
        }
        return verdict;
    }

    private static List<String> forbidden(Exercise<?> exercise) {
        return ServiceLoader.load(WrittenSource.class, Check.class.getClassLoader()).stream()
                .flatMap(source -> source.get().reached().stream())
                .flatMap(source -> exercise.forbiddenIn(source).stream())
                .distinct()
                .toList();
    }

    /**
     * Runs a cell's code that needs the student's answer, or says what to solve first.
     *
     * @param id the exercise, for example {@code "03-2"}
     * @param body the cell's code
     * @throws Exception whatever {@code body} throws, except the stub's own exception
     */
    public static void ifSolved(String id, Body body) throws Exception {
        try {
            body.run();
        } catch (Exception thrown) {
            if (!Stub.isStub(thrown, id)) {
                throw thrown;
            }
            System.out.println("Solve " + id + " first; then run this cell again.");
        }
    }

    /** Code that may throw. */
    @FunctionalInterface
    public interface Body {
        /**
         * Runs.
         *
         * @throws Exception whatever the code throws
         */
        void run() throws Exception;
    }

    /**
     * The check of an exercise.
     *
     * @param exercise the exercise
     * @param <T> its contract
     * @return its check
     * @throws IllegalStateException if there is none
     */
    public static <T> Checks<T> of(Exercise<T> exercise) {
        for (CheckCatalogue catalogue : ServiceLoader.load(CheckCatalogue.class, Check.class.getClassLoader())) {
            for (Checks<?> checks : catalogue.checks()) {
                if (checks.exercise().equals(exercise)) {
                    @SuppressWarnings("unchecked") // equal exercises have the same contract class
                    Checks<T> found = (Checks<T>) checks;
                    return found;
                }
            }
        }
        throw new IllegalStateException(
                "There is no check for exercise " + exercise.id() + " in this copy of the course; unpack it again.");
    }
}
