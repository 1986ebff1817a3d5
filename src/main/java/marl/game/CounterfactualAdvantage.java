package marl.game;

/**
 * COMA's advantage for a joint action with known values Q: how much better the agent's own action was than what its policy
 * does on average <b>while the others do the same</b>, {@code A_i(a) = Q(a) - sum over a_i' of pi_i(a_i') Q(a_-i, a_i')}
 * (Foerster et al. 2018, equation 4).
 *
 * <p>The game's payoffs to the agent serve as Q. The baseline depends on the others' actions only, so it leaves the policy
 * gradient's mean as it is and takes away the part of its variance that is the others' doing.
 */
public final class CounterfactualAdvantage {
    private final MatrixGame q;
    private final int agent;
    private final double[][] policies;

    private CounterfactualAdvantage(MatrixGame q, int agent, double[][] policies) {
        this.q = q;
        this.agent = agent;
        this.policies = policies;
    }

    /**
     * The advantage of one agent under these policies.
     *
     * @param q its payoffs to the agent are the values of joint actions
     * @param agent from 0
     * @param policies one mixed strategy for each player, in order
     * @throws IllegalArgumentException if there is no such agent or the policies do not fit
     */
    public static CounterfactualAdvantage of(MatrixGame q, int agent, double[]... policies) {
        GameArguments.player(q, agent);
        GameArguments.mixed(q, policies);
        return new CounterfactualAdvantage(q, agent, MixedProfile.of(policies).strategies());
    }

    /** What the agent's policy earns on average against these actions of the others; its own entry makes no difference. */
    public double baseline(int... joint) {
        int[] other = joint.clone();
        double mean = 0;
        for (int a = 0; a < q.actions(agent); a++) {
            other[agent] = a;
            mean += policies[agent][a] * q.payoff(agent, other);
        }
        return mean;
    }

    /** The advantage of the agent's action in this joint action. */
    public double at(int... joint) {
        return q.payoff(agent, joint) - baseline(joint);
    }

    /** The variance of the advantage when all draw from their policies; its mean is 0. */
    public double variance() {
        double variance = 0;
        for (int cell = 0; cell < q.jointActions(); cell++) {
            int[] joint = q.joint(cell);
            double advantage = at(joint);
            variance += probability(joint) * advantage * advantage;
        }
        return variance;
    }

    /** The variance of Q minus its mean over all joint actions: what one baseline for everything would leave. */
    public double varianceAgainstMean() {
        double mean = q.expectedPayoff(agent, policies);
        double variance = 0;
        for (int cell = 0; cell < q.jointActions(); cell++) {
            int[] joint = q.joint(cell);
            double distance = q.payoff(agent, joint) - mean;
            variance += probability(joint) * distance * distance;
        }
        return variance;
    }

    private double probability(int... joint) {
        double probability = 1;
        for (int p = 0; p < joint.length; p++) {
            probability *= policies[p][joint[p]];
        }
        return probability;
    }
}
