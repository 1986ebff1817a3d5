package marl.view;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/**
 * How series are told apart: a colour, a line style, a marker and a hatch by the order of the series, so that no reader
 * needs the colour.
 *
 * <p>The colours are those of Okabe and Ito, "Color universal design" (2008), without yellow, which is too pale on
 * white. The fourteen series of one chart all differ in line style or marker.
 */
public final class Palette {
    /** The most series one chart can tell apart. */
    public static final int MOST = 14;

    private static final List<Color> COLOURS = List.of(
            new Color(0x0072B2),
            new Color(0xD55E00),
            new Color(0x009E73),
            new Color(0xCC79A7),
            new Color(0x000000),
            new Color(0xE69F00),
            new Color(0x56B4E9));
    private static final float[][] DASHES = {{}, {8, 4}, {2, 3}, {10, 3, 2, 3}, {16, 4}};

    private Palette() {}

    /** The colour of series {@code index}, counted from 0; the seven colours repeat. */
    public static Color colour(int index) {
        return COLOURS.get(index % COLOURS.size());
    }

    /** The line style of series {@code index}: solid, dashed, dotted, dash-dot or long dashes. */
    public static BasicStroke stroke(int index) {
        float[] dash = DASHES[index % DASHES.length];
        return dash.length == 0
                ? new BasicStroke(2.2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND)
                : new BasicStroke(2.2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, dash, 0);
    }

    /**
     * The marker of series {@code index} around a point: circle, square, triangles, diamond; the sixth and seventh
     * series have a hollow circle and square. From the eighth on the markers are moved on by one, so that no two series
     * share both colour and marker.
     */
    static Shape marker(int index, double x, double y, double size) {
        double r = size / 2;
        int kind = kind(index);
        if (kind == 0 || kind == 5) {
            return new Ellipse2D.Double(x - r, y - r, size, size);
        }
        if (kind == 1 || kind == 6) {
            return new Rectangle2D.Double(x - 0.9 * r, y - 0.9 * r, 1.8 * r, 1.8 * r);
        }
        double[][] corners = {
            {0, -1.2, 1.15, 0.85, -1.15, 0.85},
            {0, -1.35, 1.35, 0, 0, 1.35, -1.35, 0},
            {0, 1.2, 1.15, -0.85, -1.15, -0.85}
        };
        double[] points = corners[kind - 2];
        Path2D path = new Path2D.Double();
        path.moveTo(x + r * points[0], y + r * points[1]);
        for (int i = 2; i < points.length; i += 2) {
            path.lineTo(x + r * points[i], y + r * points[i + 1]);
        }
        path.closePath();
        return path;
    }

    private static int kind(int index) {
        return (index + index / COLOURS.size()) % COLOURS.size();
    }

    /** Draws the marker of series {@code index} with a white rim, so that it stands out from its line. */
    static void mark(Graphics2D g, int index, double x, double y) {
        boolean hollow = kind(index) >= 5;
        g.setColor(Color.WHITE);
        g.fill(marker(index, x, y, 12));
        g.setColor(colour(index));
        if (hollow) {
            g.setStroke(new BasicStroke(2));
            g.draw(marker(index, x, y, 8));
        } else {
            g.fill(marker(index, x, y, 9));
        }
    }

    /** Fills a shape with the colour of series {@code index} and, from the second series on, its hatch. */
    static void fill(Graphics2D g, int index, Shape shape) {
        g.setColor(colour(index));
        g.fill(shape);
        Shape clip = g.getClip();
        g.clip(shape);
        g.setColor(new Color(255, 255, 255, 200));
        g.setStroke(new BasicStroke(1.6f));
        Rectangle2D box = shape.getBounds2D();
        int hatch = index % COLOURS.size();
        if (hatch == 1 || hatch == 3) {
            hatch(g, box, 7, 1);
        }
        if (hatch == 2 || hatch == 3) {
            hatch(g, box, 7, -1);
        }
        if (hatch == 4 || hatch == 6) {
            hatch(g, box, 6, 0);
        }
        if (hatch == 5 || hatch == 6) {
            upright(g, box, 6);
        }
        g.setClip(clip);
    }

    /** Parallel lines {@code gap} apart: rising for slope 1, falling for -1, level for 0. */
    private static void hatch(Graphics2D g, Rectangle2D box, double gap, int slope) {
        double reach = Math.abs(slope) * box.getWidth();
        for (double y = box.getMinY() - reach + gap / 2; y < box.getMaxY() + reach; y += slope == 0 ? gap : gap * 1.4) {
            g.draw(new Line2D.Double(box.getMinX(), y, box.getMaxX(), y - slope * box.getWidth()));
        }
    }

    private static void upright(Graphics2D g, Rectangle2D box, double gap) {
        for (double x = box.getMinX() + gap / 2; x < box.getMaxX(); x += gap) {
            g.draw(new Line2D.Double(x, box.getMinY(), x, box.getMaxY()));
        }
    }
}
