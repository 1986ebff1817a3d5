package marl.game;

/**
 * How far a profile is from a Nash equilibrium, measured by what players could gain by changing their own strategy
 * alone.
 *
 * <p>NashConv is the sum of these gains: 0 exactly at a Nash equilibrium (Lanctot et al., "A unified game-theoretic
 * approach to multiagent reinforcement learning", 2017). Exploitability here is NashConv divided by the number of
 * players; papers differ, so compare numbers with care. In units of payoff.
 */
public final class NashConv {
    private NashConv() {}

    /**
     * NashConv of the profile {@code mixed}, one strategy per player in order.
     *
     * @throws IllegalArgumentException if a strategy is not a probability distribution over that player's actions
     */
    public static double of(MatrixGame game, double[]... mixed) {
        double sum = 0;
        for (double incentive : incentives(game, mixed)) {
            sum += incentive;
        }
        return sum;
    }

    /** NashConv of a profile. */
    public static double of(MatrixGame game, MixedProfile profile) {
        return of(game, profile.strategies());
    }

    /** NashConv divided by the number of players. */
    public static double exploitability(MatrixGame game, double[]... mixed) {
        return of(game, mixed) / game.players();
    }

    /**
     * What each player would gain on average by switching to a best response while the others stay: one number of at
     * least 0 each.
     */
    public static double[] incentives(MatrixGame game, double[]... mixed) {
        double[] gains = new double[game.players()];
        for (int p = 0; p < gains.length; p++) {
            double[] earned = game.deviationPayoffs(p, mixed);
            double now = 0;
            for (int a = 0; a < earned.length; a++) {
                now += mixed[p][a] * earned[a];
            }
            gains[p] = Math.max(0, BestResponse.max(earned) - now);
        }
        return gains;
    }
}
