package marl.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import org.junit.jupiter.api.Test;

class HeatMapsTest {
    private static HeatMaps charts() {
        return Charts.heatMaps().title("Two tables").xLabel("right").yLabel("down");
    }

    @Test
    void everyTableStandsInTheTwin() {
        Figure figure = charts().map("true", new double[][] {{8, -12}})
                .map("fitted", new double[][] {{1.234, 0}})
                .rows("a")
                .columns("x", "y")
                .alt("Two.");
        assertEquals("""
                Two tables: rows are down, columns are right
                true
                   x    y
                a  8  -12
                fitted
                      x  y
                a  1.23  0""", figure.textTwin());
    }

    @Test
    void oneNumberHasOneColourInAllMaps() {
        double[][] low = {{0}};
        double[][] high = {{10}};
        Figure figure = charts().map("a", low).map("b", high).map("c", low).alt("Three.");
        long dark = Pixels.count(figure.image(), Ramp.VIRIDIS.at(0));
        long light = Pixels.count(figure.image(), Ramp.VIRIDIS.at(1));
        assertTrue(light > 10_000, "the high map is drawn: " + light);
        assertEquals(2.0, (double) dark / light, 0.05, "two low maps of the size of one high map");
    }

    @Test
    void divergingColoursAreCentredAtZeroOverAllMaps() {
        Figure figure = charts().map("a", new double[][] {{-1}})
                .map("b", new double[][] {{10}})
                .diverging()
                .alt("Two.");
        assertEquals(0, Pixels.count(figure.image(), new Color(0x67001F)), "-1 beside 10 is pale, not the darkest red");
        assertTrue(Pixels.count(figure.image(), new Color(0x053061)) > 1_000, "10 is the darkest blue");
    }

    @Test
    void badInputIsRefused() {
        Refused.state("add .map", () -> charts().alt("Nothing."));
        Refused.state(
                "yLabel",
                () -> Charts.heatMaps()
                        .title("t")
                        .xLabel("x")
                        .map("a", new double[][] {{1}})
                        .alt("One."));
        Refused.argument(
                "one shape", () -> charts().map("a", new double[][] {{1}}).map("b", new double[][] {{1, 2}}));
        Refused.argument(
                "2 names for 1 rows",
                () -> charts().map("a", new double[][] {{1}}).rows("x", "y").alt("One."));
        Refused.argument("Decimals", () -> charts().decimals(7));
    }
}
