package marl.view;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.HeatMapChart;
import org.knowm.xchart.HeatMapChartBuilder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.internal.chartpart.Chart;

class OwnChartTest {

    private static XYChart line() {
        XYChart chart =
                new XYChartBuilder().width(500).height(300).title("A line").build();
        chart.addSeries("squares", new double[] {1, 2, 3}, new double[] {1, 4, 9});
        return chart;
    }

    private static CategoryChart bars() {
        CategoryChart chart = new CategoryChartBuilder().title("Bars").build();
        chart.addSeries("counts", List.of("a", "b"), List.of(1, 2));
        return chart;
    }

    private static HeatMapChart map() {
        HeatMapChart chart = new HeatMapChartBuilder().title("Map").build();
        chart.addSeries("heat", new int[] {0, 1}, new int[] {0, 1}, new int[][] {{0, 1}, {2, 3}});
        return chart;
    }

    @Test
    void everyKindBecomesASharpPicture() throws IOException {
        for (Chart<?, ?> chart : Stream.of(line(), bars(), map()).toList()) {
            Figure figure = Charts.of(chart).alt("Something.");
            var image = ImageIO.read(new ByteArrayInputStream(figure.bytes()));
            assertEquals(2 * chart.getWidth(), image.getWidth());
            assertEquals(chart.getWidth(), figure.width());
            assertTrue(
                    Stream.iterate(0, x -> x < image.getWidth(), x -> x + 1)
                                    .flatMap(x -> Stream.iterate(0, y -> y < image.getHeight(), y -> y + 3)
                                            .map(y -> image.getRGB(x, y)))
                                    .distinct()
                                    .count()
                            > 3,
                    chart.getTitle() + " is not blank");
        }
    }

    @Test
    void wordsAreTheAuthorsOrTheChartsOwn() {
        assertEquals(
                "The squares grow.", Charts.of(line()).alt("The squares grow.").alt());
        assertEquals("XYChart of squares.", Charts.of(line()).figure().alt());
        assertEquals("A line", Charts.of(line()).figure().title());
        assertThrows(IllegalArgumentException.class, () -> Charts.of(line()).alt(" "));
    }

    @Test
    void theHouseLeavesAloneWhatTheAuthorChose() {
        XYChart chart = line();
        chart.getStyler().setSeriesColors(new Color[] {Color.RED});
        chart.getStyler().setPlotGridLinesColor(Color.PINK);
        Charts.of(chart).figure();
        assertArrayEquals(new Color[] {Color.RED}, chart.getStyler().getSeriesColors());
        assertEquals(Color.PINK, chart.getStyler().getPlotGridLinesColor());
        assertEquals(Color.WHITE, chart.getStyler().getChartBackgroundColor());
    }
}
