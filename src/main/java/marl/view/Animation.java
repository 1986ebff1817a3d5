package marl.view;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;

/**
 * A moving picture as an animated GIF that loops for ever. Like a {@link Figure} it has twice as many pixels as it is
 * shown at, and the same frames give the same bytes. Immutable. {@link Charts#episode} draws one from an episode in a
 * grid world.
 */
public final class Animation implements Picture {
    private final String title;
    private final String alt;
    private final String textTwin;
    private final int width;
    private final int height;
    private final int frames;
    private final byte[] gif;

    private Animation(String title, String alt, String textTwin, List<BufferedImage> frames, int[] hundredths) {
        this.title = ChartData.words(title, "title");
        this.alt = ChartData.words(alt, "alt text").strip().replaceAll("\\s+", " ");
        this.textTwin = ChartData.words(textTwin, "text twin");
        this.frames = frames.size();
        width = frames.get(0).getWidth() / Canvas.SCALE;
        height = frames.get(0).getHeight() / Canvas.SCALE;
        gif = GifEncoder.encode(frames, hundredths);
    }

    /**
     * An animation from frames drawn elsewhere, all of one size and drawn at twice the size they are shown at.
     *
     * @param millis how long each frame is shown, 20 to 10,000 milliseconds; the last one stays six times as long
     * @throws IllegalArgumentException if there are no frames, their sizes differ, or a text is blank
     */
    public static Animation of(String title, String alt, String textTwin, int millis, List<BufferedImage> frames) {
        if (frames.isEmpty()) {
            throw new IllegalArgumentException("An animation needs at least one frame.");
        }
        if (millis < 20 || millis > 10_000) {
            throw new IllegalArgumentException("A frame is shown for 20 to 10000 milliseconds, not " + millis + ".");
        }
        for (BufferedImage frame : frames) {
            if (frame.getWidth() != frames.get(0).getWidth()
                    || frame.getHeight() != frames.get(0).getHeight()) {
                throw new IllegalArgumentException("All frames of an animation must have the same size.");
            }
        }
        int[] hundredths = new int[frames.size()];
        Arrays.fill(hundredths, millis / 10);
        hundredths[frames.size() - 1] *= 6;
        return new Animation(title, alt, textTwin, frames, hundredths);
    }

    /** How many frames there are. */
    public int frames() {
        return frames;
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

    @Override
    public byte[] bytes() {
        return gif.clone();
    }

    @Override
    public String mimeType() {
        return "image/gif";
    }

    @Override
    public int width() {
        return width;
    }

    @Override
    public int height() {
        return height;
    }

    /** The alternative text, and the text twin below it. */
    @Override
    public String toString() {
        return alt + "\n" + textTwin;
    }
}
