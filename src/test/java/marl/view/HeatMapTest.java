package marl.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

class HeatMapTest {
    private static HeatMap chart() {
        return Charts.heatMap().title("Values").xLabel("right").yLabel("down");
    }

    @Test
    void smallTablesArePrintedInTheTwin() {
        Figure figure = chart().values(new double[][] {{11, -30}, {0, 6.25}})
                .rows("a", "long")
                .columns("x", "y")
                .alt("Four.");
        assertEquals("""
                Values: rows are down, columns are right
                       x    y
                a     11  -30
                long   0  6.3""", figure.textTwin());
        String twin =
                chart().values(new double[][] {{0.5}}).decimals(0).alt("One.").textTwin();
        assertEquals("Values: rows are down, columns are right\n   0\n0  1", twin);
    }

    @Test
    void wideTablesBecomeSparklinesInTheTwin() {
        double[][] wide = new double[2][13];
        for (int c = 0; c < 13; c++) {
            wide[1][c] = c;
        }
        assertEquals("""
                Values: rows are down, columns are right
                ▁ is 0, █ is 12
                0  ▁▁▁▁▁▁▁▁▁▁▁▁▁
                1  ▁▂▂▃▃▄▅▅▆▆▇▇█""", chart().values(wide).alt("Rising.").textTwin());
    }

    @Test
    void largerValuesAreDrawnLighter() {
        int n = 12;
        double[][] row = new double[1][n];
        for (int c = 0; c < n; c++) {
            row[0][c] = c * c;
        }
        BufferedImage image = chart().values(row).size(700, 300).alt("Rising.").image();
        double before = -1;
        int changes = 0;
        int y = 120;
        // Walks through the cells well above their numbers, up to the white margin before the colour bar.
        for (int x = firstColoured(image, y); !isWhite(image, x, y) || !isWhite(image, x + 8, y); x++) {
            if (isWhite(image, x, y) || isWhite(image, x - 2, y) || isWhite(image, x + 2, y)) {
                continue;
            }
            double light = Ramp.luminance(new Color(image.getRGB(x, y)));
            assertTrue(light >= before, "darker at " + x);
            if (light > before) {
                changes++;
            }
            before = light;
        }
        assertEquals(n, changes);
    }

    private static int firstColoured(BufferedImage image, int y) {
        int x = 0;
        while (!new Color(image.getRGB(x, y)).equals(Ramp.VIRIDIS.at(0))) {
            x++;
        }
        return x;
    }

    private static boolean isWhite(BufferedImage image, int x, int y) {
        Color colour = new Color(image.getRGB(x, y));
        return Math.min(colour.getRed(), Math.min(colour.getGreen(), colour.getBlue())) > 240;
    }

    @Test
    void divergingColoursAreCentredAtZero() {
        ColourBar bar = ColourBar.over(-1, 10, true);
        assertEquals(new Color(0xF7F7F7), bar.of(0));
        assertEquals(new Color(0x053061), bar.of(10));
        assertTrue(Ramp.luminance(bar.of(-1)) > Ramp.luminance(bar.of(5)), "a small loss is paler than a larger gain");
        assertTrue(bar.of(-10).getRed() > bar.of(-10).getBlue());
    }

    @Test
    void aFixedRangeMakesChartsComparable() {
        double[][] half = {{0.5}};
        BufferedImage narrow = chart().values(half).range(0, 0.5).alt("One.").image();
        BufferedImage wide = chart().values(half).range(0, 1).alt("One.").image();
        assertTrue(Pixels.count(narrow, Ramp.VIRIDIS.at(1)) > 100_000);
        assertTrue(Pixels.count(wide, Ramp.VIRIDIS.at(0.5)) > 100_000);
    }

    @Test
    void dataThatCannotBeDrawnAreRefused() {
        Refused.argument("NaN", () -> chart().values(new double[][] {{1, Double.NaN}}));
        Refused.argument("must match", () -> chart().values(new double[][] {{1, 2}, {3}}));
        Refused.argument("There is nothing in", () -> chart().values(new double[0][0]));
        Refused.argument(
                "names for 1 rows",
                () -> chart().values(new double[1][2]).rows("a", "b").alt("No."));
        Refused.argument("low < high", () -> chart().range(2, 1));
        Refused.argument("0 to 6", () -> chart().decimals(9));
        Refused.state("nothing to draw", () -> chart().alt("No."));
        Refused.state(
                "no room",
                () -> chart().values(new double[400][400]).size(300, 300).alt("No."));
    }
}
