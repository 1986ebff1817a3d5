package marl.view;

import java.awt.Graphics2D;
import java.util.List;

/** The page a chart is drawn on: the title on top, the legend at the bottom, the chart between them. */
final class Sheet {
    private static final double LINE = 22;

    private Sheet() {}

    /** Draws the chart itself with its corner at (0, 0) into the room that is left. */
    interface Body {
        void paint(Graphics2D g, int width, int height);
    }

    static Figure draw(Labels labels, Legend legend, String alt, String textTwin, Body body) {
        labels.complete();
        ChartData.words(alt, "alt text");
        return Figure.of(labels.title(), alt, textTwin, Canvas.paint(labels.width(), labels.height(), g -> {
            List<String> title = Canvas.wrap(g, labels.title(), Canvas.TITLE, labels.width() - 24.0);
            int top = (int) (title.size() * LINE + 10);
            int bottom = (int) Math.ceil(legend.height(g, labels.width()));
            int room = labels.height() - top - bottom;
            if (room < 80) {
                throw new IllegalStateException("The title and the legend leave no room for the chart; "
                        + "enlarge it with .size(width, height) or shorten the names.");
            }
            g.setColor(Canvas.INK);
            for (int i = 0; i < title.size(); i++) {
                Canvas.text(g, title.get(i), Canvas.TITLE, labels.width() / 2.0, 8 + LINE * (i + 0.5), 0.5);
            }
            legend.paint(g, (double) top + room, labels.width());
            Graphics2D inner = (Graphics2D) g.create(0, top, labels.width(), room);
            body.paint(inner, labels.width(), room);
            inner.dispose();
        }));
    }
}
