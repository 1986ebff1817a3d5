package marl.view;

import java.awt.Color;
import java.awt.image.BufferedImage;

/** Looks at the pixels of a picture. */
final class Pixels {
    private Pixels() {}

    static long count(BufferedImage image, Color colour) {
        long count = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                if (image.getRGB(x, y) == colour.getRGB()) {
                    count++;
                }
            }
        }
        return count;
    }

    /** Pixels whose red, green and blue are each within 2 of a colour: blending rounds differently from place to place. */
    static long near(BufferedImage image, Color colour) {
        long count = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                Color pixel = new Color(image.getRGB(x, y));
                boolean near = Math.abs(pixel.getRed() - colour.getRed()) <= 2
                        && Math.abs(pixel.getGreen() - colour.getGreen()) <= 2
                        && Math.abs(pixel.getBlue() - colour.getBlue()) <= 2;
                if (near) {
                    count++;
                }
            }
        }
        return count;
    }

    /** The longest vertical run of one colour in any column of pixels. */
    static int tallest(BufferedImage image, Color colour) {
        int tallest = 0;
        for (int x = 0; x < image.getWidth(); x++) {
            int run = 0;
            for (int y = 0; y < image.getHeight(); y++) {
                run = image.getRGB(x, y) == colour.getRGB() ? run + 1 : 0;
                tallest = Math.max(tallest, run);
            }
        }
        return tallest;
    }

    static boolean equal(BufferedImage one, BufferedImage other) {
        if (one.getWidth() != other.getWidth() || one.getHeight() != other.getHeight()) {
            return false;
        }
        for (int y = 0; y < one.getHeight(); y++) {
            for (int x = 0; x < one.getWidth(); x++) {
                if (one.getRGB(x, y) != other.getRGB(x, y)) {
                    return false;
                }
            }
        }
        return true;
    }
}
