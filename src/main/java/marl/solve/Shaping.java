package marl.solve;

/**
 * Adds rewards to a known decision process, to see what they do to its solution. Differences of potentials change nothing
 * that matters: {@code Q' = Q - Phi}, so the same actions stay best (Ng, Harada and Russell 1999). Other bonuses may change
 * everything.
 */
public final class Shaping {
    private Shaping() {}

    /** A reward on top of the process's own. */
    @FunctionalInterface
    public interface Bonus {
        /** What this step brings extra. */
        double of(int state, int action, int next);
    }

    /**
     * The process with {@code gamma Phi(s') - Phi(s)} added to every reward. The potential of terminal states counts as 0,
     * whatever is given for them: the sum of additions would not vanish otherwise.
     *
     * @param phi one finite number for each state
     * @throws IllegalArgumentException if there is not
     */
    public static FiniteMdp potential(FiniteMdp mdp, double gamma, double... phi) {
        requireStates(mdp, phi);
        return bonus(mdp, (state, action, next) -> gamma * (mdp.terminal(next) ? 0 : phi[next]) - phi[state]);
    }

    /**
     * The process with this bonus added to every reward.
     *
     * @throws IllegalArgumentException if one is not finite
     */
    public static FiniteMdp bonus(FiniteMdp mdp, Bonus bonus) {
        FiniteMdp.Builder shaped = FiniteMdp.of(mdp.states(), mdp.actions());
        for (int s = 0; s < mdp.states(); s++) {
            if (mdp.terminal(s)) {
                shaped.terminal(s);
            }
            for (int a = 0; a < mdp.actions() && !mdp.terminal(s); a++) {
                for (int k = 0; k < mdp.outcomes(s, a); k++) {
                    int next = mdp.next(s, a, k);
                    shaped.outcome(s, a, next, mdp.probability(s, a, k), mdp.reward(s, a, k) + bonus.of(s, a, next));
                }
            }
        }
        return shaped.build();
    }

    private static void requireStates(FiniteMdp mdp, double... phi) {
        if (phi.length != mdp.states()) {
            throw new IllegalArgumentException(
                    "A potential has one number for each of the " + mdp.states() + " states, not " + phi.length + ".");
        }
    }
}
