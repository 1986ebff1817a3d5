package marl.game;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import marl.random.Require;

/**
 * A normal-form game: every player picks one action at the same moment, and the joint action decides what each is paid.
 *
 * <p>Players and actions count from 0; in a two-player game player 0 picks the row and player 1 the column. Payoffs are
 * kept in one flat array per player, so the table grows with the product of the action counts. Immutable.
 *
 * <p>Osborne and Rubinstein, "A Course in Game Theory" (1994), definition 11.1.
 */
public final class MatrixGame implements StageGame {
    private static final int LARGEST = 1 << 22;

    private final String name;
    private final List<List<String>> actionNames;
    private final int[] strides;
    private final double[][] payoffs;
    private final double scale;

    private MatrixGame(String name, List<List<String>> actionNames, Function<int[], double[]> payoff) {
        this.name = Require.text(name, "game");
        this.actionNames = GameArguments.actionNames(actionNames);
        int players = actionNames.size();
        strides = new int[players];
        long cells = 1;
        for (int p = players - 1; p >= 0; p--) {
            strides[p] = (int) cells;
            cells *= actionNames.get(p).size();
            if (cells > LARGEST) {
                throw new IllegalArgumentException("The game '" + name + "' has more than " + LARGEST
                        + " joint actions, too many for a table; use fewer players or actions.");
            }
        }
        payoffs = new double[players][(int) cells];
        double largest = 0;
        for (int cell = 0; cell < cells; cell++) {
            int[] joint = joint(cell);
            double[] paid = GameArguments.payoffs(payoff.apply(joint.clone()), players, joint);
            for (int p = 0; p < players; p++) {
                payoffs[p][cell] = paid[p];
                largest = Math.max(largest, Math.abs(paid[p]));
            }
        }
        scale = largest;
    }

    /**
     * A two-player game from two payoff tables.
     *
     * @param name what to call it
     * @param rowActions names of player 0's actions
     * @param colActions names of player 1's actions
     * @param row player 0's payoffs, {@code [row action][column action]}
     * @param col player 1's payoffs, indexed like {@code row}
     * @throws IllegalArgumentException if a table has another shape than the names, or holds NaN or infinity
     */
    public static MatrixGame bimatrix(
            String name, String[] rowActions, String[] colActions, double[][] row, double[][] col) {
        GameArguments.table(row, rowActions.length, colActions.length, "row player's payoffs");
        GameArguments.table(col, rowActions.length, colActions.length, "column player's payoffs");
        return of(name, List.of(rowActions, colActions), a -> new double[] {row[a[0]][a[1]], col[a[0]][a[1]]});
    }

    /**
     * A two-player game that looks the same from both sides: the column player is paid the transpose of
     * {@code rowPayoff}.
     */
    public static MatrixGame symmetric(String name, String[] actions, double[][] rowPayoff) {
        GameArguments.table(rowPayoff, actions.length, actions.length, "row player's payoffs");
        return of(name, List.of(actions, actions), a -> new double[] {rowPayoff[a[0]][a[1]], rowPayoff[a[1]][a[0]]});
    }

    /**
     * A two-player game in which the column player pays the row player {@code rowPayoff[row action][column action]}.
     */
    public static MatrixGame zeroSum(String name, String[] rowActions, String[] colActions, double[][] rowPayoff) {
        GameArguments.table(rowPayoff, rowActions.length, colActions.length, "row player's payoffs");
        return of(name, List.of(rowActions, colActions), a -> {
            double paid = rowPayoff[a[0]][a[1]];
            return new double[] {paid, 0 - paid};
        });
    }

    /**
     * A game of two players who are paid the same, with actions called a, b, c, ...
     *
     * @throws IllegalArgumentException if the table is empty or ragged, has more than 26 rows or columns, or a payoff is not
     *     finite
     */
    public static MatrixGame team(String name, double[][] payoff) {
        GameArguments.finiteTable(payoff);
        return team(name, GameText.letters(payoff.length), GameText.letters(payoff[0].length), payoff);
    }

    /** A two-player game in which both are paid the same {@code payoff[row action][column action]}. */
    public static MatrixGame team(String name, String[] rowActions, String[] colActions, double[][] payoff) {
        GameArguments.table(payoff, rowActions.length, colActions.length, "team payoffs");
        return of(name, List.of(rowActions, colActions), a -> {
            double paid = payoff[a[0]][a[1]];
            return new double[] {paid, paid};
        });
    }

