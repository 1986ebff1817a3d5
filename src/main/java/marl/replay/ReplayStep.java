package marl.replay;

/**
 * A joint transition as a replay buffer takes it. Start with {@link #of} and say what else is known. Awkward: the arrays
 * are not copied here but by the buffer that it is added to, so do not change them before.
 *
 * @param seen the observations of all agents one after the other, [agents * observation]
 * @param legal what was legal, [agents][actions]; empty if all was
 * @param taken the actions, [agents]
 * @param reward the reward
 * @param seenNext the observations after the step, as {@code seen}
 * @param nextLegal what is legal next, as {@code legal}; it does not matter once terminated
 * @param terminated whether the game ended there, not whether it was cut off
 * @param state the global state, [state]; empty if there is none
 * @param stateNext the global state after the step
 * @param dated a fingerprint, [fingerprint]; empty if there is none
 */
public record ReplayStep(
        double[] seen,
        boolean[][] legal,
        int[] taken,
        double reward,
        double[] seenNext,
        boolean[][] nextLegal,
        boolean terminated,
        double[] state,
        double[] stateNext,
        double[] dated) {
    private static final boolean[][] ALL = {};
    private static final double[] NOTHING = {};

    /** A step before and after which all was legal, without states and fingerprint. */
    public static ReplayStep of(double[] seen, int[] taken, double reward, double[] seenNext, boolean terminated) {
        return new ReplayStep(seen, ALL, taken, reward, seenNext, ALL, terminated, NOTHING, NOTHING, NOTHING);
    }

    /** The same with global states. */
    public ReplayStep withStates(double[] now, double[] next) {
        return new ReplayStep(seen, legal, taken, reward, seenNext, nextLegal, terminated, now, next, dated);
    }

    /** The same with what was legal before and what is legal after it. */
    public ReplayStep withLegal(boolean[][] before, boolean[][] after) {
        return new ReplayStep(seen, before, taken, reward, seenNext, after, terminated, state, stateNext, dated);
    }

    /** The same with a fingerprint. */
    public ReplayStep withFingerprint(double... numbers) {
        return new ReplayStep(seen, legal, taken, reward, seenNext, nextLegal, terminated, state, stateNext, numbers);
    }
}
