package marl.view;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Builds a picture of boxes and arrows on a grid, for who tells whom what. Made by {@link Charts#diagram}; ends with
 * {@link #alt}. Boxes of kind 0 are white; other kinds have the palette's colours as a tint and a border.
 */
public final class Diagram {
    private static final double HEAD = 34;

    private final Map<String, Box> boxes = new LinkedHashMap<>();
    private final List<Arrow> arrows = new ArrayList<>();
    private final List<Box> frames = new ArrayList<>();
    private String title = "";
    private int width = 820;
    private int height = 360;

    private record Box(String text, int kind, Rectangle2D place) {}

    private record Arrow(String from, String to, boolean dashed) {}

    Diagram() {}

    /** The title, needed. */
    public Diagram title(String text) {
        title = ChartData.words(text, "title");
        return this;
    }

    /** Width and height in CSS pixels; 820 x 360 unless told. */
    public Diagram size(int wide, int high) {
        width = wide;
        height = high;
        return this;
    }

    /**
     * A box with a text of its own. The place is given in shares of the picture, 0 to 1, from the left and from the top.
     *
     * @throws IllegalArgumentException if the text stands in a box already or the box leaves the picture
     */
    public Diagram box(String text, int kind, double x, double y, double wide, double high) {
        ChartData.words(text, "the text of a box");
        if (boxes.containsKey(text)) {
            throw new IllegalArgumentException("There is a box '" + text + "' already; give each its own text.");
        }
        boxes.put(text, new Box(text, kind, place(text, x, y, wide, high)));
        return this;
    }

    /** A frame with a heading around several boxes; the place as for a box. */
    public Diagram frame(String heading, double x, double y, double wide, double high) {
        frames.add(new Box(ChartData.words(heading, "the heading of a frame"), 0, place(heading, x, y, wide, high)));
        return this;
    }

    /**
     * An arrow between two boxes.
     *
     * @throws IllegalArgumentException if there is no such box
     */
    public Diagram arrow(String from, String to) {
        return arrow(from, to, false);
    }

    /**
     * A dashed arrow between two boxes.
     *
     * @throws IllegalArgumentException if there is no such box
     */
    public Diagram dashed(String from, String to) {
        return arrow(from, to, true);
    }

    private Diagram arrow(String from, String to, boolean dashed) {
        for (String name : List.of(from, to)) {
            if (!boxes.containsKey(name)) {
                throw new IllegalArgumentException("There is no box '" + name + "'; add it before its arrows.");
            }
        }
        arrows.add(new Arrow(from, to, dashed));
        return this;
    }

    private static Rectangle2D place(String text, double x, double y, double wide, double high) {
        if (!(x >= 0 && y >= 0 && wide > 0 && high > 0 && x + wide <= 1 && y + high <= 1)) {
            throw new IllegalArgumentException("The box '" + text + "' leaves the picture; give shares from 0 to 1.");
        }
        return new Rectangle2D.Double(x, y, wide, high);
    }

    /**
     * Draws the picture.
     *
     * @param text one or two sentences that say what there is to see, for readers who cannot see it
     * @throws IllegalStateException if the title or all boxes are missing
     * @throws IllegalArgumentException if the text is blank
     */
    public Figure alt(String text) {
        if (title.isEmpty()) {
            throw new IllegalStateException("This picture needs a .title(\"...\") before .alt(...)");
        }
        if (boxes.isEmpty()) {
            throw new IllegalStateException("There is nothing to draw: add .box(...)");
        }
        StringBuilder twin = new StringBuilder(title);
        for (Arrow arrow : arrows) {
            twin.append("\n").append(arrow.from).append(arrow.dashed ? " - -> " : " --> ");
            twin.append(arrow.to);
        }
        return Figure.of(title, ChartData.words(text, "alt text"), twin.toString(), Canvas.paint(width, height, g -> {
            g.setColor(Canvas.INK);
            Canvas.text(g, title, Canvas.TITLE, width / 2.0, HEAD / 2, 0.5);
            for (Box frame : frames) {
                paintFrame(g, frame);
            }
            for (Arrow arrow : arrows) {
                paintArrow(g, arrow);
            }
            for (Box box : boxes.values()) {
                paintBox(g, box);
            }
        }));
    }

    private Rectangle2D pixels(Rectangle2D share) {
        double high = height - HEAD;
        return new Rectangle2D.Double(
                share.getX() * width, HEAD + share.getY() * high, share.getWidth() * width, share.getHeight() * high);
    }

    private void paintFrame(Graphics2D g, Box frame) {
        Rectangle2D r = pixels(frame.place);
        g.setColor(new Color(0xF4F4F4));
        g.fill(new RoundRectangle2D.Double(r.getX(), r.getY(), r.getWidth(), r.getHeight(), 16, 16));
        g.setColor(Canvas.INK);
        Canvas.text(g, frame.text, Canvas.LABEL, r.getCenterX(), r.getY() + 16, 0.5);
    }

    private void paintBox(Graphics2D g, Box box) {
        Rectangle2D r = pixels(box.place);
        RoundRectangle2D shape = new RoundRectangle2D.Double(r.getX(), r.getY(), r.getWidth(), r.getHeight(), 10, 10);
        Color colour = box.kind == 0 ? Canvas.INK : Palette.colour(box.kind - 1);
        g.setColor(Color.WHITE);
        g.fill(shape);
        if (box.kind > 0) {
            g.setColor(new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), 45));
            g.fill(shape);
        }
        g.setColor(colour);
        g.setStroke(new BasicStroke(box.kind == 0 ? 1.2f : 2.2f));
        g.draw(shape);
        g.setColor(Canvas.INK);
        List<String> lines = Canvas.wrap(g, box.text, Canvas.TICK, r.getWidth() - 10);
        for (int i = 0; i < lines.size(); i++) {
            double y = r.getCenterY() + (i - (lines.size() - 1) / 2.0) * 17;
            Canvas.text(g, lines.get(i), Canvas.TICK, r.getCenterX(), y, 0.5);
        }
    }

    private void paintArrow(Graphics2D g, Arrow arrow) {
        Rectangle2D a = pixels(boxes.get(arrow.from).place);
        Rectangle2D b = pixels(boxes.get(arrow.to).place);
        double[] start = edge(a, b.getCenterX() - a.getCenterX(), b.getCenterY() - a.getCenterY());
        double[] end = edge(b, a.getCenterX() - b.getCenterX(), a.getCenterY() - b.getCenterY());
        double angle = Math.atan2(end[1] - start[1], end[0] - start[0]);
        float[] dash = {6, 5};
        g.setColor(Canvas.INK);
        g.setStroke(
                arrow.dashed
                        ? new BasicStroke(1.6f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, dash, 0)
                        : new BasicStroke(1.6f));
        g.draw(new Line2D.Double(start[0], start[1], end[0] - 6 * Math.cos(angle), end[1] - 6 * Math.sin(angle)));
        Path2D tip = new Path2D.Double();
        tip.moveTo(end[0], end[1]);
        tip.lineTo(end[0] - 11 * Math.cos(angle - 0.4), end[1] - 11 * Math.sin(angle - 0.4));
        tip.lineTo(end[0] - 11 * Math.cos(angle + 0.4), end[1] - 11 * Math.sin(angle + 0.4));
        tip.closePath();
        g.fill(tip);
    }

    /** Where a ray from the middle of a box in this direction leaves it. */
    private static double[] edge(Rectangle2D box, double dx, double dy) {
        double reach = Math.min(
                dx == 0 ? Double.POSITIVE_INFINITY : box.getWidth() / 2 / Math.abs(dx),
                dy == 0 ? Double.POSITIVE_INFINITY : box.getHeight() / 2 / Math.abs(dy));
        double t = Double.isInfinite(reach) ? 0 : reach;
        return new double[] {box.getCenterX() + t * dx, box.getCenterY() + t * dy};
    }
}
