package marl.view;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/** Rows and columns of equal cells with their names and the two axis labels around them. */
final class CellGrid {
    private static final double LABEL = 26;
    private static final double EDGE = 12;

    private final Labels labels;
    private final List<String> rows;
    private final List<String> columns;
    private final Shape shape;
    private final ColumnNames columnNames;
    private final double left;
    private final double top;
    private final double cellWidth;
    private final double cellHeight;

    /** Fits the cells of named rows and columns into a shape. */
    CellGrid(Graphics2D g, Labels labels, List<String> rows, List<String> columns, Shape shape) {
        this.labels = labels;
        this.rows = rows;
        this.columns = columns;
        this.shape = shape;
        double widest = rows.stream()
                .mapToDouble(name -> Canvas.width(g, name, Canvas.TICK))
                .max()
                .orElse(0);
        double roomLeft = EDGE + LABEL + Math.min(widest, shape.width * 0.3) + 8;
        double roomWide = shape.width - roomLeft - EDGE - shape.right;
        double wide = roomWide / columns.size();
        double guess = Math.min(wide, shape.square ? (shape.height - 60) / rows.size() : wide);
        columnNames = new ColumnNames(g, columns, guess);
        double names = columnNames.height() + LABEL;
        double roomHigh = shape.height - names - EDGE;
        double high = roomHigh / rows.size();
        cellWidth = shape.square ? Math.min(wide, high) : wide;
        cellHeight = shape.square ? Math.min(wide, high) : high;
        if (Math.min(cellWidth, cellHeight) < 3) {
            throw new IllegalStateException("There is no room for " + rows.size() + "x" + columns.size()
                    + " cells; enlarge the chart with .size(width, height) or shorten the names.");
        }
        left = roomLeft + (roomWide - cellWidth * columns.size()) / 2;
        top = (shape.namesOnTop ? names : 4) + (roomHigh - cellHeight * rows.size()) / 2;
    }

    /**
     * The room for a grid.
     *
     * @param right how much is kept free at the right, for a colour bar
     * @param square whether cells are as high as wide
     * @param namesOnTop whether column names and the x label stand above the cells, not below
     */
    record Shape(double width, double height, double right, boolean square, boolean namesOnTop) {}

    /** The place of a cell, on whole pixels of the image, so that neighbours leave no seam. */
    Rectangle2D cell(int row, int column) {
        double x = snap(left + column * cellWidth);
        double y = snap(top + row * cellHeight);
        return new Rectangle2D.Double(
                x, y, snap(left + (column + 1) * cellWidth) - x, snap(top + (row + 1) * cellHeight) - y);
    }

    /** All cells together. */
    Rectangle2D bounds() {
        return cell(0, 0).createUnion(cell(rows.size() - 1, columns.size() - 1));
    }

    void paintNames(Graphics2D g) {
        paintNames(g, Canvas.INK, Canvas.INK);
    }

    /** Draws names and labels of the rows in one colour and those of the columns in another. */
    void paintNames(Graphics2D g, Color rowInk, Color columnInk) {
        Rectangle2D all = bounds();
        double edge = shape.namesOnTop ? all.getMinY() : all.getMaxY();
        double away = columnNames.height() + LABEL / 2 - 2;
        g.setColor(columnInk);
        columnNames.paint(g, cell(0, 0).getCenterX(), cellWidth, edge, shape.namesOnTop);
        Canvas.text(
                g, labels.xLabel(), Canvas.LABEL, all.getCenterX(), shape.namesOnTop ? edge - away : edge + away, 0.5);
        g.setColor(rowInk);
        int every = (int) Math.ceil(15 / cellHeight);
        double widest = 0;
        for (int r = 0; r < rows.size(); r += every) {
            String name = Canvas.shorten(g, rows.get(r), Canvas.TICK, shape.width * 0.3);
            widest = Math.max(widest, Canvas.width(g, name, Canvas.TICK));
            Canvas.text(g, name, Canvas.TICK, left - 7, cell(r, 0).getCenterY(), 1);
        }
        Canvas.upwards(g, labels.yLabel(), Canvas.LABEL, left - 7 - widest - LABEL / 2 - 3, all.getCenterY());
    }

    void paintLines(Graphics2D g, float thickness) {
        g.setStroke(new BasicStroke(thickness));
        for (int r = 0; r < rows.size(); r++) {
            for (int c = 0; c < columns.size(); c++) {
                g.draw(cell(r, c));
            }
        }
    }

    private static double snap(double length) {
        return Math.rint(length * Canvas.SCALE) / Canvas.SCALE;
    }
}
