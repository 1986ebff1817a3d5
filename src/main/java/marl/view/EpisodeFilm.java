package marl.view;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/**
 * Builds an animation of an episode in a grid world: the agents move over the map and leave a trail. Made by
 * {@link Charts#episode}; ends with {@link #alt}.
 */
public final class EpisodeFilm {
    private static final int MOST_FRAMES = 400;
    private static final int MOST_AGENTS = 7;
    private static final int WORDS = 24;

    private final GridMap map;
    private final Labels labels;
    private double[][] positions = new double[0][];
    private int millis = 250;

    EpisodeFilm(String... map) {
        this.map = GridMap.of(map);
        labels = new Labels(this.map.sheetWidth(0), this.map.sheetHeight() + WORDS);
        labels.xLabel("column");
        labels.yLabel("row");
    }

    /** The title, needed. */
    public EpisodeFilm title(String text) {
        labels.title(text);
        return this;
    }

    /** Width and height in CSS pixels; by the size of the map unless told. */
    public EpisodeFilm size(int width, int height) {
        labels.size(width, height);
        return this;
    }

    /**
     * Where the agents are, {@code [time]} to (row, column) of agent 0, (row, column) of agent 1, and so on; needed.
     * Places between cells are allowed.
     *
     * @throws IllegalArgumentException if there are no positions, over 400 of them or over 7 agents, or one lies
     *     outside the map
     */
    public EpisodeFilm positions(double[][] path) {
        double[][] copy = ChartData.table(path, "the table of positions");
        int agents = copy[0].length / 2;
        if (copy[0].length % 2 == 1 || agents > MOST_AGENTS || copy.length > MOST_FRAMES) {
            throw new IllegalArgumentException(
                    "Positions are (row, column) for each of 1 to " + MOST_AGENTS + " agents at up to " + MOST_FRAMES
                            + " times, not " + copy.length + " rows of " + copy[0].length + " numbers.");
        }
        for (int t = 0; t < copy.length; t++) {
            for (int i = 0; i < copy[t].length; i++) {
                int limit = i % 2 == 0 ? map.height() : map.width();
                if (copy[t][i] < 0 || copy[t][i] > limit - 1) {
                    throw new IllegalArgumentException("Agent " + i / 2 + " leaves the map at time " + t + ": its "
                            + (i % 2 == 0 ? "row" : "column") + " is " + Numbers.text(copy[t][i]) + ", but 0 to "
                            + (limit - 1) + " exist.");
                }
            }
        }
        positions = copy;
        return this;
    }

    /** How long each step is shown, 20 to 10,000 milliseconds; 250 unless told. */
    public EpisodeFilm millis(int each) {
        millis = each;
        return this;
    }

    /**
     * Draws the film.
     *
     * @param text one or two sentences that say what there is to see, for readers who cannot see it
     * @throws IllegalStateException if the title or the positions are missing
     * @throws IllegalArgumentException if the text is blank
     */
    public Animation alt(String text) {
        labels.complete();
        if (positions.length == 0) {
            throw new IllegalStateException("There is nothing to draw: add .positions(path).");
        }
        List<BufferedImage> frames = new ArrayList<>();
        for (int t = 0; t < positions.length; t++) {
            int now = t;
            frames.add(Sheet.draw(labels, new Legend(), "frame", "frame", (g, w, h) -> paint(g, w, h, now))
                    .image());
        }
        return Animation.of(labels.title(), text, twin(), millis, frames);
    }

    private void paint(Graphics2D g, int width, int height, int now) {
        CellGrid.Shape room = new CellGrid.Shape(width, height - WORDS, 0, true, false);
        CellGrid grid = new CellGrid(g, labels, GridMap.indices(map.height()), GridMap.indices(map.width()), room);
        for (int r = 0; r < map.height(); r++) {
            for (int c = 0; c < map.width(); c++) {
                map.paintCell(g, grid, r, c, Color.WHITE);
            }
        }
        g.setColor(Canvas.FAINT);
        grid.paintLines(g, 1);
        grid.paintNames(g);
        for (int agent = 0; agent < positions[0].length / 2; agent++) {
            paintAgent(g, grid, agent, now);
        }
        g.setColor(Canvas.INK);
        String clock = "step " + now + " of " + (positions.length - 1);
        Canvas.text(g, clock, Canvas.TICK, width / 2.0, height - WORDS / 2.0, 0.5);
    }

    private void paintAgent(Graphics2D g, CellGrid grid, int agent, int now) {
        Rectangle2D cell = grid.cell(0, 0);
        double size = cell.getWidth();
        Path2D trail = new Path2D.Double();
        double x = 0;
        double y = 0;
        for (int t = 0; t <= now; t++) {
            x = cell.getCenterX() + positions[t][2 * agent + 1] * size;
            y = cell.getCenterY() + positions[t][2 * agent] * size;
            if (t == 0) {
                trail.moveTo(x, y);
            } else {
                trail.lineTo(x, y);
            }
        }
        g.setColor(Palette.colour(agent));
        g.setStroke(Palette.stroke(agent));
        g.draw(trail);
        double radius = size * 0.34;
        g.fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
        g.setColor(Ramp.ink(Palette.colour(agent)));
        g.setStroke(new BasicStroke(1));
        int font = (int) Math.max(9, size * 0.4);
        Canvas.text(g, Integer.toString(agent), Canvas.font(Font.BOLD, font), x, y, 0.5);
    }

    private String twin() {
        StringBuilder text = new StringBuilder(
                labels.title() + ": " + (positions.length - 1) + " steps, positions as (row, column)");
        for (int agent = 0; agent < positions[0].length / 2; agent++) {
            text.append("\nagent ").append(agent);
            int shown = Math.min(positions.length, 40);
            for (int t = 0; t < shown; t++) {
                text.append(t == 0 ? "  (" : " (")
                        .append(Numbers.text(positions[t][2 * agent]))
                        .append(", ");
                text.append(Numbers.text(positions[t][2 * agent + 1])).append(")");
            }
            if (shown < positions.length) {
                text.append(" and ").append(positions.length - shown).append(" more");
            }
        }
        return text.append("\n").append(String.join("\n", map.rows())).toString();
    }
}
