package marl.view;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.util.List;

/**
 * Names beside equally wide columns: in up to three lines each, slanted where a word is too long for its column, and
 * only some of them where columns are narrow.
 */
final class ColumnNames {
    private static final double LINE = 16;
    private static final double SLANT = Math.toRadians(35);
    private static final double LONGEST = 150;

    private final List<String> names;
    private final int every;
    private final double room;
    private final Font font;
    private final boolean slanted;
    private final double height;

    /** Prepares names for columns {@code step} wide. */
    ColumnNames(Graphics2D g, List<String> names, double step) {
        this.names = names;
        every = Math.max(1, (int) Math.ceil(18 / step));
        room = step * every - 5;
        Font smaller = Canvas.TICK;
        for (String name : names) {
            for (String word : name.strip().split("\\s+")) {
                smaller = Canvas.shrink(g, word, smaller, room);
            }
        }
        font = smaller;
        int most = 1;
        boolean fits = true;
        for (String name : names) {
            List<String> lines = Canvas.wrap(g, name, font, room);
            most = Math.max(most, lines.size());
            fits &= lines.stream().allMatch(line -> Canvas.width(g, line, font) <= room);
        }
        slanted = !fits || most > 3;
        double widest = names.stream()
                .mapToDouble(name -> Canvas.width(g, name, Canvas.TICK))
                .max()
                .orElse(0);
        height = slanted ? Math.min(LONGEST, widest) * Math.sin(SLANT) + 14 : most * LINE + 6;
    }

    double height() {
        return height;
    }

    /** Draws the names with the middle of column i at {@code first + i * step}, below {@code edge} or above it. */
    void paint(Graphics2D g, double first, double step, double edge, boolean above) {
        for (int i = 0; i < names.size(); i += every) {
            double x = first + i * step;
            if (slanted) {
                slant(g, names.get(i), x, edge, above);
            } else {
                stack(g, Canvas.wrap(g, names.get(i), font, room), x, edge, above);
            }
        }
    }

    private void stack(Graphics2D g, List<String> lines, double x, double edge, boolean above) {
        double y = above ? edge - 3 - LINE * (lines.size() - 0.5) : edge + 3 + LINE / 2;
        for (String line : lines) {
            Canvas.text(g, line, font, x, y, 0.5);
            y += LINE;
        }
    }

    /** Rising to the right: the end of the name under its column, or the start of the name above it. */
    private static void slant(Graphics2D g, String name, double x, double edge, boolean above) {
        AffineTransform before = g.getTransform();
        double room = above ? LONGEST : Math.min(LONGEST, (x - 4) / Math.cos(SLANT));
        double y = above ? edge - 8 : edge + 8;
        g.rotate(-SLANT, x, y);
        Canvas.text(g, Canvas.shorten(g, name, Canvas.TICK, room), Canvas.TICK, x, y, above ? 0 : 1);
        g.setTransform(before);
    }
}
