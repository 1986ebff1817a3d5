package marl.exercise;

import java.util.Arrays;

/** Calls an answer many times: one by one if it is here, in a few messages if it is {@link Remote}. */
public final class Ask {

    private static final int AT_ONCE = 256;

    private Ask() {}

    /**
     * One of many calls.
     *
     * @param <T> the exercise's contract
     */
    @FunctionalInterface
    public interface Call<T> {
        /**
         * Calls the answer once, and returns what it returned.
         *
         * @param answer the answer
         * @param k which call, counted from 0
         * @return the result of the call, unchanged
         */
        int of(T answer, int k);
    }

    /**
     * One of many calls without a result.
     *
     * @param <T> the exercise's contract
     */
    @FunctionalInterface
    public interface Order<T> {
        /**
         * Calls methods of the answer that return nothing.
         *
         * @param answer the answer
         * @param k which round, counted from 0
         */
        void of(T answer, int k);
    }

    /**
     * Asks for many whole numbers, none of which depends on another.
     *
     * @param answer the answer
     * @param count how many
     * @param call makes one call
     * @param <T> the exercise's contract
     * @return the results in order
     */
    public static <T> int[] ints(T answer, int count, Call<T> call) {
        int[] results = new int[count];
        if (answer instanceof Remote remote) {
            for (int from = 0; from < count; from += AT_ONCE) {
                int first = from;
                int last = Math.min(count, from + AT_ONCE);
                Object[] values = remote.together(() -> {
                    for (int k = first; k < last; k++) {
                        call.of(answer, k);
                    }
                });
                for (int k = first; k < last; k++) {
                    results[k] = (int) values[k - first];
                }
            }
        } else {
            Arrays.setAll(results, k -> call.of(answer, k));
        }
        return results;
    }

    /**
     * Tells the answer many things in a row.
     *
     * @param answer the answer
     * @param count how many rounds
     * @param order makes the calls of one round
     * @param <T> the exercise's contract
     */
    public static <T> void tell(T answer, int count, Order<T> order) {
        if (answer instanceof Remote remote) {
            for (int from = 0; from < count; from += AT_ONCE) {
                int first = from;
                int last = Math.min(count, from + AT_ONCE);
                remote.together(() -> {
                    for (int k = first; k < last; k++) {
                        order.of(answer, k);
                    }
                });
            }
        } else {
            for (int k = 0; k < count; k++) {
                order.of(answer, k);
            }
        }
    }

    /**
     * Runs a routine where the answer lives.
     *
     * @param answer the answer
     * @param routine the routine
     * @param <T> the exercise's contract
     * @param <R> the routine's result
     * @return the result
     */
    public static <T, R extends Record> R run(T answer, Routine<T, R> routine) {
        return answer instanceof Remote remote ? remote.run(routine) : routine.run(answer);
    }
}
