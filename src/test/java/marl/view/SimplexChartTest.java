package marl.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

class SimplexChartTest {
    private static SimplexChart chart() {
        return Charts.simplex().title("Mixtures").corners("rock", "paper", "scissors");
    }

    @Test
    void theTwinNamesStartAndEnd() {
        Figure figure = chart().path("learner", new double[][] {{1, 0, 0}, {0.5, 0.25, 0.25}})
                .points("equilibrium", new double[] {1 / 3.0, 1 / 3.0, 1 / 3.0})
                .alt("A path.");
        assertEquals("""
                Mixtures: shares of rock, paper, scissors
                learner: (1, 0, 0) to (0.5, 0.25, 0.25)
                equilibrium: (0.333, 0.333, 0.333)""", figure.textTwin());
    }

    @Test
    void cornersAreWhereTheirNamesSay() {
        double[] low = centre(new double[] {1, 0, 0});
        double[] right = centre(new double[] {0, 1, 0});
        double[] top = centre(new double[] {0, 0, 1});
        double[] middle = centre(new double[] {1 / 3.0, 1 / 3.0, 1 / 3.0});
        assertTrue(low[0] < top[0] && top[0] < right[0]);
        assertTrue(top[1] < middle[1] && middle[1] < low[1]);
        assertEquals(low[1], right[1], 2);
        for (int axis = 0; axis < 2; axis++) {
            assertEquals((low[axis] + right[axis] + top[axis]) / 3, middle[axis], 3);
        }
    }

    /** Where the first colour is drawn in the triangle, above the legend. */
    private static double[] centre(double[] mixture) {
        BufferedImage image = chart().points("one", mixture).alt("One point.").image();
        double x = 0;
        double y = 0;
        int count = 0;
        for (int row = 0; row < image.getHeight() - 80; row++) {
            for (int column = 0; column < image.getWidth(); column++) {
                if (image.getRGB(column, row) == Palette.colour(0).getRGB()) {
                    x += column;
                    y += row;
                    count++;
                }
            }
        }
        return new double[] {x / count, y / count};
    }

    @Test
    void badInputIsRefused() {
        Refused.state("add .path", () -> chart().alt("Nothing."));
        Refused.state(
                "title",
                () -> Charts.simplex().points("a", new double[] {1, 0, 0}).alt("No title."));
        Refused.argument("three shares", () -> chart().path("a", new double[][] {{0.5, 0.6, -0.1}}));
        Refused.argument("three shares", () -> chart().path("a", new double[][] {{0.5, 0.5}}));
        Refused.argument("no points", () -> chart().path("a", new double[0][]));
        Refused.argument("three names", () -> chart().corners("a", "b"));
    }
}
