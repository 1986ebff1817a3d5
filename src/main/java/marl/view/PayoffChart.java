package marl.view;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import marl.game.MatrixGame;
import marl.game.PureEquilibria;

/**
 * Builds the payoff table of a two-player game, in the way of Schelling: the row player's payoff at the lower left of a
 * cell, the column player's at the upper right. A payoff is bold and underlined where it is a best response to the
 * other's action; a cell where both are is a pure equilibrium and gets a frame. Made by {@link Charts#payoffs}; ends
 * with {@link #alt}.
 */
public final class PayoffChart {
    private static final Color ROW = Palette.colour(0);
    private static final Color COLUMN = new Color(0xA84A00);

    private final MatrixGame game;
    private final Labels labels;

    PayoffChart(MatrixGame game) {
        if (game.players() != 2) {
            throw new IllegalArgumentException("A payoff table shows two players, but '" + game.name() + "' has "
                    + game.players() + "; print the game for a list of its joint actions.");
        }
        this.game = game;
        int width = Math.min(900, Math.max(460, 190 + 130 * game.actions(1)));
        labels = new Labels(width, Math.min(900, 212 + 76 * game.actions(0)));
        labels.title(game.name());
        labels.xLabel("column player");
        labels.yLabel("row player");
    }

    /** The title; the name of the game unless told. */
    public PayoffChart title(String text) {
        labels.title(text);
        return this;
    }

    /** Who picks the columns; "column player" unless told. */
    public PayoffChart xLabel(String text) {
        labels.xLabel(text);
        return this;
    }

    /** Who picks the rows; "row player" unless told. */
    public PayoffChart yLabel(String text) {
        labels.yLabel(text);
        return this;
    }

    /** Width and height in CSS pixels; by the number of actions unless told. */
    public PayoffChart size(int width, int height) {
        labels.size(width, height);
        return this;
    }

    /**
     * Draws the table.
     *
     * @param text one or two sentences that say what there is to see, for readers who cannot see it
     * @throws IllegalArgumentException if the text is blank
     */
    public Figure alt(String text) {
        Legend legend = new Legend();
        legend.add(labels.yLabel(), (g, x, y) -> corner(g, ROW, x, y, false));
        legend.add(labels.xLabel(), (g, x, y) -> corner(g, COLUMN, x, y, true));
        legend.add("best response", (g, x, y) -> {
            g.setColor(Canvas.INK);
            payoff(g, "5", true, x + Legend.SAMPLE / 2, y - 1, 15);
        });
        legend.add(
                "pure equilibrium", (g, x, y) -> frame(g, new Rectangle2D.Double(x + 4, y - 9, Legend.SAMPLE - 8, 18)));
        return Sheet.draw(labels, legend, text, twin(), this::paint);
    }

    private void paint(Graphics2D g, int width, int height) {
        CellGrid.Shape room = new CellGrid.Shape(width, height, 8, false, true);
        CellGrid grid = new CellGrid(g, labels, game.actionNames(0), game.actionNames(1), room);
        g.setColor(new Color(0x999999));
        grid.paintLines(g, 1);
        grid.paintNames(g, ROW, COLUMN);
        int size = size(g, grid.cell(0, 0));
        for (int r = 0; r < game.actions(0); r++) {
            for (int c = 0; c < game.actions(1); c++) {
                Rectangle2D cell = grid.cell(r, c);
                g.setColor(ROW);
                payoff(
                        g,
                        text(0, r, c),
                        best(0, r, c),
                        cell.getMinX() + cell.getWidth() * 0.28,
                        cell.getMaxY() - cell.getHeight() * 0.3,
                        size);
                g.setColor(COLUMN);
                payoff(
                        g,
                        text(1, r, c),
                        best(1, r, c),
                        cell.getMaxX() - cell.getWidth() * 0.28,
                        cell.getMinY() + cell.getHeight() * 0.3,
                        size);
                if (best(0, r, c) && best(1, r, c)) {
                    frame(g, cell);
                }
            }
        }
    }

    /** The largest font size up to 22 with which every payoff fits its half of a cell. */
    private int size(Graphics2D g, Rectangle2D cell) {
        int size = (int) Math.max(10, Math.min(22, cell.getHeight() / 3.1));
        for (int player = 0; player < 2; player++) {
            for (int joint = 0; joint < game.jointActions(); joint++) {
                int[] actions = game.joint(joint);
                String text = text(player, actions[0], actions[1]);
                size = Canvas.shrink(g, text, Canvas.font(Font.BOLD, size), cell.getWidth() * 0.45)
                        .getSize();
            }
        }
        return size;
    }

    private static void payoff(Graphics2D g, String text, boolean best, double x, double y, int size) {
        Font font = Canvas.font(best ? Font.BOLD : Font.PLAIN, size);
        Canvas.text(g, text, font, x, y, 0.5);
        if (!best) {
            return;
        }
        double half = Canvas.width(g, text, font) / 2 + 1;
        g.setStroke(new BasicStroke(2));
        g.draw(new Line2D.Double(x - half, y + size * 0.62, x + half, y + size * 0.62));
    }

    /** A small cell that shows which corner is whose. */
    private static void corner(Graphics2D g, Color colour, double x, double y, boolean upper) {
        g.setColor(new Color(0x999999));
        g.setStroke(new BasicStroke(1));
        g.draw(new Rectangle2D.Double(x + 2, y - 9, Legend.SAMPLE - 4, 18));
        g.setColor(colour);
        double dotX = upper ? x + Legend.SAMPLE - 11 : x + 11;
        g.fill(new Ellipse2D.Double(dotX - 3.5, (upper ? y - 4 : y + 4) - 3.5, 7, 7));
    }

    private static void frame(Graphics2D g, Rectangle2D cell) {
        g.setColor(Canvas.INK);
        g.setStroke(new BasicStroke(3));
        double inset = Math.min(4, cell.getHeight() / 8);
        g.draw(new Rectangle2D.Double(
                cell.getX() + inset, cell.getY() + inset, cell.getWidth() - 2 * inset, cell.getHeight() - 2 * inset));
    }

    private boolean best(int player, int row, int column) {
        return PureEquilibria.isBestResponse(game, player, row, column);
    }

    private String text(int player, int row, int column) {
        return Numbers.rounded(game.payoff(player, row, column), 3);
    }

    private String twin() {
        String[][] cells = new String[game.actions(0)][game.actions(1)];
        for (int r = 0; r < cells.length; r++) {
            for (int c = 0; c < cells[r].length; c++) {
                String first = text(0, r, c) + (best(0, r, c) ? "*" : "");
                String second = text(1, r, c) + (best(1, r, c) ? "*" : "");
                cells[r][c] = first + ", " + second;
            }
        }
        return labels.title() + ": payoffs of " + labels.yLabel() + ", " + labels.xLabel()
                + "; * marks a best response, two of them a pure equilibrium\n"
                + NumberGrid.align(cells, game.actionNames(0), game.actionNames(1));
    }
}
