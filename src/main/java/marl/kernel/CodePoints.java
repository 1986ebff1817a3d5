package marl.kernel;

/** A notebook counts characters, Java counts UTF-16 units; an emoji is one of the first and two of the second. */
final class CodePoints {

    private CodePoints() {}

    /** The index in Java's string of a position that a notebook means. */
    static int toIndex(String code, int position) {
        int all = code.codePointCount(0, code.length());
        return code.offsetByCodePoints(0, Math.max(0, Math.min(position, all)));
    }

    /** The position that a notebook understands. */
    static int toPosition(String code, int index) {
        return code.codePointCount(0, Math.max(0, Math.min(index, code.length())));
    }
}
