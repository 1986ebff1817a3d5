package marl.grade.intake;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What grading needs of a submitted notebook, read without building a tree: the tree of a hostile file of 20 MB takes
 * up to a gigabyte, this takes what the answers take.
 *
 * @param format what {@code nbformat} says; empty if it says nothing
 * @param hasCells whether there is a list of cells
 * @param lesson the lesson's number that the course wrote into the metadata; empty if it is gone
 * @param cells the cells whose id looks like an exercise's, by that id; of several the last code cell, else the last
 * @param repeated the ids that several cells have
 * @param notes what was odd, in sentences for the student
 */
record NotebookScan(
        String format,
        boolean hasCells,
        String lesson,
        Map<String, Cell> cells,
        Set<String> repeated,
        List<String> notes) {

    /**
     * A cell that may hold an answer, as a submitted notebook has it.
     *
     * @param exercise the exercise's id
     * @param code whether it is a code cell
     * @param source its text, cut off a little above the longest that may be an answer
     * @param damaged whether its text was not text
     */
    record Cell(String exercise, boolean code, String source, boolean damaged) {}

    private static final Pattern EXERCISE = Pattern.compile("\\d\\d-\\d");
    private static final Set<String> FIELDS = Set.of("cells", "metadata", "nbformat");

    /**
     * Reads a notebook.
     *
     * @param text the file's text
     * @return what it holds
     * @throws IOException if the text is not JSON, or is deeper than any notebook
     */
    static NotebookScan of(String text) throws IOException {
        try (JsonWalk json = new JsonWalk(text)) {
            Reader reader = new Reader(json);
            json.object("The notebook", FIELDS, reader::field);
            json.end();
            return new NotebookScan(
                    reader.format,
                    reader.hasCells,
                    reader.lesson,
                    reader.cells,
                    reader.repeated,
                    List.copyOf(json.notes()));
        }
    }

    /** What was read so far. */
    private static final class Reader {
        private final JsonWalk json;
        private final Map<String, Cell> cells = new TreeMap<>();
        private final Set<String> repeated = new TreeSet<>();
        private String lesson = "";
        private String format = "";
        private boolean hasCells;

        Reader(JsonWalk json) {
            this.json = json;
        }

        void field(String field) throws IOException {
            switch (field) {
                case "cells" -> {
                    cells.clear();
                    repeated.clear();
                    hasCells = json.list("The list of cells", number -> keep(CellScan.read(json, "cell " + number)));
                }
                case "metadata" -> metadata();
                default -> format = json.scalar();
            }
        }

        private void metadata() throws IOException {
            lesson = "";
            json.object("The notebook's metadata", Set.of("marl"), field -> {
                lesson = "";
                json.object("The course's entry in the metadata", Set.of("lesson"), inner -> {
                    lesson = json.text("The lesson's number in the metadata");
                });
            });
        }

        private void keep(Cell cell) {
            if (!EXERCISE.matcher(cell.exercise()).matches()) {
                return;
            }
            Cell before = cells.get(cell.exercise());
            if (before != null) {
                repeated.add(cell.exercise());
            }
            if (before == null || cell.code() || !before.code()) {
                cells.put(cell.exercise(), cell);
            }
        }
    }
}
