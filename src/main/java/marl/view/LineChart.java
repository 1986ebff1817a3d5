package marl.view;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import marl.experiment.Curves;
import marl.experiment.Interval;

/**
 * Builds a line chart: series over a common x axis, with optional shaded intervals and level lines. Made by
 * {@link Charts#lines}; ends with {@link #alt}.
 *
 * <p>Markers are drawn on every point of short series and on a few points of long ones, so that they stay apart.
 */
public final class LineChart {
    private final Labels labels = new Labels(720, 440);
    private final List<Line> lines = new ArrayList<>();
    private LinePainter.Scale scale = new LinePainter.Scale(false, false, false, 0, 0);

    LineChart() {}

    /** The title, needed. */
    public LineChart title(String text) {
        labels.title(text);
        return this;
    }

    /** What the x axis shows, with its unit; needed. */
    public LineChart xLabel(String text) {
        labels.xLabel(text);
        return this;
    }

    /** What the y axis shows, with its unit; needed. */
    public LineChart yLabel(String text) {
        labels.yLabel(text);
        return this;
    }

    /** Width and height in CSS pixels; 720 x 440 unless told. */
    public LineChart size(int width, int height) {
        labels.size(width, height);
        return this;
    }

    /** A series through the points (x[i], y[i]) in the order given; x need not rise, so paths can be drawn too. */
    public LineChart series(String name, double[] x, double[] y) {
        return add(name, x, y, new double[0], new double[0]);
    }

    /** A series over the indices 0, 1, 2, and so on. */
    public LineChart series(String name, double[] y) {
        double[] x = new double[y.length];
        Arrays.setAll(x, i -> i);
        return series(name, x, y);
    }

    /** The mean of curves with its 95 % t interval over runs, shaded; x is where the curves' points lie. */
    public LineChart band(String name, Curves curves) {
        return band(name, curves.x(), curves.mean(), curves.low(), curves.high());
    }

    /** Intervals one after the other, over 1, 2, 3 and so on, as a line with a shaded band. */
    public LineChart band(String name, List<Interval> intervals) {
        double[] x = new double[intervals.size()];
        Arrays.setAll(x, i -> i + 1);
        return band(name, x, intervals);
    }

    /** Intervals at these places, as a line with a shaded band. */
    public LineChart band(String name, double[] x, List<Interval> intervals) {
        return band(
                name,
                x,
                Intervals.part(intervals, Interval::mean),
                Intervals.part(intervals, Interval::low),
                Intervals.part(intervals, Interval::high));
    }

    /**
     * A series with a shaded interval, for example a mean over seeds with its 95 % confidence interval.
     *
     * @throws IllegalArgumentException unless {@code low[i] <= mean[i] <= high[i]} everywhere
     */
    public LineChart band(String name, double[] x, double[] mean, double[] low, double[] high) {
        ChartData.finite(low, "the lower end of '" + name + "'");
        ChartData.finite(high, "the upper end of '" + name + "'");
        ChartData.sameLength(low, mean.length, "the lower end of '" + name + "'", "its mean");
        ChartData.sameLength(high, mean.length, "the upper end of '" + name + "'", "its mean");
        ChartData.ordered(low, mean, high, "'" + name + "'");
        return add(name, x, mean, low.clone(), high.clone());
    }

    /** A grey level line across the chart, for example an exact value to compare with. */
    public LineChart hline(String name, double y) {
        double[] level = ChartData.finite(new double[] {y}, "the level of '" + name + "'");
        lines.add(new Line(unused(name), new double[0], level, new double[0], new double[0]));
        return this;
    }

    /** Puts x on a logarithmic axis; all x must be positive. */
    public LineChart logX() {
        scale = new LinePainter.Scale(true, scale.logY(), scale.fixed(), scale.low(), scale.high());
        return this;
    }

    /**
     * Puts y on a logarithmic axis; all y must be positive, and the lower ends of intervals too unless {@link #yRange}
     * says where the axis ends.
     */
    public LineChart logY() {
        scale = new LinePainter.Scale(scale.logX(), true, scale.fixed(), scale.low(), scale.high());
        return this;
    }

    /** Fixes the range of the y axis, for example 0 to 1 for shares; what lies outside is cut off. */
    public LineChart yRange(double low, double high) {
        ChartData.finite(new double[] {low, high}, "the y range");
        if (low >= high) {
            throw new IllegalArgumentException("The y range must have low < high, not " + low + ", " + high + ".");
        }
        scale = new LinePainter.Scale(scale.logX(), scale.logY(), true, low, high);
        return this;
    }

    /**
     * Draws the chart.
     *
     * @param text one or two sentences that say what there is to see, for readers who cannot see it
     * @throws IllegalStateException if the title, an axis label or all series are missing
     * @throws IllegalArgumentException if the text is blank, or a logarithmic axis gets a number that is not positive
     */
    public Figure alt(String text) {
        labels.complete();
        if (lines.stream().allMatch(Line::level)) {
            throw new IllegalStateException("There is nothing to draw: add a .series(...)");
        }
        scale.check(lines);
        LinePainter painter = new LinePainter(labels, List.copyOf(lines), scale);
        return Sheet.draw(labels, painter.legend(), text, LineText.of(labels, lines, scale.logY()), painter);
    }

    private LineChart add(String name, double[] x, double[] y, double[] low, double[] high) {
        unused(name);
        if (lines.stream().filter(line -> !line.level()).count() == Palette.MOST) {
            throw new IllegalArgumentException(
                    "More than " + Palette.MOST + " series cannot be told apart; draw two charts.");
        }
        ChartData.sameLength(x, y.length, "x of '" + name + "'", "y");
        double[] xCopy = ChartData.finite(x, "x of '" + name + "'");
        lines.add(new Line(name, xCopy, ChartData.finite(y, "y of '" + name + "'"), low, high));
        return this;
    }

    private String unused(String name) {
        ChartData.words(name, "name of a series");
        if (lines.stream().anyMatch(line -> line.name().equals(name))) {
            throw new IllegalArgumentException(
                    "There are two series called '" + name + "'; give each a name of its own.");
        }
        return name;
    }
}