    /**
     * A game of any number of players from a payoff function.
     *
     * @param actionNames one array of action names per player
     * @param payoff from a joint action (one index per player) to one payoff per player; called once for each joint
     *     action
     * @throws IllegalArgumentException if a payoff is missing or not finite, or there are more than 4 million joint
     *     actions
     */
    public static MatrixGame of(String name, List<String[]> actionNames, Function<int[], double[]> payoff) {
        List<List<String>> names = new ArrayList<>();
        for (String[] own : actionNames) {
            names.add(List.of(own));
        }
        return new MatrixGame(name, List.copyOf(names), payoff);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int players() {
        return strides.length;
    }

    @Override
    public int actions(int player) {
        return actionNames(player).size();
    }

    /** The names of {@code player}'s actions, in index order. */
    public List<String> actionNames(int player) {
        return actionNames.get(GameArguments.player(this, player));
    }

    /** How many joint actions there are: the product of all action counts. */
    public int jointActions() {
        return payoffs[0].length;
    }

    /** The joint action number {@code index}, counting with the last player's action changing fastest. */
    public int[] joint(int index) {
        int[] joint = new int[strides.length];
        for (int p = 0, rest = index; p < strides.length; p++) {
            joint[p] = rest / strides[p];
            rest %= strides[p];
        }
        return joint;
    }

    /**
     * What {@code player} is paid in a two-player game when row {@code row} meets column {@code col}; allocates
     * nothing.
     */
    public double payoff(int player, int row, int col) {
        int columns = strides[0];
        if (strides.length != 2
                || row < 0
                || col < 0
                || col >= columns
                || (row + 1) * columns > payoffs[0].length
                || player < 0
                || player > 1) {
            GameArguments.player(this, player);
            GameArguments.joint(this, row, col);
        }
        return payoffs[player][row * columns + col];
    }

    /**
     * What {@code player} is paid for a joint action, given as one action index per player. Allocates nothing when
     * called with an existing array.
     *
     * @throws IllegalArgumentException if a player or action index does not exist
     */
    public double payoff(int player, int... joint) {
        return payoffs[GameArguments.player(this, player)][cell(joint)];
    }

    /** What every player is paid for a joint action: a new array with one payoff per player. */
    @Override
    public double[] payoffs(int... joint) {
        int cell = cell(joint);
        double[] all = new double[strides.length];
        for (int p = 0; p < all.length; p++) {
            all[p] = payoffs[p][cell];
        }
        return all;
    }

    /** {@code player}'s payoffs in a two-player game as a new table {@code [row action][column action]}. */
    public double[][] payoffMatrix(int player) {
        GameArguments.twoPlayers(this, "A payoff matrix");
        double[][] matrix = new double[actions(0)][actions(1)];
        for (int r = 0; r < matrix.length; r++) {
            for (int c = 0; c < matrix[r].length; c++) {
                matrix[r][c] = payoff(player, r, c);
            }
        }
        return matrix;
    }

    /**
     * What {@code player} is paid on average when everyone draws from a mixed strategy.
     *
     * @param mixed one probability per action, for every player in order
     * @throws IllegalArgumentException if a strategy is not a probability distribution over that player's actions
     */
    public double expectedPayoff(int player, double[]... mixed) {
        double[] deviations = deviationPayoffs(player, mixed);
        double sum = 0;
        for (int a = 0; a < deviations.length; a++) {
            sum += mixed[player][a] * deviations[a];
        }
        return sum;
    }

    /**
     * What each pure action of {@code player} earns on average against the others' mixed strategies: one number per own
     * action.
     *
     * @param mixed one strategy per player in order; {@code player}'s own one must be valid but makes no difference
     */
    public double[] deviationPayoffs(int player, double[]... mixed) {
        GameArguments.player(this, player);
        GameArguments.mixed(this, mixed);
        double[] earned = new double[actions(player)];
        for (int cell = 0; cell < jointActions(); cell++) {
            double probability = 1;
            int own = 0;
            for (int p = 0, rest = cell; p < strides.length; p++) {
                int action = rest / strides[p];
                rest %= strides[p];
                if (p == player) {
                    own = action;
                } else {
                    probability *= mixed[p][action];
                }
            }
            earned[own] += probability * payoffs[player][cell];
        }
        return earned;
    }

    /** What each pure action of {@code player} earns on average when all others pick uniformly at random. */
    public double[] meanPayoffs(int player) {
        double[][] uniform = new double[players()][];
        for (int p = 0; p < uniform.length; p++) {
            uniform[p] = MixedStrategy.uniform(actions(p));
        }
        return deviationPayoffs(player, uniform);
    }

    /** Which of the three settings this is; a game that is both cooperative and constant-sum counts as cooperative. */
    public Setting setting() {
        return Setting.of(this);
    }

    /**
     * Payoffs closer than this count as equal: a billionth of the largest payoff, and of 1 in games with small payoffs.
     */
    public double tolerance() {
        return 1e-9 * Math.max(1, scale);
    }

    /** The payoffs as a text table for two players, as a list of joint actions for other numbers of players. */
    @Override
    public String toString() {
        return GameText.of(this);
    }

    private int cell(int... joint) {
        if (joint.length != strides.length) {
            GameArguments.joint(this, joint);
        }
        int cell = 0;
        for (int p = 0; p < strides.length; p++) {
            if (joint[p] < 0 || joint[p] >= actionNames.get(p).size()) {
                GameArguments.joint(this, joint);
            }
            cell += joint[p] * strides[p];
        }
        return cell;
    }
}
