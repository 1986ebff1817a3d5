package marl.course.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a lesson: Jupytext Markdown with a YAML header, {@code java} fences for code cells, and
 * {@code <!-- #region audience="instructor" -->} for the instructor's notes. Two blank lines split Markdown cells, as
 * Jupytext does it.
 */
public final class LessonParser {

    private static final Pattern FENCE = Pattern.compile("```java(?:\\s+(.*))?");
    private static final Pattern REGION = Pattern.compile("<!--\\s*#region\\s*(.*?)\\s*-->");
    private static final Pattern END_REGION = Pattern.compile("<!--\\s*#endregion\\s*-->");
    private static final Pattern ATTRIBUTE = Pattern.compile("\\s*([\\w-]+)=\"([^\"]*)\"");
    private static final Set<String> FENCE_ATTRIBUTES = Set.of("exercise", "check", "points", "audience");

    private final String fileName;
    private final String[] lines;
    private final Mistakes mistakes;
    private final List<Cell> cells = new ArrayList<>();
    private final StringBuilder prose = new StringBuilder();
    private int proseLine;
    private boolean instructor;

    private LessonParser(String fileName, String text, Mistakes mistakes) {
        this.fileName = fileName;
        this.lines = text.replace("\r\n", "\n").split("\n", -1);
        this.mistakes = mistakes;
    }

    /**
     * Parses a lesson.
     *
     * @param fileName the file's name without folders
     * @param text the whole text
     * @param mistakes where mistakes go; the result is only to be used when there are none
     * @return the lesson as far as it could be read
     */
    public static Lesson parse(String fileName, String text, Mistakes mistakes) {
        return new LessonParser(fileName, text, mistakes).parse();
    }

    private Lesson parse() {
        int end = 0;
        if (lines[0].equals("---")) {
            for (end = 1; end < lines.length && !lines[end].equals("---"); end++) {}
        }
        if (end == 0 || end >= lines.length) {
            mistakes.add(1, "the lesson must start with a YAML header between two lines of ---");
            end = -1;
        }
        List<String> yaml = end > 0 ? List.of(lines).subList(1, end) : List.of();
        LessonHeader header = HeaderReader.read(fileName, yaml, mistakes);
        for (int i = end + 1; i < lines.length; i++) {
            i = line(i);
        }
        flushProse();
        if (instructor) {
            mistakes.add(lines.length, "a region is open at the end: close it with <!-- #endregion -->");
        }
        return new Lesson(fileName, header, cells);
    }

    /** Reads the line {@code i} and what belongs to it; returns the last line read. */
    private int line(int i) {
        Matcher fence = FENCE.matcher(lines[i]);
        Matcher region = REGION.matcher(lines[i]);
        if (fence.matches()) {
            flushProse();
            return code(i, fence.group(1) == null ? "" : fence.group(1));
        }
        if (lines[i].startsWith("```")) {
            return verbatim(i);
        }
        if (region.matches()) {
            flushProse();
            Map<String, String> attributes = attributes(i, region.group(1), Set.of("audience"));
            if (!"instructor".equals(attributes.get("audience"))) {
                mistakes.add(i + 1, "a region must carry audience=\"instructor\"");
            }
            if (instructor) {
                mistakes.add(i + 1, "a region is opened inside a region: close the first with <!-- #endregion -->");
            }
            instructor = true;
        } else if (END_REGION.matcher(lines[i]).matches()) {
            flushProse();
            if (!instructor) {
                mistakes.add(i + 1, "<!-- #endregion --> without a region before it");
            }
            instructor = false;
        } else if (i > 0 && lines[i].isBlank() && lines[i - 1].isBlank()) {
            flushProse();
        } else {
            addProse(i);
        }
        return i;
    }

    private void addProse(int i) {
        if (prose.isEmpty() && lines[i].isBlank()) {
            return;
        }
        if (prose.isEmpty()) {
            proseLine = i + 1;
        }
        prose.append(lines[i]).append('\n');
    }

    private void flushProse() {
        String text = prose.toString().strip();
        if (!text.isEmpty()) {
            cells.add(new Cell(Cell.Kind.PROSE, proseLine, text, "", 0, instructor));
        }
        prose.setLength(0);
    }

    /** A fence of another language stays in its Markdown cell, blank lines included. */
    private int verbatim(int start) {
        addProse(start);
        for (int i = start + 1; i < lines.length; i++) {
            addProse(i);
            if (lines[i].startsWith("```")) {
                return i;
            }
        }
        mistakes.add(start + 1, "the block that starts here with ``` is not closed");
        return lines.length;
    }

    private int code(int start, String words) {
        StringBuilder source = new StringBuilder();
        int end = start + 1;
        for (; end < lines.length && !lines[end].startsWith("```"); end++) {
            source.append(lines[end]).append('\n');
        }
        if (end == lines.length) {
            mistakes.add(start + 1, "the code cell that starts here is not closed: end it with ```");
        }
        Map<String, String> attributes = attributes(start, words, FENCE_ATTRIBUTES);
        String text = source.toString().stripTrailing();
        if (text.isBlank()) {
            mistakes.add(start + 1, "the code cell is empty");
        }
        cells.add(cell(start + 1, text, attributes));
        return end;
    }

    private Cell cell(int fenceLine, String source, Map<String, String> attributes) {
        String audience = attributes.getOrDefault("audience", instructor ? "instructor" : "");
        if (!audience.isEmpty() && !audience.equals("instructor")) {
            mistakes.add(fenceLine, "audience can only be \"instructor\", not \"" + audience + "\"");
        }
        boolean forInstructor = audience.equals("instructor");
        boolean checks = attributes.containsKey("check");
        if (checks && attributes.containsKey("exercise")) {
            mistakes.add(fenceLine, "a cell is either an exercise or a check: give it one of the two attributes");
        }
        if (attributes.containsKey("points") != checks) {
            mistakes.add(fenceLine, "points belong to a check cell, and a check cell needs them");
        }
        if (checks) {
            double points = points(fenceLine, attributes.getOrDefault("points", ""));
            return new Cell(Cell.Kind.CHECK, fenceLine + 1, source, attributes.get("check"), points, forInstructor);
        }
        String exercise = attributes.getOrDefault("exercise", "");
        Cell.Kind kind = exercise.isEmpty() ? Cell.Kind.CODE : Cell.Kind.ANSWER;
        return new Cell(kind, fenceLine + 1, source, exercise, 0, forInstructor);
    }

    private double points(int line, String text) {
        if (!text.matches("\\d+(\\.\\d+)?")) {
            mistakes.add(line, "points must be a number like 3 or 2.5, not \"" + text + "\"");
            return 0;
        }
        return Double.parseDouble(text);
    }

    private Map<String, String> attributes(int index, String words, Set<String> known) {
        Map<String, String> found = new LinkedHashMap<>();
        Matcher attribute = ATTRIBUTE.matcher(words);
        int at = 0;
        while (attribute.find() && attribute.start() == at) {
            at = attribute.end();
            if (!known.contains(attribute.group(1))) {
                mistakes.add(index + 1, "unknown attribute " + attribute.group(1) + "; known are " + sorted(known));
            } else if (found.put(attribute.group(1), attribute.group(2)) != null) {
                mistakes.add(index + 1, "attribute " + attribute.group(1) + " is given twice");
            }
        }
        if (!words.substring(at).isBlank()) {
            mistakes.add(index + 1, "cannot read \"" + words.substring(at).strip() + "\"; write name=\"value\"");
        }
        return found;
    }

    private static String sorted(Set<String> words) {
        return String.join(", ", new java.util.TreeSet<>(words));
    }
}
