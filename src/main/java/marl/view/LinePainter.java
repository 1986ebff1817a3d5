package marl.view;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Draws a line chart: XChart the axes, bands and lines, and then the markers over them at XChart's own coordinates. */
final class LinePainter implements Sheet.Body {
    private static final int ALL_MARKED = 12;
    private static final int FEW_MARKED = 8;
    private static final Color LEVEL = new Color(0x555555);

    private final Labels labels;
    private final List<Line> lines;
    private final Scale scale;

    /** How the axes run; {@code low} and {@code high} count only when {@code fixed}. */
    record Scale(boolean logX, boolean logY, boolean fixed, double low, double high) {
        void check(List<Line> lines) {
            for (Line line : lines) {
                if (logX) {
                    positive(line.x(), "x of '" + line.name() + "'");
                }
                if (logY) {
                    positive(line.y(), "y of '" + line.name() + "'");
                }
                if (logY && !fixed) {
                    positive(line.low(), "the lower end of '" + line.name() + "'");
                }
            }
            if (logY && fixed) {
                positive(new double[] {low}, "the y range");
            }
        }

        private static void positive(double[] values, String what) {
            for (double value : values) {
                if (value <= 0) {
                    throw new IllegalArgumentException(what + " holds " + Numbers.text(value)
                            + ", but a logarithmic axis needs positive numbers.");
                }
            }
        }
    }

    LinePainter(Labels labels, List<Line> lines, Scale scale) {
        this.labels = labels;
        this.lines = lines;
        this.scale = scale;
    }

    Legend legend() {
        Legend legend = new Legend();
        int index = 0;
        int levels = 0;
        for (Line line : lines) {
            if (line.level()) {
                BasicStroke stroke = levelStroke(levels++);
                legend.add(line.name(), (g, x, y) -> sample(g, LEVEL, stroke, x, y));
                continue;
            }
            int own = index++;
            legend.add(line.name(), (g, x, y) -> {
                if (line.band()) {
                    g.setColor(shade(own));
                    g.fill(new Rectangle2D.Double(x, y - 8, Legend.SAMPLE, 16));
                }
                sample(g, Palette.colour(own), Palette.stroke(own), x, y);
                Palette.mark(g, own, x + Legend.SAMPLE / 2, y);
            });
        }
        return legend;
    }

    @Override
    public void paint(Graphics2D g, int width, int height) {
        XYChart chart = new XYChartBuilder()
                .width(width)
                .height(height)
                .xAxisTitle(labels.xLabel())
                .yAxisTitle(labels.yLabel())
                .build();
        Axes.style(chart.getStyler());
        chart.getStyler().setXAxisLogarithmic(scale.logX).setYAxisLogarithmic(scale.logY);
        Extent extent = Extent.of(lines);
        frame(chart, extent);
        addBands(chart);
        addLines(chart, extent.left(), extent.right());
        Axes.keepingClip(g, () -> chart.paint(g, width, height));
        int index = 0;
        for (Line line : lines) {
            if (!line.level()) {
                mark(g, chart, line, index++);
            }
        }
        for (Line line : lines) {
            if (line.turnsBack()) {
                endpoint(g, chart, line, true);
                endpoint(g, chart, line, false);
            }
        }
    }

