package marl.solve;

/**
 * Policy iteration (Howard 1960; Sutton &amp; Barto 2nd ed., section 4.3): evaluate a policy exactly, make it greedy, until
 * nothing improves. The values are exact up to the rounding of one linear system.
 */
public final class PolicyIteration {
    private PolicyIteration() {}

    /**
     * Optimal values and actions.
     *
     * @throws IllegalArgumentException unless gamma is in [0, 1)
     */
    public static MdpSolution solve(FiniteMdp mdp, double gamma) {
        ValueIteration.requireGamma(gamma);
        int[] policy = new int[mdp.states()];
        improve(mdp, policy, new double[mdp.states()], 0, Double.NEGATIVE_INFINITY);
        for (int round = 1; ; round++) {
            double[] values = PolicyEvaluation.exact(mdp, policy, gamma);
            double scale = 1;
            for (double v : values) {
                scale = Math.max(scale, Math.abs(v));
            }
            // A change must beat the rounding of the solver, or two equal actions could alternate for ever.
            double margin = 1e-11 * scale;
            if (!improve(mdp, policy, values, gamma, margin)) {
                return new MdpSolution(mdp, gamma, values, gamma / (1 - gamma) * margin, round);
            }
        }
    }

    private static boolean improve(FiniteMdp mdp, int[] policy, double[] values, double gamma, double margin) {
        boolean changed = false;
        for (int s = 0; s < mdp.states(); s++) {
            double best = mdp.actionValue(s, policy[s], values, gamma) + margin;
            for (int a = 0; a < mdp.actions(); a++) {
                double value = mdp.actionValue(s, a, values, gamma);
                if (value > best && !mdp.terminal(s)) {
                    best = value;
                    policy[s] = a;
                    changed = true;
                }
            }
        }
        return changed;
    }
}
