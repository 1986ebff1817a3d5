package marl.view;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.style.CategoryStyler;

/**
 * Draws a bar chart: XChart the axes; the bars over them, because XChart knows neither hatches nor uneven intervals.
 */
final class BarPainter implements Sheet.Body {
    private static final double FILLED = 0.78;
    private static final double ABOVE = 22;

    private final Labels labels;
    private final List<String> categories;
    private final List<BarGroup> groups;

    BarPainter(Labels labels, List<String> categories, List<BarGroup> groups) {
        this.labels = labels;
        this.categories = categories;
        this.groups = groups;
    }

    Legend legend() {
        Legend legend = new Legend();
        for (int i = 0; i < groups.size(); i++) {
            int index = i;
            if (groups.get(i).name().isEmpty()) {
                continue;
            }
            legend.add(
                    groups.get(i).name(),
                    (g, x, y) -> Palette.fill(g, index, new Rectangle2D.Double(x, y - 8, Legend.SAMPLE, 16)));
        }
        return legend;
    }

    @Override
    public void paint(Graphics2D g, int width, int height) {
        ColumnNames names = new ColumnNames(g, categories, (width - 90.0) / categories.size());
        int below = (int) Math.ceil(names.height()) + 26;
        CategoryChart chart = axes(width, height - below);
        Axes.keepingClip(g, () -> chart.paint(g, width, height - below));
        double step = chart.getScreenXFromChart(1) - chart.getScreenXFromChart(0);
        double bar = step * FILLED / groups.size();
        boolean numbered = groups.stream()
                .flatMapToDouble(group -> Arrays.stream(group.heights()))
                .allMatch(value -> Canvas.width(g, Numbers.text(value), Canvas.TICK) <= bar + 2);
        for (int c = 0; c < categories.size(); c++) {
            double start = chart.getScreenXFromChart(c) + step * (1 - FILLED) / 2;
            for (int i = 0; i < groups.size(); i++) {
                double inset = groups.size() > 1 ? bar * 0.04 : 0;
                bar(g, chart, i, c, start + i * bar + inset, bar - 2 * inset, numbered);
            }
        }
        g.setColor(Canvas.INK);
        g.setStroke(new BasicStroke(1.2f));
        double zero = chart.getScreenYFromChart(0);
        double left = chart.getScreenXFromChart(0);
        double right = chart.getScreenXFromChart(categories.size());
        g.draw(new Line2D.Double(left, zero, right, zero));
        names.paint(g, left + step / 2, step, height - below - 10.0, false);
        Canvas.text(g, labels.xLabel(), Canvas.LABEL, (left + right) / 2, height - 20.0, 0.5);
    }

    private CategoryChart axes(int width, int height) {
        CategoryChart chart = new CategoryChartBuilder()
                .width(width)
                .height(height)
                .yAxisTitle(labels.yLabel())
                .build();
        CategoryStyler styler = chart.getStyler();
        Axes.style(styler);
        double low = 0;
        double high = 0;
        for (BarGroup group : groups) {
            for (int c = 0; c < categories.size(); c++) {
                low = Math.min(low, group.bottom(c));
                high = Math.max(high, group.top(c));
            }
        }
        if (high == low) {
            high = 1;
        }
        // Room for the numbers beyond the ends of the bars.
        double room = (high - low) * ABOVE / Math.max(100, height - 20);
        styler.setYAxisMin(low < 0 ? low - room : 0).setYAxisMax(high > 0 ? high + room : 0);
        Axes.plainNumbers(low, high, false, styler::setYAxisDecimalPattern);
        styler.setPlotContentSize(0.97);
        styler.setPlotGridVerticalLinesVisible(false);
        styler.setXAxisTicksVisible(false).setXAxisTitleVisible(false);
        double guide = Axes.outOfStep(styler.getYAxisMin(), styler.getYAxisMax());
        chart.addSeries("axes", categories, Collections.nCopies(categories.size(), guide))
                .setFillColor(new Color(0, true));
        return chart;
    }

    private void bar(
            Graphics2D g, CategoryChart chart, int index, int category, double x, double width, boolean numbered) {
        BarGroup group = groups.get(index);
        double value = group.heights()[category];
        double zero = chart.getScreenYFromChart(0);
        double end = chart.getScreenYFromChart(value);
        Rectangle2D box = new Rectangle2D.Double(x, Math.min(zero, end), width, Math.abs(zero - end));
        Palette.fill(g, index, box);
        g.setColor(Canvas.INK);
        double tip = end;
        if (group.interval()) {
            double top = chart.getScreenYFromChart(group.high()[category]);
            double bottom = chart.getScreenYFromChart(group.low()[category]);
            whisker(g, x + width / 2, top, bottom, Math.min(7, width / 4));
            tip = value < 0 ? bottom : top;
        }
        if (!numbered) {
            return;
        }
        double y = value < 0 ? tip + 11 : tip - 11;
        Canvas.haloed(g, Numbers.text(value), Canvas.TICK, x + width / 2, y, 0.5);
    }

    /** An error bar, dark with a white rim, so that it shows on every fill. */
    private static void whisker(Graphics2D g, double x, double top, double bottom, double cap) {
        for (boolean rim : new boolean[] {true, false}) {
            g.setColor(rim ? Color.WHITE : Canvas.INK);
            g.setStroke(new BasicStroke(rim ? 4f : 1.6f));
            g.draw(new Line2D.Double(x, top, x, bottom));
            g.draw(new Line2D.Double(x - cap, top, x + cap, top));
            g.draw(new Line2D.Double(x - cap, bottom, x + cap, bottom));
        }
    }
}
