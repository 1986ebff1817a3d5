package marl.view;

/** The words every chart must have, collected by a builder and checked when the picture is drawn. */
final class Labels {
    private static final int SMALLEST = 160;
    private static final int LARGEST = 2000;

    private String title = "";
    private String xLabel = "";
    private String yLabel = "";
    private int width;
    private int height;

    Labels(int width, int height) {
        this.width = width;
        this.height = height;
    }

    void title(String text) {
        title = ChartData.words(text, "title");
    }

    void xLabel(String text) {
        xLabel = ChartData.words(text, "x label");
    }

    void yLabel(String text) {
        yLabel = ChartData.words(text, "y label");
    }

    void size(int newWidth, int newHeight) {
        if (Math.min(newWidth, newHeight) < SMALLEST || Math.max(newWidth, newHeight) > LARGEST) {
            throw new IllegalArgumentException("A chart is " + SMALLEST + " to " + LARGEST
                    + " pixels wide and high, not " + newWidth + " x " + newHeight + ".");
        }
        width = newWidth;
        height = newHeight;
    }

    /** Says which words are missing, all at once. */
    void complete() {
        StringBuilder missing = new StringBuilder();
        if (title.isEmpty()) {
            missing.append(" .title(\"...\")");
        }
        if (xLabel.isEmpty()) {
            missing.append(" .xLabel(\"...\")");
        }
        if (yLabel.isEmpty()) {
            missing.append(" .yLabel(\"...\")");
        }
        if (!missing.isEmpty()) {
            throw new IllegalStateException(
                    "This chart cannot be read without its words: add" + missing + " before .alt(...)");
        }
    }

    String title() {
        return title;
    }

    String xLabel() {
        return xLabel;
    }

    String yLabel() {
        return yLabel;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }
}
