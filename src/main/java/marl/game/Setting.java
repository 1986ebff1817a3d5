package marl.game;

/**
 * The three settings of multi-agent learning, read off the payoffs of a game.
 *
 * <p>Busoniu, Babuska and De Schutter, "A comprehensive survey of multiagent reinforcement learning" (2008), section
 * II: fully cooperative, fully competitive, mixed.
 */
public enum Setting {
    /** Every joint action pays all players the same: one team, one goal. */
    COOPERATIVE,
    /**
     * The payoffs of every joint action add up to the same constant. With two players one's gain is the other's loss;
     * with three or more this is weaker than it sounds, because two may still gang up on the third.
     */
    COMPETITIVE,
    /** Anything else: interests overlap in part. Also called general-sum. */
    MIXED;

    /** The word in lower case, as in a sentence. */
    @Override
    public String toString() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
    ;

    static Setting of(MatrixGame game) {
        boolean common = true;
        boolean constant = true;
        double first = 0;
        for (int cell = 0; cell < game.jointActions(); cell++) {
            double[] paid = game.payoffs(game.joint(cell));
            double sum = 0;
            for (double own : paid) {
                sum += own;
                common &= own == paid[0];
            }
            if (cell == 0) {
                first = sum;
            }
            constant &= Math.abs(sum - first) <= game.tolerance();
        }
        return common ? COOPERATIVE : constant ? COMPETITIVE : MIXED;
    }
}
