package marl.view;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/**
 * A drawn chart. The image has twice as many pixels as {@link #width} and {@link #height} say, so that it stays sharp
 * on dense screens. Immutable; the same data give the same bytes on one Java installation.
 */
public final class Figure implements Picture {
    /** Smaller than the default by a fifth in the same time; 0 saves little more and takes three times as long. */
    private static final float COMPRESSION = 0.3f;

    private final String title;
    private final String alt;
    private final String textTwin;
    private final BufferedImage image;

    private Figure(String title, String alt, String textTwin, BufferedImage image) {
        this.title = title;
        this.alt = ChartData.words(alt, "alt text").strip().replaceAll("\\s+", " ");
        this.textTwin = textTwin;
        this.image = image;
    }

    /**
     * A figure from a picture drawn elsewhere.
     *
     * @param image drawn at twice the size it is shown at; copied
     * @throws IllegalArgumentException if the title, the alternative text or the text twin is blank
     */
    public static Figure of(String title, String alt, String textTwin, BufferedImage image) {
        ChartData.words(title, "title");
        ChartData.words(textTwin, "text twin");
        return new Figure(title, alt, textTwin, copy(image));
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public String alt() {
        return alt;
    }

    @Override
    public String textTwin() {
        return textTwin;
    }

    /** A copy of the image, {@code 2 * width} by {@code 2 * height} pixels. */
    public BufferedImage image() {
        return copy(image);
    }

    /** The image as a PNG file without any time stamp. */
    public byte[] png() {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        ImageWriteParam settings = writer.getDefaultWriteParam();
        settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        settings.setCompressionQuality(COMPRESSION);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), settings);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    @Override
    public byte[] bytes() {
        return png();
    }

    @Override
    public String mimeType() {
        return "image/png";
    }

    @Override
    public int width() {
        return image.getWidth() / Canvas.SCALE;
    }

    @Override
    public int height() {
        return image.getHeight() / Canvas.SCALE;
    }

    /** The alternative text, and the text twin below it. */
    @Override
    public String toString() {
        return alt + "\n" + textTwin;
    }

    private static BufferedImage copy(BufferedImage image) {
        BufferedImage copy = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        copy.createGraphics().drawImage(image, 0, 0, null);
        return copy;
    }
}
