package marl.view;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.util.Locale;
import java.util.function.Consumer;
import org.knowm.xchart.style.AxesChartStyler;

/** The house style for the axes that XChart draws: white ground, light grid, readable labels, no legend of its own. */
final class Axes {
    /**
     * A place between the ends of an axis. XChart puts ticks only on data when those are evenly spaced, at steps such
     * as 320; one invisible value out of step makes it choose round numbers.
     */
    static double outOfStep(double low, double high) {
        return low + (high - low) * 0.37123;
    }

    private Axes() {}

    /** Lets XChart draw, and takes back the clip that it leaves behind. */
    static void keepingClip(Graphics2D g, Runnable paint) {
        Shape clip = g.getClip();
        paint.run();
        g.setClip(clip);
    }

    static void style(AxesChartStyler styler) {
        styler.setChartBackgroundColor(Color.WHITE);
        styler.setPlotBackgroundColor(Color.WHITE);
        styler.setPlotBorderVisible(false);
        styler.setChartTitleVisible(false);
        styler.setLegendVisible(false);
        styler.setChartPadding(8);
        styler.setChartFontColor(Canvas.INK);
        styler.setPlotGridLinesColor(new Color(0xE4E4E4));
        styler.setPlotGridLinesStroke(new BasicStroke(1));
        styler.setAxisTickMarksColor(new Color(0x888888));
        styler.setAxisTickLabelsColor(Canvas.INK);
        styler.setAxisTitleFont(Canvas.LABEL);
        styler.setAxisTickLabelsFont(Canvas.TICK);
        styler.setYAxisTickMarkSpacingHint(48);
        styler.setXAxisTickMarkSpacingHint(90);
        styler.setYAxisLabelAlignment(AxesChartStyler.TextAlignment.Right);
        styler.setLocale(Locale.ROOT);
        styler.setAntiAlias(true);
    }

    /** Writes 10,000 instead of 1E4 and 0.05 instead of .05, as long as that is easy to read. */
    static void plainNumbers(double low, double high, boolean logarithmic, Consumer<String> pattern) {
        boolean fine = logarithmic ? low < 1e-4 : high - low < 1e-2;
        if (!fine && Math.max(-low, high) < 1e7) {
            pattern.accept("#,##0.####");
        }
    }
}
