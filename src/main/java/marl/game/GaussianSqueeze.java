package marl.game;

import java.util.Arrays;

/**
 * The Gaussian squeeze domain: each of n agents adds an amount 0 .. most, and the team achieves {@code G(x) = x exp(-(x -
 * mu)^2 / sigma^2)} with x the sum of all amounts: more is better until it is too much (HolmesParker, Taylor, Zhan and
 * Tumer 2014; used by Yang et al. 2018). Immutable.
 *
 * <p>{@link Credit#LOCAL} pays each its share {@code a_i exp(-(x - mu)^2 / sigma^2)}, so that all shares sum to G: every
 * agent then wants to add more than is good for all. {@link Credit#DIFFERENCE} pays {@code G(x) - G(x - a_i)}.
 *
 * <p>Awkward: with x near 0 and mu far above sigma G is almost 0 and flat, so there is nothing to learn from there.
 */
public final class GaussianSqueeze implements StageGame {
    private final int agents;
    private final int most;
    private final double mu;
    private final double sigma;
    private final Credit credit;

    private GaussianSqueeze(int agents, int most, double mu, double sigma, Credit credit) {
        this.agents = agents;
        this.most = most;
        this.mu = mu;
        this.sigma = sigma;
        this.credit = credit;
    }

    /**
     * A game paid by {@link Credit#TEAM}.
     *
     * @param agents at least 1
     * @param most the largest amount of each agent, at least 1, so there are most + 1 actions
     * @param mu where the bell stands, finite
     * @param sigma its width, positive
     * @throws IllegalArgumentException if one of them is out of range
     */
    public static GaussianSqueeze of(int agents, int most, double mu, double sigma) {
        if (agents < 1 || most < 1 || !Double.isFinite(mu) || !(sigma > 0 && sigma < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("A Gaussian squeeze needs at least one agent and one unit, a finite mu"
                    + " and a positive sigma, not " + agents + ", " + most + ", " + mu + ", " + sigma + ".");
        }
        return new GaussianSqueeze(agents, most, mu, sigma, Credit.TEAM);
    }

    /** The same game, paid otherwise. */
    public GaussianSqueeze credit(Credit other) {
        return new GaussianSqueeze(agents, most, mu, sigma, other);
    }

    /** What the team achieves with the sum x. */
    public double value(double x) {
        return x * price(x);
    }

    /**
     * The best sum if amounts were continuous and without limit: the root {@code (mu + sqrt(mu^2 + 2 sigma^2)) / 2} of
     * {@code G' = 0}, that is of {@code 2x(x - mu) = sigma^2}.
     */
    public double bestSum() {
        return (mu + Math.sqrt(mu * mu + 2 * sigma * sigma)) / 2;
    }

    /** The best whole sum that these agents can reach. */
    public int bestWholeSum() {
        int best = 0;
        for (int x = 1; x <= agents * most; x++) {
            if (value(x) > value(best)) {
                best = x;
            }
        }
        return best;
    }

    @Override
    public String name() {
        return "Gaussian squeeze";
    }

    @Override
    public int players() {
        return agents;
    }

    @Override
    public int actions(int player) {
        return most + 1;
    }

    @Override
    public double[] payoffs(int... joint) {
        GameArguments.joint(this, joint);
        int x = Arrays.stream(joint).sum();
        double[] paid = new double[agents];
        for (int i = 0; i < agents; i++) {
            paid[i] = switch (credit) {
                case TEAM -> i == 0 ? value(x) : paid[0];
                case LOCAL -> joint[i] * price(x);
                case DIFFERENCE -> value(x) - value(x - joint[i]);
            };
        }
        return paid;
    }

    private double price(double x) {
        return Math.exp(-(x - mu) * (x - mu) / (sigma * sigma));
    }

    @Override
    public String toString() {
        return name() + " of " + agents + " agents, mu " + mu + ", sigma " + sigma;
    }
}
