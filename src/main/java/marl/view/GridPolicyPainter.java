package marl.view;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;

/** Draws a policy in a grid world, and writes it as a grid of arrows. */
final class GridPolicyPainter implements Sheet.Body {
    /** Arrows by change of row and of column, each plus one. */
    private static final String[][] ARROWS = {{"↖", "↑", "↗"}, {"←", "·", "→"}, {"↙", "↓", "↘"}};

    private final Labels labels;
    private final GridMap map;
    private final int[][] moves;
    private final double[][] values;
    private final int[][][] greedy;

    GridPolicyPainter(Labels labels, GridMap map, int[][] moves, double[][] values, int[][][] greedy) {
        this.labels = labels;
        this.map = map;
        this.moves = moves;
        this.values = values;
        this.greedy = greedy;
    }

    @Override
    public void paint(Graphics2D g, int width, int height) {
        boolean valued = values.length > 0;
        CellGrid.Shape room = new CellGrid.Shape(width, height, valued ? ColourBar.ROOM : 0, true, false);
        CellGrid grid = new CellGrid(g, labels, GridMap.indices(map.height()), GridMap.indices(map.width()), room);
        ColourBar bar = bar();
        for (int r = 0; r < map.height(); r++) {
            for (int c = 0; c < map.width(); c++) {
                Color ground = valued && !map.closed(r, c) ? bar.of(values[r][c]) : Color.WHITE;
                map.paintCell(g, grid, r, c, ground);
                if (map.closed(r, c)) {
                    continue;
                }
                g.setColor(Ramp.ink(ground));
                if (valued) {
                    value(g, grid.cell(r, c), values[r][c]);
                }
                if (greedy.length > 0) {
                    arrows(g, grid.cell(r, c), greedy[r][c]);
                }
            }
        }
        g.setColor(new Color(0x999999));
        grid.paintLines(g, 1);
        grid.paintNames(g);
        if (valued) {
            bar.paint(g, grid.bounds());
        }
    }

    private ColourBar bar() {
        double[] open = Arrays.stream(values)
                .flatMapToDouble(Arrays::stream)
                .filter(Double::isFinite)
                .toArray();
        return open.length == 0
                ? ColourBar.over(0, 0, false)
                : ColourBar.over(LineText.min(open), LineText.max(open), false);
    }

    private static void value(Graphics2D g, Rectangle2D cell, double value) {
        Font font = Canvas.font(Font.PLAIN, 11);
        String text = NumberGrid.cells(new double[][] {{value}}, -1)[0][0];
        boolean fits = cell.getHeight() >= 42 && Canvas.width(g, text, font) < cell.getWidth() - 6;
        if (fits) {
            Canvas.text(g, text, font, cell.getCenterX(), cell.getMaxY() - 8, 0.5);
        }
    }

    private void arrows(Graphics2D g, Rectangle2D cell, int[] actions) {
        double size = Math.min(cell.getWidth(), cell.getHeight());
        double reach = size * (actions.length == 1 ? 0.25 : 0.27);
        double x = cell.getCenterX();
        double y = cell.getCenterY() - (values.length > 0 && size >= 42 ? 5 : 0);
        for (int action : actions) {
            double dy = moves[action][0];
            double dx = moves[action][1];
            double length = Math.hypot(dx, dy);
            if (length == 0) {
                g.fill(new Ellipse2D.Double(x - size * 0.08, y - size * 0.08, size * 0.16, size * 0.16));
                continue;
            }
            double start = actions.length == 1 ? -reach : 0;
            arrow(
                    g,
                    x + dx / length * start,
                    y + dy / length * start,
                    x + dx / length * reach,
                    y + dy / length * reach,
                    size * 0.13);
        }
    }

    private static void arrow(Graphics2D g, double x0, double y0, double x1, double y1, double head) {
        double length = Math.hypot(x1 - x0, y1 - y0);
        double ux = (x1 - x0) / length;
        double uy = (y1 - y0) / length;
        g.setStroke(new BasicStroke((float) Math.max(1.5, head * 0.35), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.draw(new Line2D.Double(x0, y0, x1 - ux * head * 0.6, y1 - uy * head * 0.6));
        Path2D tip = new Path2D.Double();
        tip.moveTo(x1, y1);
        tip.lineTo(x1 - ux * head - uy * head * 0.7, y1 - uy * head + ux * head * 0.7);
        tip.lineTo(x1 - ux * head + uy * head * 0.7, y1 - uy * head - ux * head * 0.7);
        tip.closePath();
        g.fill(tip);
    }

    /** The plan with arrows, walls as {@code #}, and below it the values if there are any. */
    String twin() {
        String[][] cells = new String[map.height()][map.width()];
        for (int r = 0; r < cells.length; r++) {
            for (int c = 0; c < cells[r].length; c++) {
                StringBuilder cell = new StringBuilder(map.wall(r, c) ? "#" : map.place(r, c));
                if (greedy.length > 0) {
                    for (int a : greedy[r][c]) {
                        cell.append(ARROWS[moves[a][0] + 1][moves[a][1] + 1]);
                    }
                }
                cells[r][c] = cell.isEmpty() ? "." : cell.toString();
            }
        }
        String head = labels.title() + ": # is a wall" + (greedy.length > 0 ? ", arrows are the greedy actions" : "");
        String text =
                head + "\n" + NumberGrid.align(cells, GridMap.indices(cells.length), GridMap.indices(cells[0].length));
        if (values.length == 0) {
            return text;
        }
        String[][] numbers = NumberGrid.cells(walls0(), -1);
        for (int r = 0; r < numbers.length; r++) {
            for (int c = 0; c < numbers[r].length; c++) {
                if (map.closed(r, c)) {
                    numbers[r][c] = map.wall(r, c) ? "#" : "G";
                }
            }
        }
        return text + "\nvalues\n"
                + NumberGrid.align(numbers, GridMap.indices(cells.length), GridMap.indices(cells[0].length));
    }

    private double[][] walls0() {
        return Arrays.stream(values)
                .map(row -> Arrays.stream(row).map(v -> Double.isNaN(v) ? 0 : v).toArray())
                .toArray(double[][]::new);
    }
}
