package marl.env;

/**
 * Tic-tac-toe: on a board of three by three, X (seat 0) and O (seat 1) mark cells in turn; three of one's own in a row,
 * column or diagonal win. The winner is paid 1, the loser -1, and a full board without a row pays nothing.
 *
 * <p>Cells are numbered row by row from 0, and so are actions. A board is two sets of nine bits; a move makes no garbage.
 */
public final class TicTacToe implements TurnGame {
    private static final int CELLS = 9;
    private static final int FULL = (1 << CELLS) - 1;
    private static final int[] ROWS = {0007, 0070, 0700, 0111, 0222, 0444, 0421, 0124};

    /** For each set of cells, whether it holds a row. */
    private static final boolean[] WINS = wins();

    private final int[] marks = new int[2];
    private int turn;
    /** The moves made since the start or since {@link #of(String)}, four bits each, the last one lowest. */
    private long moves;

    private int made;

    /** An empty board, X to move. */
    public TicTacToe() {
        restart();
    }

    /**
     * A board from a text: X, O and a dot for an empty cell, row by row; blanks and line ends are skipped, so
     * {@code "XO. .X. ..O"} is a board with X to move.
     *
     * @throws IllegalArgumentException if there are not nine cells, or no game gets there
     */
    public static TicTacToe of(String board) {
        String cells = board.replaceAll("\\s", "");
        TicTacToe game = new TicTacToe();
        if (!cells.matches("[XO.]{9}")) {
            throw new IllegalArgumentException("A board is nine cells of X, O or a dot, but got \"" + board + "\".");
        }
        for (int cell = 0; cell < CELLS; cell++) {
            if (cells.charAt(cell) != '.') {
                game.marks[cells.charAt(cell) == 'X' ? 0 : 1] |= 1 << cell;
            }
        }
        int lead = Integer.bitCount(game.marks[0]) - Integer.bitCount(game.marks[1]);
        boolean wrongEnd = WINS[game.marks[0]] && lead != 1 || WINS[game.marks[1]] && lead != 0;
        if (lead < 0 || lead > 1 || wrongEnd) {
            throw new IllegalArgumentException(
                    "No game gets to \"" + board + "\": X begins, they take turns, and a row ends it.");
        }
        game.turn = lead;
        game.settle();
        return game;
    }

    private static boolean[] wins() {
        boolean[] wins = new boolean[FULL + 1];
        for (int set = 0; set <= FULL; set++) {
            for (int row : ROWS) {
                wins[set] |= (set & row) == row;
            }
        }
        return wins;
    }

    private void settle() {
        if (WINS[marks[0]] || WINS[marks[1]] || (marks[0] | marks[1]) == FULL) {
            turn = NOBODY;
        }
    }

    @Override
    public int seats() {
        return 2;
    }

    @Override
    public int actions() {
        return CELLS;
    }

    @Override
    public int turn() {
        return turn;
    }

    @Override
    public boolean legal(int action) {
        return turn >= 0 && action >= 0 && action < CELLS && ((marks[0] | marks[1]) >> action & 1) == 0;
    }

    @Override
    public int legalActions(int[] into) {
        int count = 0;
        int free = turn == NOBODY ? 0 : ~(marks[0] | marks[1]) & FULL;
        for (; free != 0; free &= free - 1) {
            into[count++] = Integer.numberOfTrailingZeros(free);
        }
        return count;
    }

    @Override
    public void play(int action) {
        if (!legal(action)) {
            refuse(action);
        }
        int mover = turn;
        marks[mover] |= 1 << action;
        moves = moves << 4 | action;
        made++;
        turn = 1 - mover;
        if (WINS[marks[mover]] || (marks[0] | marks[1]) == FULL) {
            turn = NOBODY;
        }
    }

    private void refuse(int action) {
        if (over()) {
            throw new IllegalStateException("This game of tic-tac-toe is over; call restart() for another.");
        }
        throw new IllegalArgumentException("Cell " + action + " of tic-tac-toe "
                + (action < 0 || action >= CELLS ? "is not on the board" : "is taken")
                + "; pick a free one from 0 to 8.");
    }

    @Override
    public double returns(int seat) {
        if (seat < 0 || seat > 1) {
            throw new IllegalArgumentException("Tic-tac-toe has seats 0 and 1, but got " + seat + ".");
        }
        return WINS[marks[seat]] ? 1 : WINS[marks[1 - seat]] ? -1 : 0;
    }

    /** The cells of X in the lowest nine bits, those of O in the next nine. */
    @Override
    public long key() {
        return marks[0] | (long) marks[1] << CELLS;
    }

    /** Nine cells: 1 for one's own mark, -1 for the other's, 0 for an empty one. */
    @Override
    public double[] observation(int seat) {
        double[] seen = new double[CELLS];
        for (int cell = 0; cell < CELLS; cell++) {
            seen[cell] = (marks[seat] >> cell & 1) - (marks[1 - seat] >> cell & 1);
        }
        return seen;
    }

    /** Numbers its observations, 19,683 of them, for a table. */
    public static ObservationIndex index() {
        return ObservationIndex.of(19_683, seen -> {
            int code = 0;
            for (int cell = 0; cell < CELLS; cell++) {
                code = 3 * code + (int) seen[cell] + 1;
            }
            return code;
        });
    }

    @Override
    public void restart() {
        marks[0] = 0;
        marks[1] = 0;
        turn = 0;
        moves = 0;
        made = 0;
    }

    @Override
    public boolean undoable() {
        return true;
    }

    @Override
    public void undo() {
        if (made == 0) {
            throw new IllegalStateException("No move of tic-tac-toe has been made yet, so none can be taken back.");
        }
        int cell = (int) (moves & 15);
        turn = (marks[0] >> cell & 1) == 1 ? 0 : 1;
        marks[turn] &= ~(1 << cell);
        moves >>>= 4;
        made--;
    }

    @Override
    public TicTacToe copy() {
        TicTacToe copy = new TicTacToe();
        copy.marks[0] = marks[0];
        copy.marks[1] = marks[1];
        copy.turn = turn;
        copy.moves = moves;
        copy.made = made;
        return copy;
    }

    @Override
    public String name() {
        return "Tic-tac-toe";
    }

    /** Three lines of X, O and dots. */
    @Override
    public String toString() {
        StringBuilder board = new StringBuilder();
        for (int cell = 0; cell < CELLS; cell++) {
            board.append(cell > 0 && cell % 3 == 0 ? "\n" : "");
            board.append((marks[0] >> cell & 1) == 1 ? 'X' : (marks[1] >> cell & 1) == 1 ? 'O' : '.');
        }
        return board.toString();
    }
}
