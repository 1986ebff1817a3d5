package marl.view;

import java.util.ArrayList;
import java.util.List;
import marl.experiment.Interval;

/**
 * Builds a bar chart: one bar per category, or one per group in every category, with optional intervals as error bars.
 * Made by {@link Charts#bars}; ends with {@link #alt}. Bars start at 0.
 */
public final class BarChart {
    private final Labels labels = new Labels(720, 420);
    private final List<BarGroup> groups = new ArrayList<>();
    private List<String> categories = List.of();

    BarChart() {}

    /** The title, needed. */
    public BarChart title(String text) {
        labels.title(text);
        return this;
    }

    /** What the categories are; needed. */
    public BarChart xLabel(String text) {
        labels.xLabel(text);
        return this;
    }

    /** What the heights of the bars are, with the unit; needed. */
    public BarChart yLabel(String text) {
        labels.yLabel(text);
        return this;
    }

    /** Width and height in CSS pixels; 720 x 420 unless told. */
    public BarChart size(int width, int height) {
        labels.size(width, height);
        return this;
    }

    /** The names below the bars, from left to right; needed before the values. */
    public BarChart categories(String... names) {
        categories = List.of(names);
        for (String name : names) {
            ChartData.words(name, "name of a category");
        }
        if (categories.stream().distinct().count() < names.length) {
            throw new IllegalArgumentException("The categories " + categories + " must have different names.");
        }
        return this;
    }

    /** The categories of a chart over a whole list of names. */
    public BarChart categories(List<String> names) {
        return categories(names.toArray(String[]::new));
    }

    /** One bar per category, without a legend. */
    public BarChart values(double... heights) {
        return add("", heights, new double[0], new double[0]);
    }

    /** One bar per category, each with an interval drawn as an error bar; without a legend. */
    public BarChart values(double[] heights, double[] low, double[] high) {
        return addWithInterval("", heights, low, high);
    }

    /** One bar per category at each interval's mean, with the interval drawn as an error bar; without a legend. */
    public BarChart values(List<Interval> intervals) {
        return addIntervals("", intervals);
    }

    /** A named group: one bar per category, beside those of the other groups. */
    public BarChart group(String name, double... heights) {
        return add(ChartData.words(name, "name of a group"), heights, new double[0], new double[0]);
    }

    /** A named group: one bar per category at each interval's mean, with the interval drawn as an error bar. */
    public BarChart group(String name, List<Interval> intervals) {
        return addIntervals(ChartData.words(name, "name of a group"), intervals);
    }

    /**
     * A named group whose bars carry intervals, drawn as error bars.
     *
     * @throws IllegalArgumentException unless {@code low[i] <= heights[i] <= high[i]} everywhere
     */
    public BarChart group(String name, double[] heights, double[] low, double[] high) {
        return addWithInterval(ChartData.words(name, "name of a group"), heights, low, high);
    }

    /**
     * Draws the chart.
     *
     * @param text one or two sentences that say what there is to see, for readers who cannot see it
     * @throws IllegalStateException if the title, an axis label or the values are missing
     * @throws IllegalArgumentException if the text is blank
     */
    public Figure alt(String text) {
        labels.complete();
        if (groups.isEmpty()) {
            throw new IllegalStateException("There is nothing to draw: add .values(...) or .group(...)");
        }
        BarPainter painter = new BarPainter(labels, categories, List.copyOf(groups));
        return Sheet.draw(labels, painter.legend(), text, BarText.of(labels, categories, groups), painter);
    }

    private BarChart addIntervals(String name, List<Interval> intervals) {
        return addWithInterval(
                name,
                Intervals.part(intervals, Interval::mean),
                Intervals.part(intervals, Interval::low),
                Intervals.part(intervals, Interval::high));
    }

    private BarChart addWithInterval(String name, double[] heights, double[] low, double[] high) {
        ChartData.finite(low, "the lower end of '" + name + "'");
        ChartData.finite(high, "the upper end of '" + name + "'");
        ChartData.sameLength(low, heights.length, "the lower end of '" + name + "'", "its values");
        ChartData.sameLength(high, heights.length, "the upper end of '" + name + "'", "its values");
        ChartData.ordered(low, heights, high, "'" + name + "'");
        return add(name, heights, low.clone(), high.clone());
    }

    private BarChart add(String name, double[] heights, double[] low, double[] high) {
        if (categories.isEmpty()) {
            throw new IllegalStateException(
                    "Name the bars first: add .categories(\"...\", \"...\") before the values.");
        }
        String what = name.isEmpty() ? "the values" : "group '" + name + "'";
        double[] copy = ChartData.finite(heights, what);
        ChartData.sameLength(copy, categories.size(), what, "the list of categories");
        if (groups.stream()
                .anyMatch(group -> group.name().equals(name) || group.name().isEmpty() || name.isEmpty())) {
            throw new IllegalArgumentException(
                    "Several groups need a name each: use .group(\"...\", values) with different names.");
        }
        if (groups.size() == 7) {
            throw new IllegalArgumentException("More than 7 groups cannot be told apart; draw two charts.");
        }
        groups.add(new BarGroup(name, copy, low, high));
        return this;
    }
}
