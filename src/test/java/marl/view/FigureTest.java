package marl.view;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import marl.game.Games;
import org.junit.jupiter.api.Test;

class FigureTest {
    private static LineChart named() {
        return Charts.lines()
                .series("a", new double[] {1, 2})
                .title("T")
                .xLabel("x")
                .yLabel("y");
    }

    @Test
    void theImageHasTwiceThePixels() throws IOException {
        Figure figure = named().size(480, 320).alt("Rises.");
        assertEquals(480, figure.width());
        assertEquals(320, figure.height());
        assertEquals(960, figure.image().getWidth());
        BufferedImage decoded = ImageIO.read(new ByteArrayInputStream(figure.png()));
        assertTrue(Pixels.equal(figure.image(), decoded));
        assertEquals("image/png", figure.mimeType());
    }

    @Test
    void missingWordsAreNamedAllAtOnce() {
        LineChart bare = Charts.lines().series("a", new double[] {1, 2});
        Refused.state(".title(\"...\") .xLabel(\"...\") .yLabel(\"...\")", () -> bare.alt("Rises."));
        LineChart noY =
                Charts.lines().series("a", new double[] {1, 2}).title("T").xLabel("x");
        Refused.state("add .yLabel(\"...\") before .alt", () -> noY.alt("Rises."));
        Refused.state(
                ".title",
                () -> Charts.bars()
                        .categories("a")
                        .values(1)
                        .xLabel("x")
                        .yLabel("y")
                        .alt("One."));
        Refused.state(
                ".title",
                () -> Charts.heatMap()
                        .values(new double[1][1])
                        .xLabel("x")
                        .yLabel("y")
                        .alt("One."));
        Refused.state(".title", () -> Charts.gridPolicy().map("S").alt("One."));
    }

    @Test
    void altTextMustNotBeBlank() {
        Refused.argument("alt text", () -> named().alt(" "));
        Refused.argument("alt text", () -> Charts.payoffs(Games.climbing()).alt(""));
        Refused.argument("title", () -> named().title(""));
        Refused.argument("x label", () -> named().xLabel(" "));
        BufferedImage image = new BufferedImage(4, 4, BufferedImage.TYPE_INT_RGB);
        Refused.argument("text twin", () -> Figure.of("t", "a", "", image));
    }

    @Test
    void theTextOfAFigureIsItsAltTextAndItsTwin() {
        Figure figure = named().alt("Rises.");
        assertEquals("Rises.", figure.alt());
        assertEquals("T", figure.title());
        assertEquals("Rises.\n" + figure.textTwin(), figure.toString());
    }

    @Test
    void theSameDataGiveTheSameBytes() {
        assertArrayEquals(named().alt("Rises.").png(), named().alt("Rises.").png());
        assertArrayEquals(
                Charts.payoffs(Games.climbing()).alt("Two frames.").bytes(),
                Charts.payoffs(Games.climbing()).alt("Two frames.").bytes());
    }

    @Test
    void nobodyCanPaintOnAFigure() {
        BufferedImage image = new BufferedImage(4, 4, BufferedImage.TYPE_INT_RGB);
        Figure figure = Figure.of("t", "a", "twin", image);
        image.setRGB(0, 0, Color.RED.getRGB());
        figure.image().setRGB(1, 1, Color.RED.getRGB());
        assertEquals(0, Pixels.count(figure.image(), Color.RED));
    }

    @Test
    void sizesThatCannotBeReadAreRefused() {
        Refused.argument("160 to 2000", () -> named().size(100, 300));
        Refused.argument("160 to 2000", () -> named().size(300, 4000));
        LineChart crowded = Charts.lines().title("T").xLabel("x").yLabel("y").size(200, 160);
        for (int i = 0; i < 14; i++) {
            crowded.series("a rather long name " + i, new double[] {i, 1});
        }
        Refused.state("no room", () -> crowded.alt("Many."));
    }
}
