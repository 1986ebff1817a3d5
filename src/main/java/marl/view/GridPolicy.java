package marl.view;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Builds a picture of a policy in a grid world: walls, named places, an arrow for every greedy action, values as
 * background. Made by {@link Charts#gridPolicy}; ends with {@link #alt}. Row 0 is on top, column 0 at the left.
 *
 * <p>Actions are up, right, down, left unless {@link #moves} says otherwise. Several arrows in one cell are ties. Walls
 * and the goal G, where an episode is over, get no arrow.
 */
public final class GridPolicy {
    private final Labels labels = new Labels(640, 480);
    private boolean sized;
    private GridMap map = new GridMap(List.of());
    private int[][] moves = {{-1, 0}, {0, 1}, {1, 0}, {0, -1}};
    private double[][] values = new double[0][];
    /** The greedy actions of each cell, {@code [row][column][]}. */
    private int[][][] greedy = new int[0][][];

    GridPolicy() {
        labels.xLabel("column");
        labels.yLabel("row");
    }

    /** The title, needed. */
    public GridPolicy title(String text) {
        labels.title(text);
        return this;
    }

    /** The label of the columns; "column" unless told. */
    public GridPolicy xLabel(String text) {
        labels.xLabel(text);
        return this;
    }

    /** The label of the rows; "row" unless told. */
    public GridPolicy yLabel(String text) {
        labels.yLabel(text);
        return this;
    }

    /** Width and height in CSS pixels; by the size of the map unless told. */
    public GridPolicy size(int width, int height) {
        labels.size(width, height);
        sized = true;
        return this;
    }

    /**
     * The plan, one text per row: {@code #} a wall, {@code .} free, S the start, G the goal, other letters other
     * places. Needed.
     */
    public GridPolicy map(String... rows) {
        map = GridMap.of(rows);
        if (!sized) {
            labels.size(map.sheetWidth(ColourBar.ROOM), map.sheetHeight());
        }
        return this;
    }

    /**
     * What each action does, {@code [action]} to {change of row, change of column}; {0, 0} stays. Before the actions.
     */
    public GridPolicy moves(int[][] steps) {
        for (int[] step : steps) {
            if (step.length != 2 || Math.abs(step[0]) > 1 || Math.abs(step[1]) > 1) {
                throw new IllegalArgumentException("A move is {change of row, change of column}, each -1, 0 or 1, not "
                        + Arrays.toString(step) + ".");
            }
        }
        moves = Arrays.stream(steps).map(int[]::clone).toArray(int[][]::new);
        return this;
    }

    /**
     * A number per cell, {@code [row][column]}, shown as background; those of walls and of the goal G do not matter.
     */
    public GridPolicy values(double[][] table) {
        fits(table.length, table.length == 0 ? 0 : table[0].length);
        double[][] copy = Arrays.stream(table).map(double[]::clone).toArray(double[][]::new);
        for (int r = 0; r < copy.length; r++) {
            for (int c = 0; c < copy[r].length; c++) {
                if (map.closed(r, c)) {
                    copy[r][c] = Double.NaN;
                } else {
                    ChartData.finite(new double[] {copy[r][c]}, "the value of cell (" + r + ", " + c + ")");
                }
            }
        }
        values = copy;
        return this;
    }

    /**
     * Arrows for the actions with the largest action value, {@code [row][column][action]}; ties within 1e-9 share a
     * cell.
     */
    public GridPolicy greedy(double[][][] q) {
        fits(q.length, q.length == 0 ? 0 : q[0].length);
        int[][][] best = new int[map.height()][map.width()][0];
        for (int r = 0; r < best.length; r++) {
            for (int c = 0; c < best[r].length; c++) {
                if (!map.closed(r, c)) {
                    best[r][c] = best(q[r][c], r, c);
                }
            }
        }
        greedy = best;
        return this;
    }

    /** One arrow per cell, {@code [row][column]} to the index of an action, or -1 for no arrow. */
    public GridPolicy actions(int[][] chosen) {
        fits(chosen.length, chosen.length == 0 ? 0 : chosen[0].length);
        int[][][] best = new int[map.height()][map.width()][0];
        for (int r = 0; r < best.length; r++) {
            for (int c = 0; c < best[r].length; c++) {
                if (chosen[r][c] < -1 || chosen[r][c] >= moves.length) {
                    throw new IllegalArgumentException("Cell (" + r + ", " + c + ") has action " + chosen[r][c]
                            + "; actions are 0 to " + (moves.length - 1) + ", or -1 for none.");
                }
                if (chosen[r][c] >= 0 && !map.closed(r, c)) {
                    best[r][c] = new int[] {chosen[r][c]};
                }
            }
        }
        greedy = best;
        return this;
    }

    /**
     * Draws the picture.
     *
     * @param text one or two sentences that say what there is to see, for readers who cannot see it
     * @throws IllegalStateException if the title or the map is missing
     * @throws IllegalArgumentException if the text is blank
     */
    public Figure alt(String text) {
        labels.complete();
        if (map.rows().isEmpty()) {
            throw new IllegalStateException("There is nothing to draw: add .map(\"S.#G\", ...)");
        }
        GridPolicyPainter painter = new GridPolicyPainter(labels, map, moves, values, greedy);
        return Sheet.draw(labels, new Legend(), text, painter.twin(), painter);
    }

    private int[] best(double[] q, int row, int column) {
        ChartData.finite(q, "the action values of cell (" + row + ", " + column + ")");
        ChartData.sameLength(
                q, moves.length, "the action values of cell (" + row + ", " + column + ")", "the list of moves");
        double max = LineText.max(q);
        double bar = max - 1e-9 * Math.max(1, Math.abs(max));
        return IntStream.range(0, q.length).filter(a -> q[a] >= bar).toArray();
    }

    private void fits(int height, int width) {
        if (map.rows().isEmpty()) {
            throw new IllegalStateException("Draw the plan first: add .map(\"S.#G\", ...)");
        }
        if (height != map.height() || width != map.width()) {
            throw new IllegalArgumentException("The table is " + height + "x" + width + " but the map is "
                    + map.height() + "x" + map.width() + "; give one entry per cell.");
        }
    }
}
