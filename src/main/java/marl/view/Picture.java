package marl.view;

/** Something to look at in a notebook, together with words for readers who cannot see it. */
public sealed interface Picture permits Figure, Animation {
    /** The title, which is also drawn in the picture. */
    String title();

    /** One or two sentences that say what the picture shows: the alternative text of the image, on one line. */
    String alt();

    /** The data of the picture as plain text: sparklines, rows, grids. */
    String textTwin();

    /** The file: PNG for a {@link Figure}, GIF for an {@link Animation}. A new array. */
    byte[] bytes();

    /** {@code image/png} or {@code image/gif}. */
    String mimeType();

    /** Width to show it at, in CSS pixels; the file has twice as many pixels. */
    int width();

    /** Height to show it at, in CSS pixels; the file has twice as many pixels. */
    int height();
}
