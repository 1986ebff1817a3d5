package marl.env;

import marl.random.Rng;

/**
 * A game in which one seat moves at a time, and chance may take turns too: tic-tac-toe, backgammon, simple card games. It
 * is played in place: {@link #play} changes it, {@link #copy} branches off.
 *
 * <p>The contract:
 *
 * <ul>
 *   <li>{@link #turn} says who is to move: a seat, {@link #CHANCE}, or {@link #NOBODY} once it is over.
 *   <li>A chance turn is played like any other. Its outcomes are numbered like actions; {@link #legal} says which can
 *       come, {@link #probability} how likely each is. Whoever plays supplies the outcome, or lets {@link #playChance}
 *       draw it.
 *   <li>A move that is not legal is an IllegalArgumentException, a move after the end an IllegalStateException; neither
 *       changes anything.
 *   <li>Situations with equal {@link #key keys} are the same situation: the same turn, the same moves, the same future,
 *       and {@link #returns} that are the same from there on.
 *   <li>All returned arrays belong to the caller. An instance belongs to one thread.
 * </ul>
 */
public interface TurnGame {
    /** Whose turn it is when chance moves. */
    int CHANCE = -1;

    /** Whose turn it is once the game is over. */
    int NOBODY = -2;

    /** The number of seats, counted from 0. */
    int seats();

    /** Actions and outcomes of chance are numbered 0 to this, exclusive; not all of them are legal everywhere. */
    int actions();

    /** The seat to move, {@link #CHANCE} or {@link #NOBODY}. */
    int turn();

    /** Whether it is over. */
    default boolean over() {
        return turn() == NOBODY;
    }

    /** Whether this move may be made now; false for every number once it is over, and for one that is out of range. */
    boolean legal(int action);

    /**
     * Writes the legal moves into an array, in ascending order; makes no garbage.
     *
     * @param into at least {@link #actions} long
     * @return how many there are; what stands behind them in the array means nothing
     */
    default int legalActions(int[] into) {
        int count = 0;
        for (int a = 0; a < actions(); a++) {
            if (legal(a)) {
                into[count++] = a;
            }
        }
        return count;
    }

    /** Which moves are legal now, one flag for each action; a new array. */
    default boolean[] legalActions() {
        boolean[] flags = new boolean[actions()];
        for (int a = 0; a < flags.length; a++) {
            flags[a] = legal(a);
        }
        return flags;
    }

    /**
     * Makes a move of whoever's turn it is, or lets this outcome of chance happen.
     *
     * @throws IllegalArgumentException if it is not legal
     * @throws IllegalStateException after the end; then nothing has changed
     */
    void play(int action);

    /** How likely this outcome is in a chance turn; positive exactly where it is legal. 0 in any other turn. */
    default double probability(int outcome) {
        return 0;
    }

    /**
     * Draws the outcome of a chance turn and plays it.
     *
     * @throws IllegalStateException if it is not chance's turn
     */
    default void playChance(Rng rng) {
        if (turn() != CHANCE) {
            throw new IllegalStateException(name() + " has nothing to draw: "
                    + (over() ? "it is over." : "it is seat " + turn() + "'s turn, so call play(action)."));
        }
        double left = rng.uniform();
        int outcome = -1;
        for (int a = 0; a < actions() && left >= 0; a++) {
            if (legal(a)) {
                outcome = a;
                left -= probability(a);
            }
        }
        play(outcome);
    }

    /** What this seat has been paid so far; once it is over, its result. */
    double returns(int seat);

    /** A number for the situation, equal for equal situations and different for different ones. */
    long key();

    /** What this seat sees now; always of the same length. */
    double[] observation(int seat);

    /** Back to the start. */
    void restart();

    /** Whether {@link #undo} is offered. */
    default boolean undoable() {
        return false;
    }

    /**
     * Takes the last move back.
     *
     * @throws IllegalStateException at the start
     * @throws UnsupportedOperationException unless the game is {@link #undoable}
     */
    default void undo() {
        throw new UnsupportedOperationException(name() + " takes no move back; play in a copy() instead.");
    }

    /** An independent copy that stands where this one stands. */
    TurnGame copy();

    /** A short name for tables and titles. */
    String name();
}
