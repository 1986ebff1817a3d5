package marl.view;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;

/**
 * Writes frames as an animated GIF that loops for ever. After the first frame only the rectangle that changed is
 * stored, and in it only the pixels that changed, which keeps an episode in a grid world to a few tens of kilobytes.
 */
final class GifEncoder {
    private static final String FORMAT = "javax_imageio_gif_image_1.0";

    /** The table index of pixels that stay as they were. */
    private static final int UNCHANGED = 255;

    private GifEncoder() {}

    /** {@code hundredths[i]} is how long frame i is shown, in hundredths of a second. */
    static byte[] encode(List<BufferedImage> frames, int[] hundredths) {
        Colours colours = Colours.of(frames);
        ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.prepareWriteSequence(null);
            for (int i = 0; i < frames.size(); i++) {
                BufferedImage frame = frames.get(i);
                Rectangle changed =
                        i == 0 ? new Rectangle(frame.getWidth(), frame.getHeight()) : changed(frames.get(i - 1), frame);
                BufferedImage part =
                        colours.indexed(i == 0 ? List.of(frame) : List.of(frame, frames.get(i - 1)), changed);
                IIOMetadata meta = writer.getDefaultImageMetadata(new ImageTypeSpecifier(part), null);
                describe(meta, changed, hundredths[i], i == 0);
                writer.writeToSequence(new IIOImage(part, null, meta), null);
            }
            writer.endWriteSequence();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static void describe(IIOMetadata meta, Rectangle place, int hundredths, boolean first) throws IOException {
        IIOMetadataNode root = (IIOMetadataNode) meta.getAsTree(FORMAT);
        IIOMetadataNode image = child(root, "ImageDescriptor");
        image.setAttribute("imageLeftPosition", Integer.toString(place.x));
        image.setAttribute("imageTopPosition", Integer.toString(place.y));
        IIOMetadataNode control = child(root, "GraphicControlExtension");
        control.setAttribute("disposalMethod", "doNotDispose");
        control.setAttribute("userInputFlag", "FALSE");
        control.setAttribute("transparentColorFlag", first ? "FALSE" : "TRUE");
        control.setAttribute("transparentColorIndex", Integer.toString(UNCHANGED));
        control.setAttribute("delayTime", Integer.toString(hundredths));
        if (first) {
            IIOMetadataNode loop = new IIOMetadataNode("ApplicationExtension");
            loop.setAttribute("applicationID", "NETSCAPE");
            loop.setAttribute("authenticationCode", "2.0");
            loop.setUserObject(new byte[] {1, 0, 0});
            child(root, "ApplicationExtensions").appendChild(loop);
        }
        meta.setFromTree(FORMAT, root);
    }

    private static IIOMetadataNode child(IIOMetadataNode root, String name) {
        for (int i = 0; i < root.getLength(); i++) {
            if (root.item(i).getNodeName().equals(name)) {
                return (IIOMetadataNode) root.item(i);
            }
        }
        IIOMetadataNode made = new IIOMetadataNode(name);
        root.appendChild(made);
        return made;
    }

    /** The smallest rectangle outside which two frames are equal; one pixel if they are equal everywhere. */
    private static Rectangle changed(BufferedImage before, BufferedImage after) {
        Rectangle box = new Rectangle(0, 0, -1, -1);
        for (int y = 0; y < after.getHeight(); y++) {
            for (int x = 0; x < after.getWidth(); x++) {
                if (before.getRGB(x, y) != after.getRGB(x, y)) {
                    box.add(new Rectangle(x, y, 1, 1));
                }
            }
        }
        return box.width < 1 ? new Rectangle(1, 1) : box;
    }

    /**
     * One table of at most 255 colours for all frames: exact if it can be, else with as many bits per channel as fit.
     */
    private record Colours(Map<Integer, Integer> indices, int mask, IndexColorModel model) {
        static Colours of(List<BufferedImage> frames) {
            TreeSet<Integer> used = new TreeSet<>();
            int bits = 8;
            int mask = 0xFFFFFF;
            do {
                mask = 0x010101 * (0xFF & (0xFF << (8 - bits)));
                used.clear();
                for (BufferedImage frame : frames) {
                    for (int y = 0; y < frame.getHeight() && used.size() <= UNCHANGED; y++) {
                        for (int x = 0; x < frame.getWidth(); x++) {
                            used.add(frame.getRGB(x, y) & mask);
                        }
                    }
                }
                bits--;
            } while (used.size() > UNCHANGED);
            Map<Integer, Integer> indices = new TreeMap<>();
            int[] table = new int[256];
            for (int colour : used) {
                // The dropped bits repeat the kept ones, so that white stays white.
                table[indices.size()] = colour | (colour >> (bits + 1) & ~mask & 0xFFFFFF);
                indices.put(colour, indices.size());
            }
            return new Colours(indices, mask, new IndexColorModel(8, 256, table, 0, false, -1, 0));
        }

        /**
         * A part of the first of {@code frames}; where the second, the frame before, is equal, the pixel is left as it
         * was.
         */
        BufferedImage indexed(List<BufferedImage> frames, Rectangle part) {
            BufferedImage image = new BufferedImage(part.width, part.height, BufferedImage.TYPE_BYTE_INDEXED, model);
            for (int y = 0; y < part.height; y++) {
                for (int x = 0; x < part.width; x++) {
                    int colour = frames.get(0).getRGB(part.x + x, part.y + y);
                    boolean same = frames.size() > 1 && colour == frames.get(1).getRGB(part.x + x, part.y + y);
                    image.getRaster().setSample(x, y, 0, same ? UNCHANGED : indices.get(colour & mask));
                }
            }
            return image;
        }
    }
}
