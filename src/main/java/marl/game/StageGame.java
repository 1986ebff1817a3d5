package marl.game;

import marl.random.Rng;

/**
 * One round of a game without states: everybody picks an action at once and is paid. Unlike a {@link MatrixGame} it need
 * not fit into a table (twenty players with twenty actions each have 10^26 joint actions), and chance may have a say in
 * what is paid.
 */
public interface StageGame {
    /** What the game is called. */
    String name();

    /** How many players there are, counted from 0. */
    int players();

    /** How many actions {@code player} has, counted from 0. */
    int actions(int player);

    /**
     * What every player is paid for a joint action (one action index per player), on average if chance has a say: a new
     * array with one payoff per player.
     *
     * @throws IllegalArgumentException if there is no such joint action
     */
    double[] payoffs(int... joint);

    /** Plays one round: what every player is paid this time, a new array. */
    default double[] play(Rng chance, int... joint) {
        return payoffs(joint);
    }

    /** Whether chance has a say in the payoffs. */
    default boolean stochastic() {
        return false;
    }

    /**
     * The same game with all players in one hand: a single player who picks the joint action, the last player's changing
     * fastest, and is paid the mean.
     *
     * @throws IllegalArgumentException if there are more than a million joint actions
     */
    default StageGame inOneHand() {
        return OneHand.over(this);
    }
}
