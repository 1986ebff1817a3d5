package marl.course.text;

/**
 * One cell of a lesson.
 *
 * @param kind what it is
 * @param line the line of the lesson text where its content starts, from 1
 * @param source its content without fences
 * @param exercise the exercise id of an answer or check cell, else empty
 * @param points the points of a check cell, else 0
 * @param instructor whether it appears in the instructor's notebook only
 */
public record Cell(Kind kind, int line, String source, String exercise, double points, boolean instructor) {

    /** The kinds of cells. */
    public enum Kind {
        /** Markdown. */
        PROSE,
        /** Java that the reader runs. */
        CODE,
        /** Java with a solution region, which the student writes. */
        ANSWER,
        /** Java that checks an answer. */
        CHECK
    }

    static final String BEGIN = "// BEGIN SOLUTION";
    static final String END = "// END SOLUTION";
    static final String STUB = "// STUB ";

    /**
     * Whether the cell is Java.
     *
     * @return false for prose
     */
    public boolean isCode() {
        return kind != Kind.PROSE;
    }

    /**
     * The cell as a student gets it: each solution region replaced by a stub that compiles and throws.
     *
     * @return Java or Markdown
     */
    public String studentSource() {
        if (kind != Kind.ANSWER) {
            return source;
        }
        StringBuilder text = new StringBuilder();
        boolean cut = false;
        boolean stubGiven = false;
        String indent = "";
        for (String line : source.split("\n", -1)) {
            if (line.strip().equals(BEGIN)) {
                cut = true;
                stubGiven = false;
                indent = line.substring(0, line.indexOf("//"));
                text.append(indent).append("// YOUR CODE HERE: replace the next line.\n");
            } else if (line.strip().equals(END)) {
                if (!stubGiven) {
                    text.append(indent).append(defaultStub()).append('\n');
                }
                cut = false;
            } else if (cut && line.strip().startsWith(STUB)) {
                stubGiven = true;
                text.append(indent)
                        .append(line.strip().substring(STUB.length()))
                        .append('\n');
            } else if (!cut) {
                text.append(line).append('\n');
            }
        }
        return text.substring(0, text.length() - 1);
    }

    /**
     * The cell as an instructor gets it: solved, markers kept, stub lines dropped.
     *
     * @return Java or Markdown
     */
    public String solvedSource() {
        if (kind != Kind.ANSWER) {
            return source;
        }
        StringBuilder text = new StringBuilder();
        for (String line : source.split("\n", -1)) {
            if (!line.strip().startsWith(STUB)) {
                text.append(line).append('\n');
            }
        }
        return text.substring(0, text.length() - 1);
    }

    private String defaultStub() {
        return "throw new UnsupportedOperationException(\"" + exercise + " is not solved yet\");";
    }
}
