package marl.view;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Builds a heat map: a matrix as coloured cells with the numbers printed in them wherever they fit. Made by
 * {@link Charts#heatMap}; ends with {@link #alt}.
 */
public final class HeatMap {
    private final Labels labels = new Labels(640, 460);
    private double[][] values = new double[0][];
    private List<String> rows = List.of();
    private List<String> columns = List.of();
    private boolean diverging;
    private double[] range = new double[0];
    private int decimals = -1;

    HeatMap() {}

    /** The title, needed. */
    public HeatMap title(String text) {
        labels.title(text);
        return this;
    }

    /** What the columns are; needed. */
    public HeatMap xLabel(String text) {
        labels.xLabel(text);
        return this;
    }

    /** What the rows are; needed. */
    public HeatMap yLabel(String text) {
        labels.yLabel(text);
        return this;
    }

    /** Width and height in CSS pixels; 640 x 460 unless told. */
    public HeatMap size(int width, int height) {
        labels.size(width, height);
        return this;
    }

    /** The numbers, {@code [row][column]}, the first row on top; copied. */
    public HeatMap values(double[][] table) {
        values = ChartData.table(table, "the table of values");
        return this;
    }

    /** The names of the rows from top to bottom; their numbers unless told. */
    public HeatMap rows(String... names) {
        rows = List.of(names);
        return this;
    }

    /** The names of the columns from left to right; their numbers unless told. */
    public HeatMap columns(String... names) {
        columns = List.of(names);
        return this;
    }

    /** Colours centred at zero: red below, blue above, white at zero. For differences and payoffs with a sign. */
    public HeatMap diverging() {
        diverging = true;
        return this;
    }

    /** Fixes what the two ends of the colours mean, so that several charts can be compared. */
    public HeatMap range(double low, double high) {
        ChartData.finite(new double[] {low, high}, "the range");
        if (low >= high) {
            throw new IllegalArgumentException("The range must have low < high, not " + low + ", " + high + ".");
        }
        range = new double[] {low, high};
        return this;
    }

    /** How many decimals to print at most, 0 to 6; chosen by the size of the numbers unless told. */
    public HeatMap decimals(int most) {
        if (most < 0 || most > 6) {
            throw new IllegalArgumentException("Decimals are 0 to 6, not " + most + ".");
        }
        decimals = most;
        return this;
    }

    /**
     * Draws the chart.
     *
     * @param text one or two sentences that say what there is to see, for readers who cannot see it
     * @throws IllegalStateException if the title, an axis label or the values are missing
     * @throws IllegalArgumentException if the text is blank, or there are more or fewer names than rows or columns
     */
    public Figure alt(String text) {
        labels.complete();
        if (values.length == 0) {
            throw new IllegalStateException("There is nothing to draw: add .values(table).");
        }
        rows = named(rows, values.length, "rows");
        columns = named(columns, values[0].length, "columns");
        double low = range.length > 0
                ? range[0]
                : Arrays.stream(values).mapToDouble(LineText::min).min().orElseThrow();
        double high = range.length > 0
                ? range[1]
                : Arrays.stream(values).mapToDouble(LineText::max).max().orElseThrow();
        ColourBar bar = ColourBar.over(low, high, diverging);
        String[][] cells = NumberGrid.cells(values, decimals);
        String twin = labels.title() + ": rows are " + labels.yLabel() + ", columns are " + labels.xLabel() + "\n"
                + NumberGrid.text(values, cells, rows, columns);
        return Sheet.draw(labels, new Legend(), text, twin, (g, width, height) -> paint(g, width, height, bar, cells));
    }

    private void paint(Graphics2D g, int width, int height, ColourBar bar, String[][] cells) {
        CellGrid.Shape room = new CellGrid.Shape(width, height, ColourBar.ROOM, false, false);
        CellGrid grid = new CellGrid(g, labels, rows, columns, room);
        paintCells(g, grid, values, cells, bar);
        grid.paintNames(g);
        bar.paint(g, grid.bounds());
    }

    /** The cells without their names, with the numbers in them where they fit. */
    static void paintCells(Graphics2D g, CellGrid grid, double[][] values, String[][] cells, ColourBar bar) {
        Rectangle2D first = grid.cell(0, 0);
        Font font = Canvas.LABEL;
        for (String[] row : cells) {
            for (String cell : row) {
                font = Canvas.shrink(g, cell, font, first.getWidth() - 6);
            }
        }
        Font fitting = font;
        boolean printed = first.getHeight() >= font.getSize() + 3
                && Arrays.stream(cells)
                        .flatMap(Arrays::stream)
                        .allMatch(c -> Canvas.width(g, c, fitting) <= first.getWidth() - 3);
        for (int r = 0; r < values.length; r++) {
            for (int c = 0; c < values[r].length; c++) {
                Color colour = bar.of(values[r][c]);
                Rectangle2D cell = grid.cell(r, c);
                g.setColor(colour);
                g.fill(cell);
                g.setColor(Ramp.ink(colour));
                if (printed) {
                    Canvas.text(g, cells[r][c], font, cell.getCenterX(), cell.getCenterY(), 0.5);
                }
            }
        }
        g.setColor(Color.WHITE);
        if (printed) {
            grid.paintLines(g, 1);
        }
    }

    static List<String> named(List<String> names, int count, String what) {
        if (names.isEmpty()) {
            return IntStream.range(0, count).mapToObj(Integer::toString).toList();
        }
        if (names.size() != count) {
            throw new IllegalArgumentException(
                    "There are " + names.size() + " names for " + count + " " + what + "; give one each.");
        }
        return names;
    }
}
