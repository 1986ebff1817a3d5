package marl.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PaletteTest {
    /** Deuteranopia and protanopia on linear RGB: Machado, Oliveira and Fernandes (2009), severity 1. */
    private static final double[][][] BLINDNESS = {
        {{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}},
        {{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}}
    };

    @Test
    void noTwoSeriesShareBothLineStyleAndMarker() {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < Palette.MOST; i++) {
            String dash = Arrays.toString(Palette.stroke(i).getDashArray());
            assertTrue(seen.add(dash + outline(i) + (i % 7 >= 5)), "series " + i);
        }
    }

    @Test
    void seriesOfOneColourDifferInLineStyle() {
        for (int i = 0; i < 7; i++) {
            assertEquals(Palette.colour(i), Palette.colour(i + 7));
            assertFalse(Arrays.equals(
                    Palette.stroke(i).getDashArray(), Palette.stroke(i + 7).getDashArray()));
        }
    }

    private static String outline(int index) {
        List<String> points = new ArrayList<>();
        double[] at = new double[6];
        for (PathIterator path = Palette.marker(index, 0, 0, 10).getPathIterator(null); !path.isDone(); path.next()) {
            points.add(path.currentSegment(at) + Arrays.toString(at));
        }
        return points.toString();
    }

    @Test
    void coloursStayApartForColourBlindReaders() {
        for (double[][] blindness : BLINDNESS) {
            for (int i = 0; i < 7; i++) {
                for (int j = 0; j < i; j++) {
                    double distance = distance(lab(Palette.colour(i), blindness), lab(Palette.colour(j), blindness));
                    // A difference of about 2.3 is just noticeable; the closest pair here is 17.9 apart.
                    assertTrue(distance > 15, i + " and " + j + " are only " + distance + " apart");
                }
            }
        }
    }

    @Test
    void coloursCanBeSeenOnWhite() {
        // WCAG asks for 3 to 1; orange, sky blue and purple have less, so they come late and have markers with an
        // outline.
        for (int i : new int[] {0, 1, 2, 4}) {
            assertTrue(Ramp.contrast(Palette.colour(i), Color.WHITE) > 3, "colour " + i);
        }
        for (int i = 0; i < 7; i++) {
            assertTrue(Ramp.contrast(Palette.colour(i), Color.WHITE) > 2, "colour " + i);
        }
    }

    @Test
    void hatchesDifferWithoutColour() {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 7; i++) {
            int index = i;
            BufferedImage image =
                    Canvas.paint(200, 200, g -> Palette.fill(g, index, new Rectangle2D.Double(0, 0, 200, 200)));
            StringBuilder pattern = new StringBuilder();
            for (int p = 0; p < 100; p++) {
                boolean fill = image.getRGB(100 + p % 10 * 3, 100 + p / 10 * 3)
                        == Palette.colour(i).getRGB();
                pattern.append(fill ? '#' : '.');
            }
            assertTrue(seen.add(pattern.toString()), "hatch " + i);
        }
    }

    private static double distance(double[] a, double[] b) {
        return Math.sqrt(Math.pow(a[0] - b[0], 2) + Math.pow(a[1] - b[1], 2) + Math.pow(a[2] - b[2], 2));
    }

    /** CIE L*a*b* under D65 of a colour as a colour-blind reader sees it. */
    private static double[] lab(Color colour, double[][] blindness) {
        double[] linear = {linear(colour.getRed()), linear(colour.getGreen()), linear(colour.getBlue())};
        double[] seen = times(blindness, linear);
        for (int i = 0; i < 3; i++) {
            seen[i] = Math.min(1, Math.max(0, seen[i]));
        }
        double[][] toXyz = {{0.4124, 0.3576, 0.1805}, {0.2126, 0.7152, 0.0722}, {0.0193, 0.1192, 0.9505}};
        double[] xyz = times(toXyz, seen);
        double x = root(xyz[0] / 0.9505);
        double y = root(xyz[1]);
        double z = root(xyz[2] / 1.089);
        return new double[] {116 * y - 16, 500 * (x - y), 200 * (y - z)};
    }

    private static double linear(int channel) {
        double c = channel / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }

    private static double root(double t) {
        return t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116.0;
    }

    private static double[] times(double[][] matrix, double[] v) {
        return Arrays.stream(matrix)
                .mapToDouble(row -> row[0] * v[0] + row[1] * v[1] + row[2] * v[2])
                .toArray();
    }
}
