package marl.env;

import java.util.ArrayList;
import java.util.List;

/**
 * A maze of square cells for one agent: reach the goal, reward 1 there and 0 everywhere else. Reaching the goal
 * <b>terminates</b> the episode; an optional step limit <b>truncates</b> it. Walls and the border stop a move; it still
 * costs a step. The observation is the cell, {@code {row * columns + column}}; actions are up, down, left, right.
 *
 * <p>{@link #suttonBarto} is the maze of Sutton &amp; Barto (2nd edition, Example 8.1 and Figure 8.2), whose shortest way
 * has 14 steps.
 */
public final class DynaMaze implements MarkovGame {
    /** Moves one row up. */
    public static final int UP = 0;
    /** Moves one row down. */
    public static final int DOWN = 1;
    /** Moves one column left. */
    public static final int LEFT = 2;
    /** Moves one column right. */
    public static final int RIGHT = 3;

    private static final int[] ROW_CHANGE = {-1, 1, 0, 0};
    private static final int[] COLUMN_CHANGE = {0, 0, -1, 1};
    private static final Space ACTION = new Space.Discrete(4);

    private final List<String> map;
    private final int columns;
    private final int start;
    private final int goal;
    private final Space observationSpace;
    private final EpisodeClock clock;
    private int cell;

    private DynaMaze(List<String> map, int start, int goal, EpisodeClock clock) {
        this.map = map;
        this.columns = map.get(0).length();
        this.start = start;
        this.goal = goal;
        this.observationSpace = new Space.Discrete(map.size() * columns);
        this.clock = clock;
        this.cell = start;
    }

    /** Sutton &amp; Barto's maze: 6 rows, 9 columns, no step limit. */
    public static DynaMaze suttonBarto() {
        return of(
                ".......#G", //
                "..#....#.",
                "S.#....#.",
                "..#......",
                ".....#...",
                ".........");
    }

    /**
     * A maze from a map, one string for each row: {@code S} the start, {@code G} the goal, {@code #} a wall, {@code .} a
     * free cell.
     *
     * @throws IllegalArgumentException for rows of different length, an unknown character, or anything but one start and one goal
     */
    public static DynaMaze of(String... rows) {
        if (rows.length == 0 || rows[0].isEmpty()) {
            throw new IllegalArgumentException("A maze needs at least one row with at least one cell.");
        }
        for (String row : rows) {
            if (row.length() != rows[0].length()) {
                throw new IllegalArgumentException("All rows of a maze must be as long as the first, which has "
                        + rows[0].length() + " cells, but \"" + row + "\" has " + row.length() + ".");
            }
            if (!row.matches("[SG#.]*")) {
                throw new IllegalArgumentException(
                        "A maze is drawn with S, G, # and . only, but a row is \"" + row + "\".");
            }
        }
        int start = only('S', rows);
        int goal = only('G', rows);
        return new DynaMaze(List.of(rows), start, goal, new EpisodeClock("Maze", EpisodeClock.NO_LIMIT));
    }

    private static int only(char letter, String... rows) {
        String all = String.join("", rows);
        int at = all.indexOf(letter);
        if (at < 0 || all.indexOf(letter, at + 1) >= 0) {
            throw new IllegalArgumentException("A maze needs exactly one cell marked " + letter + ".");
        }
        return at;
    }

    /** The same maze with episodes truncated after this many steps, at least 1; no episode is under way in it. */
    public DynaMaze stepLimit(int steps) {
        return new DynaMaze(map, start, goal, new EpisodeClock("Maze", steps));
    }

    @Override
    public int agents() {
        return 1;
    }

    @Override
    public Space observationSpace(int agent) {
        return observationSpace;
    }

    @Override
    public Space actionSpace(int agent) {
        return ACTION;
    }

    @Override
    public double[][] reset(long seed) {
        cell = start;
        clock.start();
        return new double[][] {{cell}};
    }

    @Override
    public Step step(JointAction action) {
        int move = Actions.discrete(name(), action, 4)[0];
        clock.requireRunning();
        int row = cell / columns + ROW_CHANGE[move];
        int column = cell % columns + COLUMN_CHANGE[move];
        if (row >= 0 && row < rows() && column >= 0 && column < columns && !isWall(row, column)) {
            cell = row * columns + column;
        }
        boolean reached = cell == goal;
        boolean truncated = clock.tick(reached);
        return new Step(new double[][] {{cell}}, new double[] {reached ? 1 : 0}, reached, truncated);
    }

    @Override
    public double[] state() {
        clock.requireStarted();
        return new double[] {cell};
    }

    @Override
    public DynaMaze copy() {
        DynaMaze copy = new DynaMaze(map, start, goal, clock.copy());
        copy.cell = cell;
        return copy;
    }

    @Override
    public String name() {
        return "Maze";
    }

    /** The number of rows. */
    public int rows() {
        return map.size();
    }

    /** The number of columns. */
    public int columns() {
        return columns;
    }

    /** Whether there is a wall in this cell. */
    public boolean isWall(int row, int column) {
        return map.get(row).charAt(column) == '#';
    }

    /** The start's cell, row * columns + column. */
    public int start() {
        return start;
    }

    /** The goal's cell, row * columns + column. */
    public int goal() {
        return goal;
    }

    /** The numbers of all cells that are not walls, in reading order. */
    public int[] freeCells() {
        List<Integer> free = new ArrayList<>();
        for (int i = 0; i < rows() * columns; i++) {
            if (!isWall(i / columns, i % columns)) {
                free.add(i);
            }
        }
        return free.stream().mapToInt(Integer::intValue).toArray();
    }

    /** The map as text, one line for each row. */
    @Override
    public String toString() {
        return String.join("\n", map);
    }
}
