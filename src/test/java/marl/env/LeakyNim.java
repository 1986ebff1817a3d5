package marl.env;

/**
 * A small game with chance, for tests: a heap of stones, of which the two seats take one or two in turn; after each take
 * one more stone falls off with probability 1/4 while there are any. Whoever must take from an empty heap has lost.
 *
 * <p>With n stones the mover's value is v(0) = -1 and {@code v(n) = max over k of -(3/4 v(n-k) + 1/4 v(n-k-1))}, with
 * {@code -v(0)} once nothing is left: ten lines, so that a solver can be held to it.
 */
public final class LeakyNim implements TurnGame {
    /** The probability that a stone falls off. */
    public static final double LEAK = 0.25;

    private final int stones;
    private int left;
    private int mover;
    private boolean chance;

    /** A heap of this many stones, at least 1. */
    public LeakyNim(int stones) {
        this.stones = stones;
        restart();
    }

    @Override
    public int seats() {
        return 2;
    }

    /** Action a takes a + 1 stones; outcome 0 is that nothing falls off, outcome 1 that a stone does. */
    @Override
    public int actions() {
        return 2;
    }

    @Override
    public int turn() {
        return left == 0 ? NOBODY : chance ? CHANCE : mover;
    }

    @Override
    public boolean legal(int action) {
        return left > 0 && (action == 0 || action == 1 && (chance || left >= 2));
    }

    @Override
    public double probability(int outcome) {
        return turn() != CHANCE || !legal(outcome) ? 0 : outcome == 1 ? LEAK : 1 - LEAK;
    }

    @Override
    public void play(int action) {
        if (left == 0) {
            throw new IllegalStateException("The heap is empty; call restart() for another game.");
        }
        if (!legal(action)) {
            throw new IllegalArgumentException("Take one or two stones that are there, not action " + action + ".");
        }
        if (chance) {
            left -= action;
            chance = false;
        } else {
            left -= action + 1;
            mover = 1 - mover;
            chance = left > 0;
        }
    }

    @Override
    public double returns(int seat) {
        if (seat < 0 || seat > 1) {
            throw new IllegalArgumentException("There are seats 0 and 1, but got " + seat + ".");
        }
        return left > 0 ? 0 : seat == mover ? -1 : 1;
    }

    @Override
    public long key() {
        return left * 4L + mover * 2 + (chance ? 1 : 0);
    }

    /** The stones left, whether it is this seat's turn, and whether it is chance's. */
    @Override
    public double[] observation(int seat) {
        if (seat < 0 || seat > 1) {
            throw new IllegalArgumentException("There are seats 0 and 1, but got " + seat + ".");
        }
        return new double[] {left, seat == mover ? 1 : 0, chance ? 1 : 0};
    }

    @Override
    public void restart() {
        left = stones;
        mover = 0;
        chance = false;
    }

    @Override
    public LeakyNim copy() {
        LeakyNim copy = new LeakyNim(stones);
        copy.left = left;
        copy.mover = mover;
        copy.chance = chance;
        return copy;
    }

    @Override
    public String name() {
        return "Leaky nim of " + stones;
    }
}
