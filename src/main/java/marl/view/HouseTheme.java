package marl.view;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;
import org.knowm.xchart.style.theme.AbstractBaseTheme;

/**
 * The look of this course's charts for charts that are made with XChart itself: {@code new XYChart(700, 400, new
 * HouseTheme())}. A chart with XChart's own default theme gets it when a notebook shows it.
 */
public final class HouseTheme extends AbstractBaseTheme {
    private static final Color GRID = new Color(0xE4E4E4);

    @Override
    public Font getBaseFont() {
        return Canvas.LABEL;
    }

    @Override
    public Color getChartBackgroundColor() {
        return Color.WHITE;
    }

    @Override
    public Color getChartFontColor() {
        return Canvas.INK;
    }

    @Override
    public Color[] getSeriesColors() {
        return IntStream.range(0, Palette.MOST).mapToObj(Palette::colour).toArray(Color[]::new);
    }

    @Override
    public BasicStroke[] getSeriesLines() {
        return IntStream.range(0, Palette.MOST).mapToObj(Palette::stroke).toArray(BasicStroke[]::new);
    }

    @Override
    public Marker[] getSeriesMarkers() {
        Marker[] markers = new Marker[Palette.MOST];
        Arrays.fill(markers, SeriesMarkers.NONE);
        return markers;
    }

    @Override
    public Font getChartTitleFont() {
        return Canvas.TITLE;
    }

    @Override
    public boolean isChartTitleBoxVisible() {
        return false;
    }

    @Override
    public Font getLegendFont() {
        return Canvas.LABEL;
    }

    @Override
    public Color getLegendBorderColor() {
        return Color.WHITE;
    }

    @Override
    public LegendPosition getLegendPosition() {
        return LegendPosition.OutsideS;
    }

    @Override
    public Font getAxisTitleFont() {
        return Canvas.LABEL;
    }

    @Override
    public Font getAxisTickLabelsFont() {
        return Canvas.TICK;
    }

    @Override
    public Color getAxisTickLabelsColor() {
        return Canvas.INK;
    }

    @Override
    public Color getPlotBorderColor() {
        return Color.WHITE;
    }

    @Override
    public Color getPlotGridLinesColor() {
        return GRID;
    }

    @Override
    public BasicStroke getPlotGridLinesStroke() {
        return new BasicStroke(1);
    }

    @Override
    public int getXAxisTickMarkSpacingHint() {
        return 90;
    }

    @Override
    public int getYAxisTickMarkSpacingHint() {
        return 48;
    }
}
