package marl.course.text;

/**
 * Which cells make slides, in Jupyter's words. A section begins a slide, a paragraph goes below it, and what a cell shows
 * comes after the paragraph at the next key: first the question, then the picture, then the point. Exercises, quiz and
 * literature are no slides; teaching notes are the speaker's.
 */
final class SlideDeck {
    /** On the slide of the cell before. */
    static final String SAME = "-";

    private static final String SKIP = "skip";

    private boolean skipping;

    /** The slide type of the next cell of a lesson. */
    String next(Cell cell) {
        if (cell.instructor()) {
            return cell.isCode() ? SKIP : "notes";
        }
        if (cell.isCode()) {
            return skipping || cell.kind() != Cell.Kind.CODE ? SKIP : "fragment";
        }
        String text = cell.source().stripLeading();
        if (text.startsWith("# ") || text.startsWith("## ")) {
            skipping = text.startsWith("## Exercise ")
                    || text.startsWith("## Check yourself")
                    || text.startsWith("## Against the literature")
                    || text.startsWith("## What differs");
            return skipping ? SKIP : "slide";
        }
        return skipping ? SKIP : "subslide";
    }
}
