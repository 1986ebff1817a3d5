package marl.view;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The plan of a grid world: one character per cell, {@code #} a wall, {@code .} or a space free, any letter a named
 * place.
 */
record GridMap(List<String> rows) {
    private static final Color WALL = new Color(0x4A4A4A);

    static GridMap of(String... rows) {
        if (rows.length == 0 || rows[0].isEmpty()) {
            throw new IllegalArgumentException(
                    "A map needs at least one row with at least one cell, such as \"S.#G\".");
        }
        for (int r = 0; r < rows.length; r++) {
            if (rows[r].length() != rows[0].length()) {
                throw new IllegalArgumentException("Row " + r + " of the map has " + rows[r].length()
                        + " cells but row 0 has " + rows[0].length() + "; fill up with '.'.");
            }
            for (char cell : rows[r].toCharArray()) {
                if (cell != '#' && cell != '.' && cell != ' ' && !Character.isLetter(cell)) {
                    throw new IllegalArgumentException("Row " + r + " of the map holds '" + cell
                            + "'; cells are '#' for a wall, '.' for free, or a letter such as S or G.");
                }
            }
        }
        return new GridMap(List.of(rows));
    }

    int height() {
        return rows.size();
    }

    int width() {
        return rows.get(0).length();
    }

    boolean wall(int row, int column) {
        return rows.get(row).charAt(column) == '#';
    }

    /** Whether nobody acts here: a wall, or the goal G, where an episode is over. */
    boolean closed(int row, int column) {
        return wall(row, column) || rows.get(row).charAt(column) == 'G';
    }

    /** The width of a picture with cells of about 46 CSS pixels, smaller ones on large maps. */
    int sheetWidth(double right) {
        return (int) Math.min(2000, Math.max(280, cell() * width() + 80 + right));
    }

    /** The height of a picture that fits {@link #sheetWidth}. */
    int sheetHeight() {
        return (int) Math.min(2000, Math.max(200, cell() * height() + 104));
    }

    private double cell() {
        return Math.max(12, Math.min(46, 640.0 / Math.max(width(), height())));
    }

    /** The letter of a named place, else an empty text. */
    String place(int row, int column) {
        char cell = rows.get(row).charAt(column);
        return Character.isLetter(cell) ? String.valueOf(cell) : "";
    }

    static List<String> indices(int count) {
        return IntStream.range(0, count).mapToObj(Integer::toString).toList();
    }

    /** Walls are dark with a diagonal, so that they show on every printer; places have their letter in the corner. */
    void paintCell(Graphics2D g, CellGrid grid, int row, int column, Color ground) {
        Rectangle2D cell = grid.cell(row, column);
        g.setColor(wall(row, column) ? WALL : ground);
        g.fill(cell);
        if (wall(row, column)) {
            g.setColor(new Color(0x777777));
            g.setStroke(new BasicStroke(1));
            g.draw(new Line2D.Double(cell.getMinX(), cell.getMaxY(), cell.getMaxX(), cell.getMinY()));
        }
        String place = place(row, column);
        if (!place.isEmpty()) {
            int size = (int) Math.max(10, Math.min(18, cell.getHeight() * 0.34));
            g.setColor(Ramp.ink(ground));
            g.setStroke(new BasicStroke(1.5f));
            g.draw(new Rectangle2D.Double(
                    cell.getX() + 2.5, cell.getY() + 2.5, cell.getWidth() - 5, cell.getHeight() - 5));
            Canvas.text(g, place, Canvas.font(Font.BOLD, size), cell.getMinX() + 6, cell.getMinY() + 5 + size / 2.0, 0);
        }
    }
}
