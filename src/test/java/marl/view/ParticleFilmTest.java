package marl.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class ParticleFilmTest {
    private static final List<double[][]> PATH = List.of(
            new double[][] {{0, 0}, {1, 1}}, new double[][] {{0.5, 0.5}, {1, 1}}, new double[][] {{2, 1}, {1, 1}});

    @Test
    void hasAFrameForEachTimeAndWordsForEachBody() {
        Animation film =
                Charts.particles(1, 0.15, 0.05).places(PATH).title("A disc").alt("A disc runs to the upper right.");
        assertEquals(3, film.frames());
        assertEquals("image/gif", film.mimeType());
        assertTrue(film.textTwin().contains("agent 0 (0, 0)"), film.textTwin());
        assertTrue(film.textTwin().contains("landmark 0 (1, 1)"), film.textTwin());
        assertEquals(
                film.bytes().length,
                Charts.particles(1, 0.15, 0.05)
                        .places(PATH)
                        .title("A disc")
                        .alt("A disc runs to the upper right.")
                        .bytes()
                        .length);
    }

    @Test
    void badInputIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Charts.particles(0, 0.1));
        assertThrows(IllegalArgumentException.class, () -> Charts.particles(2, 0.1));
        assertThrows(
                IllegalArgumentException.class, () -> Charts.particles(1, 0.1).places(List.of()));
        assertThrows(
                IllegalArgumentException.class, () -> Charts.particles(1, 0.1).places(PATH));
        assertThrows(
                IllegalArgumentException.class,
                () -> Charts.particles(1, 0.1).places(List.<double[][]>of(new double[][] {{Double.NaN, 0}})));
        assertThrows(
                IllegalStateException.class,
                () -> Charts.particles(1, 0.1).title("t").alt("a"));
    }
}
