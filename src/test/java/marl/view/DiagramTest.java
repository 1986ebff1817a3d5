package marl.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

class DiagramTest {
    private static Diagram diagram() {
        return Charts.diagram().title("Who tells whom");
    }

    @Test
    void theTwinListsTheArrows() {
        Figure figure = diagram()
                .box("state", 0, 0, 0, 0.2, 0.2)
                .box("learner", 1, 0.5, 0.5, 0.2, 0.2)
                .box("policy", 2, 0.8, 0.8, 0.2, 0.2)
                .arrow("state", "learner")
                .dashed("learner", "policy")
                .alt("Three boxes.");
        assertEquals("""
                Who tells whom
                state --> learner
                learner - -> policy""", figure.textTwin());
    }

    @Test
    void anArrowPointsAtItsSecondBox() {
        BufferedImage there = picture("left", "right");
        BufferedImage back = picture("right", "left");
        int middle = 34 + (360 - 34) / 2;
        // The tip is a wide dark wedge just outside the box it points at.
        assertTrue(darkAround(there, 0.7, middle) > 2 * darkAround(there, 0.3, middle));
        assertTrue(darkAround(back, 0.3, middle) > 2 * darkAround(back, 0.7, middle));
    }

    private static BufferedImage picture(String from, String to) {
        return diagram()
                .box("left", 0, 0.1, 0.4, 0.2, 0.2)
                .box("right", 0, 0.7, 0.4, 0.2, 0.2)
                .arrow(from, to)
                .alt("Two boxes.")
                .image();
    }

    private static int darkAround(BufferedImage image, double share, int y) {
        int dark = 0;
        int edge = (int) (share * image.getWidth());
        int from = share > 0.5 ? edge - 24 : edge + 4;
        for (int x = from; x < from + 20; x++) {
            for (int dy = -12; dy <= 12; dy++) {
                dark += (image.getRGB(x, 2 * y + dy) & 0xFF) < 100 ? 1 : 0;
            }
        }
        return dark;
    }

    @Test
    void badInputIsRefused() {
        Refused.state("add .box", () -> diagram().alt("Nothing."));
        Refused.state("title", () -> Charts.diagram().box("a", 0, 0, 0, 1, 1).alt("No title."));
        Refused.argument("leaves the picture", () -> diagram().box("a", 0, 0.9, 0, 0.2, 0.1));
        Refused.argument("no box 'b'", () -> diagram().box("a", 0, 0, 0, 1, 1).arrow("a", "b"));
        Refused.argument("already", () -> diagram().box("a", 0, 0, 0, 1, 1).box("a", 0, 0, 0, 1, 1));
    }
}
