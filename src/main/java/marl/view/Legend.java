package marl.view;

import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;

/** The names of the series below a chart, where they can hide nothing, in as many rows as they need. */
final class Legend {
    static final double SAMPLE = 34;
    private static final double GAP = 22;
    private static final double ROW = 24;

    private final List<Entry> entries = new ArrayList<>();

    /** Draws an example of a series into a box of {@code SAMPLE} width around the height {@code y}. */
    interface Sample {
        void paint(Graphics2D g, double x, double y);
    }

    private record Entry(String name, Sample sample) {}

    void add(String name, Sample sample) {
        entries.add(new Entry(name, sample));
    }

    double height(Graphics2D g, double width) {
        return entries.isEmpty() ? 0 : rows(g, width).size() * ROW + 8;
    }

    void paint(Graphics2D g, double top, double width) {
        double y = top + ROW / 2;
        for (List<Entry> row : rows(g, width)) {
            double used =
                    row.stream().mapToDouble(entry -> width(g, entry, width)).sum() - GAP;
            double x = (width - used) / 2;
            for (Entry entry : row) {
                entry.sample.paint(g, x, y);
                g.setColor(Canvas.INK);
                Canvas.text(g, name(g, entry, width), Canvas.TICK, x + SAMPLE + 7, y, 0);
                x += width(g, entry, width);
            }
            y += ROW;
        }
    }

    private List<List<Entry>> rows(Graphics2D g, double width) {
        List<List<Entry>> rows = new ArrayList<>();
        double left = 0;
        for (Entry entry : entries) {
            double needed = width(g, entry, width);
            if (rows.isEmpty() || needed - GAP > left) {
                rows.add(new ArrayList<>());
                left = width - 24;
            }
            rows.get(rows.size() - 1).add(entry);
            left -= needed;
        }
        return rows;
    }

    private static double width(Graphics2D g, Entry entry, double width) {
        return SAMPLE + 7 + Canvas.width(g, name(g, entry, width), Canvas.TICK) + GAP;
    }

    private static String name(Graphics2D g, Entry entry, double width) {
        return Canvas.shorten(g, entry.name, Canvas.TICK, width - SAMPLE - 60);
    }
}
