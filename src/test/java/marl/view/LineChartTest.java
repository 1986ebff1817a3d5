package marl.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.util.List;
import marl.experiment.Curves;
import marl.experiment.Interval;
import org.junit.jupiter.api.Test;

class LineChartTest {
    private static final double[] X = {0, 1, 2};

    private static LineChart chart() {
        return Charts.lines().title("Learning").xLabel("episode").yLabel("return");
    }

    @Test
    void theTwinHasASparklineAndFourNumbersPerSeries() {
        Figure figure = chart().series("slow", new double[] {0, 1, 2, 1})
                .band("fast", X, new double[] {2, 4, 7}, new double[] {1, 3, 6.5}, new double[] {3, 5, 7.25})
                .hline("optimum", 7)
                .alt("Two rising lines.");
        assertEquals("""
                Learning: return by episode (0 to 3)
                slow     ▁▂▃▂  first 0, last 1, min 0, max 2
                fast     ▃▅█  first 2, last 7 (6.5 to 7.25), min 2, max 7
                optimum  level 7""", figure.textTwin());
    }

    @Test
    void aLogarithmicAxisMakesPowersEvenSteps() {
        Figure figure = chart().series("a", new double[] {1, 10, 100, 1000, 1e4, 1e5, 1e6, 1e7})
                .logY()
                .alt("Straight.");
        assertTrue(figure.textTwin().contains("▁▂▃▄▅▆▇█"), figure.textTwin());
    }

    @Test
    void seriesAndBandsAreDrawn() {
        double[] y = {1, 2, 3};
        double[] low = {0, 1, 2};
        double[] high = {2, 3, 4};
        Figure plain = chart().series("a", X, y).alt("One line.");
        Figure band = chart().band("a", X, y, low, high).alt("One line.");
        assertTrue(Pixels.count(plain.image(), Palette.colour(0)) > 1000);
        // The shade is the series colour at 50 of 255 over white.
        Color shade = new Color(205, 227, 240);
        assertTrue(Pixels.near(plain.image(), shade) < 1000);
        assertTrue(Pixels.near(band.image(), shade) > 20_000);
    }

    @Test
    void theBandCoversItsInterval() {
        // The shade ends are at 0 and 4 on an axis fixed to [-1, 5]: it is 4/6 as high as the axis.
        Figure figure = chart().band(
                        "a", new double[] {0, 1}, new double[] {1, 1}, new double[] {0, 0}, new double[] {4, 4})
                .yRange(-1, 5)
                .alt("A block.");
        Figure full = chart().band(
                        "a", new double[] {0, 1}, new double[] {1, 1}, new double[] {-1, -1}, new double[] {5, 5})
                .yRange(-1, 5)
                .alt("A block.");
        Color shade = new Color(205, 227, 240);
        double share = Pixels.near(figure.image(), shade) / (double) Pixels.near(full.image(), shade);
        // The line in the middle and the legend sample, the same in both, take up to 3 %.
        assertEquals(4 / 6., share, 0.03);
    }

    @Test
    void flatAndSinglePointSeriesCanBeDrawn() {
        Figure flat = chart().series("a", new double[] {5, 5, 5}).alt("Flat.");
        assertTrue(Pixels.count(flat.image(), Palette.colour(0)) > 1000);
        Figure point = chart().series("a", new double[] {3}, new double[] {0}).alt("A point.");
        assertTrue(Pixels.count(point.image(), Palette.colour(0)) > 100);
    }

    @Test
    void fixingTheRangeMovesTheLine() {
        Figure free = chart().series("a", X).alt("Rises.");
        Figure fixed = chart().series("a", X).yRange(0, 10).alt("Rises.");
        assertFalse(Pixels.equal(free.image(), fixed.image()));
    }

    @Test
    void dataThatCannotBeDrawnAreRefused() {
        Refused.argument("y of 'a' holds NaN at index 1", () -> chart().series("a", new double[] {1, Double.NaN}));
        Refused.argument(
                "Infinity", () -> chart().series("a", new double[] {Double.POSITIVE_INFINITY}, new double[] {1}));
        Refused.argument("There is nothing in", () -> chart().series("a", new double[0]));
        Refused.argument("must match", () -> chart().series("a", X, new double[] {1, 2}));
        Refused.argument("must match", () -> chart().band("a", X, X, X, new double[] {9}));
        Refused.argument(
                "low <= value <= high", () -> chart().band("a", X, X, new double[] {0, 2, 0}, new double[] {9, 9, 9}));
        Refused.argument("NaN", () -> chart().hline("h", Double.NaN));
        Refused.argument("positive", () -> chart().series("a", X).logX().alt("No."));
        Refused.argument("positive", () -> chart().series("a", X).logY().alt("No."));
        Refused.argument("low < high", () -> chart().yRange(1, 1));
        Refused.argument(
                "positive",
                () -> chart().series("a", new double[] {1, 2})
                        .logY()
                        .yRange(0, 3)
                        .alt("No."));
    }

    @Test
    void seriesThatCannotBeToldApartAreRefused() {
        Refused.argument("two series called 'a'", () -> chart().series("a", X).hline("a", 1));
        LineChart full = chart();
        for (int i = 0; i < Palette.MOST; i++) {
            full.series("s" + i, X);
        }
        Refused.argument("More than 14", () -> full.series("one too many", X));
        Refused.state("nothing to draw", () -> chart().hline("h", 1).alt("Empty."));
    }

    @Test
    void theCallersArraysAreCopied() {
        double[] y = {1, 2, 3};
        LineChart chart = chart().series("a", y);
        y[0] = Double.NaN;
        assertTrue(chart.alt("Rises.").textTwin().contains("first 1,"));
    }

    @Test
    void curvesAndIntervalsAreBands() {
        Curves curves = Curves.of(List.of(new double[] {1, 2, 3}, new double[] {3, 4, 5}))
                .every(10);
        Figure spelledOut = chart().band("a", curves.x(), curves.mean(), curves.low(), curves.high())
                .alt("A line.");
        assertEquals(
                spelledOut.toString(), chart().band("a", curves).alt("A line.").toString());
        List<Interval> two = List.of(Interval.t(1, 2), Interval.t(3, 5));
        Figure oneTwo = chart().band(
                        "a",
                        new double[] {1, 2},
                        new double[] {1.5, 4},
                        new double[] {two.get(0).low(), two.get(1).low()},
                        new double[] {two.get(0).high(), two.get(1).high()})
                .alt("A line.");
        assertEquals(oneTwo.toString(), chart().band("a", two).alt("A line.").toString());
        assertEquals(
                oneTwo.toString(),
                chart().band("a", new double[] {1, 2}, two).alt("A line.").toString());
    }
}
