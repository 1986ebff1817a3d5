package marl.view;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.knowm.xchart.internal.chartpart.Chart;
import org.knowm.xchart.style.AxesChartStyler;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.theme.Theme;
import org.knowm.xchart.style.theme.XChartTheme;

/** A chart that was made with XChart itself, as a picture of this course: sharp, in its look, with words beside it. */
public final class OwnChart {
    private static final Theme PLAIN = new XChartTheme();
    private static final Theme HOUSE = new HouseTheme();

    private final Chart<?, ?> chart;

    OwnChart(Chart<?, ?> chart) {
        this.chart = Objects.requireNonNull(chart, "chart");
    }

    /**
     * Draws the chart.
     *
     * @param alt one or two sentences that say what the chart shows
     * @return the figure
     * @throws IllegalArgumentException if the text is blank
     */
    public Figure alt(String alt) {
        ChartData.words(alt, "alt text");
        dress(chart.getStyler());
        BufferedImage image = Canvas.paint(
                chart.getWidth(),
                chart.getHeight(),
                g -> Axes.keepingClip(g, () -> chart.paint(g, chart.getWidth(), chart.getHeight())));
        String title = chart.getTitle() == null || chart.getTitle().isBlank() ? "Chart" : chart.getTitle();
        return Figure.of(title, alt, words(), image);
    }

    /** Draws the chart with its title and its series for words. */
    public Figure figure() {
        return alt(words() + ".");
    }

    private String words() {
        String kind = chart.getClass().getSimpleName();
        String series =
                chart.getSeriesCollection().stream().map(one -> one.getName()).collect(Collectors.joining(", "));
        return kind + (series.isEmpty() ? "" : " of " + series);
    }

    /** Gives the house's look to what is still as XChart makes it, and leaves alone what the author has chosen. */
    private static void dress(Styler styler) {
        change(styler.getBaseFont(), PLAIN.getBaseFont(), HOUSE.getBaseFont(), styler::setBaseFont);
        change(
                styler.getChartBackgroundColor(),
                PLAIN.getChartBackgroundColor(),
                HOUSE.getChartBackgroundColor(),
                styler::setChartBackgroundColor);
        change(
                styler.getChartFontColor(),
                PLAIN.getChartFontColor(),
                HOUSE.getChartFontColor(),
                styler::setChartFontColor);
        change(styler.getSeriesColors(), PLAIN.getSeriesColors(), HOUSE.getSeriesColors(), styler::setSeriesColors);
        change(styler.getSeriesLines(), PLAIN.getSeriesLines(), HOUSE.getSeriesLines(), styler::setSeriesLines);
        change(
                styler.getChartTitleFont(),
                PLAIN.getChartTitleFont(),
                HOUSE.getChartTitleFont(),
                styler::setChartTitleFont);
        change(styler.getLegendFont(), PLAIN.getLegendFont(), HOUSE.getLegendFont(), styler::setLegendFont);
        change(
                styler.getLegendBorderColor(),
                PLAIN.getLegendBorderColor(),
                HOUSE.getLegendBorderColor(),
                styler::setLegendBorderColor);
        change(
                styler.getLegendPosition(),
                PLAIN.getLegendPosition(),
                HOUSE.getLegendPosition(),
                styler::setLegendPosition);
        change(
                styler.getPlotBorderColor(),
                PLAIN.getPlotBorderColor(),
                HOUSE.getPlotBorderColor(),
                styler::setPlotBorderColor);
        if (styler instanceof AxesChartStyler axes) {
            dressAxes(axes);
        }
    }

    private static void dressAxes(AxesChartStyler axes) {
        change(axes.getAxisTitleFont(), PLAIN.getAxisTitleFont(), HOUSE.getAxisTitleFont(), axes::setAxisTitleFont);
        change(
                axes.getAxisTickLabelsFont(),
                PLAIN.getAxisTickLabelsFont(),
                HOUSE.getAxisTickLabelsFont(),
                axes::setAxisTickLabelsFont);
        change(
                axes.getPlotGridLinesColor(),
                PLAIN.getPlotGridLinesColor(),
                HOUSE.getPlotGridLinesColor(),
                axes::setPlotGridLinesColor);
        change(
                axes.getPlotGridLinesStroke(),
                PLAIN.getPlotGridLinesStroke(),
                HOUSE.getPlotGridLinesStroke(),
                axes::setPlotGridLinesStroke);
    }

    private static <T> void change(T now, T plain, T house, Consumer<T> setter) {
        boolean same = now instanceof Object[] list && plain instanceof Object[] other
                ? Arrays.equals(list, other)
                : Objects.equals(now, plain);
        if (same) {
            setter.accept(house);
        }
    }
}
