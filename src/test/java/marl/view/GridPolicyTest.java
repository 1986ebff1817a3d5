package marl.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

class GridPolicyTest {
    private static GridPolicy chart(String... map) {
        return Charts.gridPolicy().title("Policy").map(map);
    }

    @Test
    void theTwinIsAGridOfArrowsAndOneOfValues() {
        double[][][] q = {
            {{0, 1, 1, 0}, {0, 2, 0, 0}, {9, 9, 9, 9}},
            {{3, 0, 0, 0}, {1, 1, 1, 1}, {5, 0, 0, 1}}
        };
        Figure figure = chart("S.G", ".#.")
                .greedy(q)
                .values(new double[][] {{1, 2, 0}, {3, Double.NaN, 0.5}})
                .alt("A small maze.");
        assertEquals("""
                Policy: # is a wall, arrows are the greedy actions
                     0  1  2
                0  S→↓  →  G
                1    ↑  #  ↑
                values
                   0  1    2
                0  1  2    G
                1  3  #  0.5""", figure.textTwin());
    }

    @Test
    void otherMovesHaveTheirOwnArrows() {
        int[][] moves = {{0, 0}, {-1, -1}, {1, 1}};
        Figure figure =
                chart("...").moves(moves).actions(new int[][] {{0, 1, 2}}).alt("Three.");
        assertTrue(figure.textTwin().endsWith("0  ·  ↖  ↘"), figure.textTwin());
    }

    @Test
    void arrowsPointWhereTheyGo() {
        // The head makes the side it points to darker: the centre of the ink moves that way.
        double[] middle = inkCentre(-1);
        assertTrue(inkCentre(0)[1] < middle[1] - 0.5, "up");
        assertTrue(inkCentre(1)[0] > middle[0] + 0.5, "right");
        assertTrue(inkCentre(2)[1] > middle[1] + 0.5, "down");
        assertTrue(inkCentre(3)[0] < middle[0] - 0.5, "left");
    }

    /** The mean place of black pixels with one arrow, relative to a stay dot in the middle of the cell for -1. */
    private static double[] inkCentre(int action) {
        int[][] moves = {{-1, 0}, {0, 1}, {1, 0}, {0, -1}, {0, 0}};
        int chosen = action < 0 ? 4 : action;
        BufferedImage image = chart(".")
                .moves(moves)
                .actions(new int[][] {{chosen}})
                .size(400, 400)
                .alt("One cell.")
                .image();
        double x = 0;
        double y = 0;
        long n = 0;
        for (int i = 0; i < image.getHeight(); i++) {
            for (int j = 0; j < image.getWidth(); j++) {
                if (image.getRGB(j, i) == Color.BLACK.getRGB()) {
                    x += j;
                    y += i;
                    n++;
                }
            }
        }
        return new double[] {x / n, y / n};
    }

    @Test
    void theMapSetsTheSizeUnlessTold() {
        Figure small = chart("..", "..").alt("Small.");
        Figure large = chart(".........", ".........").alt("Large.");
        assertTrue(large.width() > small.width());
        assertEquals(
                300,
                Charts.gridPolicy()
                        .size(300, 200)
                        .title("T")
                        .map("........")
                        .alt("Told.")
                        .width());
    }

    @Test
    void mapsAndTablesThatDoNotFitAreRefused() {
        Refused.argument("Row 1 of the map has 1 cells", () -> chart("..", "."));
        Refused.argument("holds '*'", () -> chart(".*"));
        Refused.argument("at least one row", () -> chart());
        Refused.argument("1x1 but the map is 1x2", () -> chart("..").values(new double[1][1]));
        Refused.argument("NaN", () -> chart("..").values(new double[][] {{1, Double.NaN}}));
        Refused.argument("actions are 0 to 3", () -> chart(".").actions(new int[][] {{4}}));
        Refused.argument("must match", () -> chart(".").greedy(new double[1][1][3]));
        Refused.argument("each -1, 0 or 1", () -> chart(".").moves(new int[][] {{2, 0}}));
        Refused.state("plan first", () -> Charts.gridPolicy().values(new double[1][1]));
        Refused.state("nothing to draw", () -> Charts.gridPolicy().title("T").alt("Empty."));
    }
}
