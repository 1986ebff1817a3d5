package marl.view;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Drawing at twice the shown size, and text that is centred, shortened or wrapped to fit. Lengths are CSS pixels. */
final class Canvas {
    static final int SCALE = 2;
    static final Color INK = new Color(0x222222);
    static final Color FAINT = new Color(0xDDDDDD);
    static final Font TITLE = font(Font.BOLD, 17);
    static final Font LABEL = font(Font.PLAIN, 15);
    static final Font TICK = font(Font.PLAIN, 13);

    private Canvas() {}

    static Font font(int style, int size) {
        return new Font(Font.SANS_SERIF, style, size);
    }

    /** A white image of {@code SCALE} times the given size, painted in CSS pixels. */
    static BufferedImage paint(int width, int height, Consumer<Graphics2D> painter) {
        BufferedImage image = new BufferedImage(width * SCALE, height * SCALE, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, image.getWidth(), image.getHeight());
        g.scale(SCALE, SCALE);
        painter.accept(g);
        g.dispose();
        return image;
    }

    static double width(Graphics2D g, String text, Font font) {
        return font.getStringBounds(text, g.getFontRenderContext()).getWidth();
    }

    /**
     * Draws one line; {@code anchor} 0 puts its left end at x, 0.5 its middle, 1 its right end; y is the middle of its
     * height.
     */
    static void text(Graphics2D g, String text, Font font, double x, double y, double anchor) {
        g.setFont(font);
        double left = x - anchor * width(g, text, font);
        // Capital letters and digits are about 0.72 of the font size high.
        g.drawString(text, (float) left, (float) (y + 0.36 * font.getSize2D()));
    }

    /** Like {@link #text}, on a white ground that hides grid lines behind it. */
    static void haloed(Graphics2D g, String text, Font font, double x, double y, double anchor) {
        Color ink = g.getColor();
        double width = width(g, text, font);
        g.setColor(new Color(255, 255, 255, 215));
        g.fill(new Rectangle2D.Double(x - anchor * width - 1, y - 7, width + 2, 14));
        g.setColor(ink);
        text(g, text, font, x, y, anchor);
    }

    /** Like {@link #text}, turned to read upwards around (x, y). */
    static void upwards(Graphics2D g, String text, Font font, double x, double y) {
        AffineTransform before = g.getTransform();
        g.rotate(-Math.PI / 2, x, y);
        text(g, text, font, x, y, 0.5);
        g.setTransform(before);
    }

    /** The font made smaller, down to 10 points, until the text is at most {@code room} wide. */
    static Font shrink(Graphics2D g, String text, Font font, double room) {
        Font smaller = font;
        while (smaller.getSize() > 10 && width(g, text, smaller) > room) {
            smaller = font(smaller.getStyle(), smaller.getSize() - 1);
        }
        return smaller;
    }

    /** The text, or its start and an ellipsis, so that it is at most {@code room} wide. */
    static String shorten(Graphics2D g, String text, Font font, double room) {
        if (width(g, text, font) <= room) {
            return text;
        }
        int end = text.length() - 1;
        while (end > 0 && width(g, text.substring(0, end) + "…", font) > room) {
            end--;
        }
        return text.substring(0, end) + "…";
    }

    /** The text broken at spaces into lines of at most {@code room}; a longer single word stays whole. */
    static List<String> wrap(Graphics2D g, String text, Font font, double room) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : text.strip().split("\\s+")) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && width(g, longer, font) > room) {
                lines.add(line);
                line = word;
            } else {
                line = longer;
            }
        }
        lines.add(line);
        return lines;
    }
}
