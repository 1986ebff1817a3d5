package marl.game;

/**
 * Two memory-one players that each follow the exact gradient of their own value, as if the other stood still: the naive
 * learners of Foerster et al. 2018 (section 4.1, "NL-Ex"). Both move at the same moment. Strategies are kept as logits,
 * {@code p = 1 / (1 + exp(-t))}, at the start and after CC, CD, DC, DD, own move first.
 */
public final class NaiveLearners {
    private final MatrixGame game;
    private final double gamma;
    private final double[][] logits;

    /**
     * Learners that start from these logits.
     *
     * @param game two players with two actions each, action 0 called cooperating
     * @param gamma the discount, at least 0 and below 1
     * @param first the first player's five logits, copied
     * @param second the second player's, copied
     * @throws IllegalArgumentException if the game is not 2 x 2, gamma is out of range or there are not five logits each
     */
    public NaiveLearners(MatrixGame game, double gamma, double[] first, double[] second) {
        this.game = game;
        this.gamma = gamma;
        logits = new double[][] {first.clone(), second.clone()};
        value();
    }

    /** What the two strategies are worth now. */
    public MemoryOneValue value() {
        return MemoryOneValue.of(game, strategy(0), strategy(1), gamma);
    }

    /** A player's strategy now. */
    public MemoryOne strategy(int player) {
        return MemoryOne.ofLogits(logits[player]);
    }

    /** A player's logits now, a new array. */
    public double[] logits(int player) {
        return logits[player].clone();
    }

    /**
     * Both players take steps along the gradient of their own total value.
     *
     * @param steps how many
     * @param rate the factor on the gradient
     * @return this pair
     * @throws IllegalArgumentException if there are fewer than 0 steps or the rate is not positive
     */
    public NaiveLearners learn(int steps, double rate) {
        if (steps < 0 || !(rate > 0)) {
            throw new IllegalArgumentException(
                    "Learning takes 0 or more steps at a positive rate, not " + steps + " at " + rate + ".");
        }
        for (int step = 0; step < steps; step++) {
            MemoryOneValue value = value();
            for (int player = 0; player < 2; player++) {
                double[] gradient = value.logitGradient(player, player);
                for (int k = 0; k < gradient.length; k++) {
                    logits[player][k] += rate * gradient[k];
                }
            }
        }
        return this;
    }
}