    private void addBands(XYChart chart) {
        int index = 0;
        for (Line line : lines) {
            if (line.level()) {
                continue;
            }
            if (line.band()) {
                int n = line.x().length;
                double[] x = new double[2 * n];
                double[] y = new double[2 * n];
                for (int i = 0; i < n; i++) {
                    x[i] = x[2 * n - 1 - i] = line.x()[i];
                    y[i] = within(line.low()[i]);
                    y[2 * n - 1 - i] = within(line.high()[i]);
                }
                XYSeries band = chart.addSeries("band " + line.name(), x, y);
                band.setXYSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.PolygonArea);
                band.setFillColor(shade(index)).setShowInLegend(false);
                band.setLineColor(new Color(0, true));
                band.setMarker(SeriesMarkers.NONE);
            }
            index++;
        }
    }

    /** A band ends where a range that was asked for ends: an interval for a share may reach above 1. */
    private double within(double y) {
        return scale.fixed ? Math.max(scale.low, Math.min(scale.high, y)) : y;
    }

    /** Fixes what XChart would get wrong by itself: the range of flat data, and the steps of the ticks. */
    private void frame(XYChart chart, Extent extent) {
        XYStyler styler = chart.getStyler();
        if (extent.flatX()) {
            double[] ends = Extent.around(extent.left(), scale.logX);
            styler.setXAxisMin(ends[0]).setXAxisMax(ends[1]);
        }
        if (scale.fixed || extent.flatY()) {
            double[] ends =
                    scale.fixed ? new double[] {scale.low, scale.high} : Extent.around(extent.low(), scale.logY);
            styler.setYAxisMin(ends[0]).setYAxisMax(ends[1]);
        }
        Axes.plainNumbers(extent.left(), extent.right(), scale.logX, styler::setXAxisDecimalPattern);
        Axes.plainNumbers(extent.low(), extent.high(), scale.logY, styler::setYAxisDecimalPattern);
        double[] x = {Axes.outOfStep(extent.left(), extent.right())};
        double[] y = {Axes.outOfStep(extent.low(), extent.high())};
        XYSeries guide = chart.addSeries("ticks", x, y);
        guide.setMarker(SeriesMarkers.NONE);
        guide.setLineColor(new Color(0, true));
    }

    private void addLines(XYChart chart, double left, double right) {
        int index = 0;
        int levels = 0;
        for (Line line : lines) {
            double[] x = line.level() ? new double[] {left, right} : line.x();
            double[] y = line.level() ? new double[] {line.y()[0], line.y()[0]} : line.y();
            XYSeries drawn = chart.addSeries("line " + line.name(), x, y);
            drawn.setMarker(SeriesMarkers.NONE);
            drawn.setLineColor(line.level() ? LEVEL : Palette.colour(index));
            drawn.setLineStyle(line.level() ? levelStroke(levels++) : Palette.stroke(index++));
        }
    }

    private void mark(Graphics2D g, XYChart chart, Line line, int index) {
        int n = line.x().length;
        int marks = n <= ALL_MARKED ? n : FEW_MARKED;
        for (int k = 0; k < marks; k++) {
            // Series start at different places, so that markers of equal series do not hide each other.
            int i = n <= ALL_MARKED ? k : (int) ((k + (index % 5 + 0.5) / 5) * n / marks);
            if (scale.fixed && (line.y()[i] < scale.low || line.y()[i] > scale.high)) {
                continue;
            }
            Palette.mark(g, index, chart.getScreenXFromChart(line.x()[i]), chart.getScreenYFromChart(line.y()[i]));
        }
    }

    /** Says where a path begins and ends, because the axes do not; the word stands beyond the end of the line. */
    private static void endpoint(Graphics2D g, XYChart chart, Line line, boolean first) {
        int last = line.x().length - 1;
        int inner = Math.min(last, 3);
        double x = chart.getScreenXFromChart(line.x()[first ? 0 : last]);
        double y = chart.getScreenYFromChart(line.y()[first ? 0 : last]);
        double dx = x - chart.getScreenXFromChart(line.x()[first ? inner : last - inner]);
        double dy = y - chart.getScreenYFromChart(line.y()[first ? inner : last - inner]);
        double away = 1 / Math.max(1, Math.hypot(dx, dy));
        g.setColor(Canvas.INK);
        Canvas.haloed(g, first ? "start" : "end", Canvas.TICK, x + 24 * dx * away, y + 14 * dy * away, 0.5);
    }

    private static void sample(Graphics2D g, Color colour, BasicStroke stroke, double x, double y) {
        g.setColor(colour);
        g.setStroke(stroke);
        g.draw(new Line2D.Double(x, y, x + Legend.SAMPLE, y));
    }

    private static Color shade(int index) {
        Color colour = Palette.colour(index);
        return new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), 50);
    }

    private static BasicStroke levelStroke(int index) {
        float[] dash = {4 + 6f * (index % 4), 4};
        return new BasicStroke(1.4f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, dash, 0);
    }
}
