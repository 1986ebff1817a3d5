package marl.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.awt.image.BufferedImage;
import java.util.List;
import marl.experiment.Interval;
import org.junit.jupiter.api.Test;

class BarChartTest {
    private static BarChart chart() {
        return Charts.bars().title("Ends").xLabel("payoff").yLabel("share");
    }

    @Test
    void theTwinHasARowPerBar() {
        Figure figure = chart().categories("5", "11")
                .group("independent", new double[] {1, 0}, new double[] {0.9, 0}, new double[] {1, 0.05})
                .group("optimistic", 0.25, 0.75)
                .alt("They differ.");
        assertEquals("""
                Ends: share by payoff
                5   independent  ████████████████████ 1 (0.9 to 1)
                5   optimistic   █████ 0.25
                11  independent  0 (0 to 0.05)
                11  optimistic   ███████████████ 0.75""", figure.textTwin());
        assertEquals(
                "Ends: share by payoff\na  ██████████ -1\nb  ████████████████████ 2",
                chart().categories("a", "b").values(-1, 2).alt("Down and up.").textTwin());
    }

    @Test
    void barsAreAsTallAsTheirValues() {
        BufferedImage image = chart().categories("a")
                .group("one", 2)
                .group("two", 1)
                .size(600, 500)
                .alt("Two.")
                .image();
        BufferedImage swapped = chart().categories("a")
                .group("one", 1)
                .group("two", 2)
                .size(600, 500)
                .alt("Two.")
                .image();
        double ratio = Pixels.tallest(image, Palette.colour(0)) / (double) Pixels.tallest(swapped, Palette.colour(0));
        // Bars are some 500 pixels tall; the dark base line and soft edges take 2 or 3 of them.
        assertEquals(2, ratio, 0.03);
    }

    @Test
    void intervalsAreDrawn() {
        double[] value = {1};
        Figure without = chart().categories("a").values(value).alt("One.");
        Figure with = chart().categories("a")
                .values(value, new double[] {0.5}, new double[] {1})
                .alt("One.");
        assertFalse(Pixels.equal(without.image(), with.image()));
    }

    @Test
    void emptyBarsHaveAnAxisToo() {
        assertEquals(
                "Ends: share by payoff\na  0",
                chart().categories("a").values(0).alt("Nothing.").textTwin());
    }

    @Test
    void dataThatCannotBeDrawnAreRefused() {
        Refused.state("categories", () -> chart().values(1));
        Refused.state("nothing to draw", () -> chart().categories("a").alt("Empty."));
        Refused.argument("must match", () -> chart().categories("a", "b").values(1));
        Refused.argument("NaN", () -> chart().categories("a").values(Double.NaN));
        Refused.argument("different names", () -> chart().categories("a", "a"));
        Refused.argument("name each", () -> chart().categories("a").values(1).values(2));
        Refused.argument(
                "name each", () -> chart().categories("A").group("g", 1).group("g", 2));
        Refused.argument(
                "low <= value <= high",
                () -> chart().categories("a").group("g", new double[] {1}, new double[] {2}, new double[] {3}));
        BarChart full = chart().categories("a");
        for (int i = 0; i < 7; i++) {
            full.group("g" + i, i);
        }
        Refused.argument("More than 7", () -> full.group("h", 1));
    }

    @Test
    void intervalsAreValuesWithTheirEnds() {
        List<Interval> two = List.of(Interval.wilson(1, 4), Interval.wilson(3, 4));
        double[] mean = {0.25, 0.75};
        double[] low = {two.get(0).low(), two.get(1).low()};
        double[] high = {two.get(0).high(), two.get(1).high()};
        assertEquals(
                chart().categories("a", "b").values(mean, low, high).alt("Two.").toString(),
                chart().categories("a", "b").values(two).alt("Two.").toString());
        assertEquals(
                chart().categories("a", "b")
                        .group("g", mean, low, high)
                        .alt("Two.")
                        .toString(),
                chart().categories("a", "b").group("g", two).alt("Two.").toString());
    }
}
