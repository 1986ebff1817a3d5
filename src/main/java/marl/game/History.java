package marl.game;

/**
 * What one player has seen of a repeated two-action game so far: its own moves and the other's, 0 for cooperating, 1 for
 * defecting, of all rounds that are over. The round being played is not in it, so a strategy cannot see the other's current
 * move. With noise the moves are those that came out, not those that were meant.
 */
public final class History {
    private final byte[] own;
    private final byte[] other;
    private int rounds;
    private int ownDefections;
    private int otherDefections;

    History(int most) {
        own = new byte[most];
        other = new byte[most];
    }

    void clear() {
        rounds = 0;
        ownDefections = 0;
        otherDefections = 0;
    }

    void add(int mine, int theirs) {
        own[rounds] = (byte) mine;
        other[rounds] = (byte) theirs;
        rounds++;
        ownDefections += mine;
        otherDefections += theirs;
    }

    /** How many rounds are over; 0 at the first move. */
    public int rounds() {
        return rounds;
    }

    /**
     * The own move in a round, counted from 0.
     *
     * @throws IllegalArgumentException if it is not over yet
     */
    public int own(int round) {
        return own[require(round)];
    }

    /**
     * The other's move in a round, counted from 0.
     *
     * @throws IllegalArgumentException if it is not over yet
     */
    public int other(int round) {
        return other[require(round)];
    }

    private int require(int round) {
        if (round < 0 || round >= rounds) {
            throw new IllegalArgumentException("Round " + round + " is not over; " + rounds
                    + " rounds are, counted from 0, so ask rounds() first.");
        }
        return round;
    }

    /** The own last move; 0, as if one had cooperated, before the first. */
    public int lastOwn() {
        return rounds == 0 ? 0 : own[rounds - 1];
    }

    /** The other's last move; 0, as if it had cooperated, before the first. */
    public int lastOther() {
        return rounds == 0 ? 0 : other[rounds - 1];
    }

    /** How often one has defected. */
    public int ownDefections() {
        return ownDefections;
    }

    /** How often the other has defected. */
    public int otherDefections() {
        return otherDefections;
    }

    /** Both players' moves as two lines of C and D, the own first. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (byte[] moves : new byte[][] {own, other}) {
            if (moves == other) {
                text.append('\n');
            }
            for (int t = 0; t < rounds; t++) {
                text.append(moves[t] == 0 ? 'C' : 'D');
            }
        }
        return text.toString();
    }
}
