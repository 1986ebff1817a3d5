package marl.view;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadataNode;
import org.junit.jupiter.api.Test;

class AnimationTest {
    private static final String[] MAZE = {".......#G", "..#....#.", "S.#....#.", "..#......", ".....#...", "........."};
    private static final double[][] PATH = {
        {2, 0}, {2, 1}, {3, 1}, {4, 1}, {4, 2}, {4, 3}, {3, 3}, {3, 4}, {3, 5}, {3, 6}, {3, 7}, {3, 8}, {2, 8}, {1, 8},
        {0, 8}
    };

    private static Animation episode() {
        return Charts.episode(MAZE).positions(PATH).title("To the goal").alt("Agent 0 walks round the walls.");
    }

    @Test
    void theGifDecodesToAllFrames() throws IOException {
        Animation film = episode();
        assertEquals(15, film.frames());
        assertEquals(15, reader(film).getNumImages(true));
        assertEquals(film.width() * 2, reader(film).getWidth(0));
        assertEquals(film.height() * 2, reader(film).getHeight(0));
        assertEquals("image/gif", film.mimeType());
    }

    @Test
    void anEpisodeInAMazeIsSmallAndAlwaysTheSame() {
        byte[] bytes = episode().bytes();
        assertTrue(bytes.length < 150_000, bytes.length + " bytes");
        assertArrayEquals(bytes, episode().bytes());
    }

    @Test
    void framesDrawnOverEachOtherGiveTheOriginals() throws IOException {
        List<BufferedImage> frames = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            BufferedImage frame = new BufferedImage(60, 40, BufferedImage.TYPE_INT_RGB);
            Graphics2D g = frame.createGraphics();
            g.setColor(Color.WHITE);
            g.fillRect(0, 0, 60, 40);
            g.setColor(i == 3 ? Color.BLUE : Color.RED);
            g.fillRect(i == 4 ? 30 : 10 * i, 5 * i, 10, 10);
            frames.add(frame);
        }
        frames.add(frames.get(4));
        Animation film = Animation.of("t", "a", "twin", 100, frames);
        ImageReader reader = reader(film);
        BufferedImage screen = new BufferedImage(60, 40, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < frames.size(); i++) {
            IIOMetadataNode place = node(reader, i, "ImageDescriptor");
            int x = Integer.parseInt(place.getAttribute("imageLeftPosition"));
            int y = Integer.parseInt(place.getAttribute("imageTopPosition"));
            screen.createGraphics().drawImage(reader.read(i), x, y, null);
            assertTrue(Pixels.equal(frames.get(i), screen), "frame " + i);
        }
    }

    @Test
    void manyColoursAreReducedToNearOnes() throws IOException {
        BufferedImage frame = new BufferedImage(256, 128, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < 256; x++) {
            for (int y = 0; y < 128; y++) {
                frame.setRGB(x, y, new Color(x, 2 * y, 255 - x).getRGB());
            }
        }
        BufferedImage shown =
                reader(Animation.of("t", "a", "twin", 100, List.of(frame))).read(0);
        for (int x = 0; x < 256; x += 5) {
            Color was = new Color(frame.getRGB(x, 60));
            Color is = new Color(shown.getRGB(x, 60));
            // Two bits are kept per channel at worst: steps of 64.
            assertEquals(was.getRed(), is.getRed(), 64);
            assertEquals(was.getBlue(), is.getBlue(), 64);
        }
        assertEquals(Color.WHITE.getRGB(), reader(episode()).read(0).getRGB(0, 0));
    }

    @Test
    void itLoopsForEverAndRestsOnTheLastFrame() throws IOException {
        Animation film =
                Charts.episode(MAZE).positions(PATH).millis(120).title("T").alt("A walk.");
        assertEquals("12", node(reader(film), 3, "GraphicControlExtension").getAttribute("delayTime"));
        assertEquals("72", node(reader(film), 14, "GraphicControlExtension").getAttribute("delayTime"));
        String bytes = new String(film.bytes(), StandardCharsets.ISO_8859_1);
        assertTrue(bytes.contains("NETSCAPE2.0\3\1\0\0"), "zero repetitions mean for ever");
    }

    @Test
    void theTwinTellsTheWay() {
        Animation film = Charts.episode("S.", "#G")
                .positions(new double[][] {{0, 0, 1, 1}, {0, 1, 1, 1}})
                .title("Two")
                .alt("Agent 0 goes right.");
        assertEquals("""
                Agent 0 goes right.
                Two: 1 steps, positions as (row, column)
                agent 0  (0, 0) (0, 1)
                agent 1  (1, 1) (1, 1)
                S.
                #G""", film.toString());
    }

    @Test
    void filmsThatCannotBeShownAreRefused() {
        Refused.argument(
                "leaves the map at time 1", () -> Charts.episode("..").positions(new double[][] {{0, 0}, {0, 2}}));
        Refused.argument("(row, column)", () -> Charts.episode("..").positions(new double[][] {{0, 0, 0}}));
        Refused.argument("NaN", () -> Charts.episode("..").positions(new double[][] {{0, Double.NaN}}));
        Refused.state("nothing to draw", () -> Charts.episode("..").title("T").alt("Empty."));
        Refused.state(
                ".title",
                () -> Charts.episode("..").positions(new double[][] {{0, 0}}).alt("No title."));
        BufferedImage small = new BufferedImage(2, 2, BufferedImage.TYPE_INT_RGB);
        BufferedImage large = new BufferedImage(4, 4, BufferedImage.TYPE_INT_RGB);
        Refused.argument("same size", () -> Animation.of("t", "a", "twin", 100, List.of(small, large)));
        Refused.argument("at least one frame", () -> Animation.of("t", "a", "twin", 100, List.of()));
        Refused.argument("20 to 10000", () -> Animation.of("t", "a", "twin", 5, List.of(small)));
        Refused.argument("alt text", () -> Animation.of("t", " ", "twin", 100, List.of(small)));
    }

    private static ImageReader reader(Animation film) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
        reader.setInput(ImageIO.createImageInputStream(new ByteArrayInputStream(film.bytes())));
        return reader;
    }

    private static IIOMetadataNode node(ImageReader reader, int frame, String name) throws IOException {
        IIOMetadataNode root =
                (IIOMetadataNode) reader.getImageMetadata(frame).getAsTree("javax_imageio_gif_image_1.0");
        return (IIOMetadataNode) root.getElementsByTagName(name).item(0);
    }
}
