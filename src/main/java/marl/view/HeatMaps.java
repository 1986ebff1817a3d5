package marl.view;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Builds heat maps of equal shape side by side, with one meaning of the colours, so that tables can be compared at a
 * glance. Made by {@link Charts#heatMaps}; ends with {@link #alt}.
 */
public final class HeatMaps {
    private static final double NAME = 26;

    private final Labels labels = new Labels(820, 300);
    private final List<Panel> panels = new ArrayList<>();
    private List<String> rows = List.of();
    private List<String> columns = List.of();
    private int decimals = 2;
    private boolean diverging;

    private record Panel(String name, double[][] values) {}

    HeatMaps() {}

    /** The title, needed. */
    public HeatMaps title(String text) {
        labels.title(text);
        return this;
    }

    /** What the columns are; needed. */
    public HeatMaps xLabel(String text) {
        labels.xLabel(text);
        return this;
    }

    /** What the rows are; needed. */
    public HeatMaps yLabel(String text) {
        labels.yLabel(text);
        return this;
    }

    /** Width and height in CSS pixels; 820 x 300 unless told. */
    public HeatMaps size(int width, int height) {
        labels.size(width, height);
        return this;
    }

    /**
     * Another map to the right of the others, {@code [row][column]}, the first row on top; copied.
     *
     * @throws IllegalArgumentException if its shape differs from that of the first
     */
    public HeatMaps map(String name, double[][] table) {
        ChartData.words(name, "the name of a map");
        double[][] own = ChartData.table(table, "the table of " + name);
        if (!panels.isEmpty()) {
            double[][] first = panels.get(0).values;
            if (own.length != first.length || own[0].length != first[0].length) {
                throw new IllegalArgumentException("Maps side by side have one shape, but " + name + " is " + own.length
                        + " x " + own[0].length + " and " + panels.get(0).name + " is " + first.length + " x "
                        + first[0].length + ".");
            }
        }
        panels.add(new Panel(name, own));
        return this;
    }

    /** The names of the rows from top to bottom; their numbers unless told. */
    public HeatMaps rows(String... names) {
        rows = List.of(names);
        return this;
    }

    /** The names of the columns from left to right; their numbers unless told. */
    public HeatMaps columns(String... names) {
        columns = List.of(names);
        return this;
    }

    /** Colours centred at zero: red below, blue above, white at zero. */
    public HeatMaps diverging() {
        diverging = true;
        return this;
    }

    /** How many decimals to print at most, 0 to 6; 2 unless told. */
    public HeatMaps decimals(int most) {
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
     * @throws IllegalStateException if the title, an axis label or all maps are missing
     * @throws IllegalArgumentException if the text is blank, or there are more or fewer names than rows or columns
     */
    public Figure alt(String text) {
        labels.complete();
        if (panels.isEmpty()) {
            throw new IllegalStateException("There is nothing to draw: add .map(name, table).");
        }
        double[][] first = panels.get(0).values;
        List<String> rowNames = HeatMap.named(rows, first.length, "rows");
        List<String> columnNames = HeatMap.named(columns, first[0].length, "columns");
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (Panel panel : panels) {
            for (double[] row : panel.values) {
                low = Math.min(low, LineText.min(row));
                high = Math.max(high, LineText.max(row));
            }
        }
        ColourBar bar = ColourBar.over(low, high, diverging);
        String twin = panels.stream()
                .map(p -> p.name + "\n"
                        + NumberGrid.text(p.values, NumberGrid.cells(p.values, decimals), rowNames, columnNames))
                .collect(Collectors.joining(
                        "\n",
                        labels.title() + ": rows are " + labels.yLabel() + ", columns are " + labels.xLabel() + "\n",
                        ""));
        return Sheet.draw(labels, new Legend(), text, twin, (g, w, h) -> paint(g, w, h, bar, rowNames, columnNames));
    }

    private void paint(Graphics2D g, int width, int height, ColourBar bar, List<String> rowNames, List<String> names) {
        double each = (width - ColourBar.ROOM) / panels.size();
        CellGrid.Shape room = new CellGrid.Shape(each, height - NAME, 0, false, false);
        Rectangle2D bounds = new Rectangle2D.Double();
        for (int i = 0; i < panels.size(); i++) {
            Labels own = new Labels(labels.width(), labels.height());
            own.xLabel(labels.xLabel());
            if (i == 0) {
                own.yLabel(labels.yLabel());
            }
            Graphics2D part = (Graphics2D) g.create();
            part.translate(i * each, NAME);
            CellGrid grid = new CellGrid(part, own, rowNames, names, room);
            double[][] values = panels.get(i).values;
            HeatMap.paintCells(part, grid, values, NumberGrid.cells(values, decimals), bar);
            grid.paintNames(part);
            bounds = grid.bounds();
            part.setColor(Canvas.INK);
            String name = Canvas.shorten(part, panels.get(i).name, Canvas.LABEL, each - 8);
            Canvas.text(part, name, Canvas.LABEL, bounds.getCenterX(), -NAME / 2 + 2, 0.5);
            part.dispose();
        }
        Graphics2D strip = (Graphics2D) g.create();
        strip.translate((panels.size() - 1) * each, NAME);
        bar.paint(strip, bounds);
        strip.dispose();
    }

    @Override
    public String toString() {
        return "heat maps of "
                + Arrays.toString(panels.stream().map(Panel::name).toArray()) + "; end with .alt(\"...\") to draw them";
    }
}
