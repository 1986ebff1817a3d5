package marl.grade.intake;

import java.io.IOException;
import java.util.Set;

/** Reads one cell of a submitted notebook. */
final class CellScan {

    private static final Set<String> FIELDS = Set.of("cell_type", "id", "metadata", "source");
    /** Long enough that what is cut off would have been refused; a line break may take two characters. */
    private static final int CUT = 2 * SourceRules.LONGEST + 2;

    private final JsonWalk json;
    private final String name;
    private final StringBuilder source = new StringBuilder();
    private String type = "";
    private String id = "";
    private String gradeId = "";
    private boolean damaged = true;

    private CellScan(JsonWalk json, String name) {
        this.json = json;
        this.name = name;
    }

    /**
     * Reads the cell that begins at the current token.
     *
     * @param json where it stands
     * @param name what to call the cell in sentences
     * @return the cell; its exercise is nbgrader's {@code grade_id}, else the cell's id, whatever that is
     */
    static NotebookScan.Cell read(JsonWalk json, String name) throws IOException {
        CellScan cell = new CellScan(json, name);
        json.object(name, FIELDS, cell::field);
        String exercise = cell.gradeId.isEmpty() ? cell.id : cell.gradeId;
        return new NotebookScan.Cell(exercise, cell.type.equals("code"), cell.source.toString(), cell.damaged);
    }

    private void field(String field) throws IOException {
        switch (field) {
            case "cell_type" -> type = json.text("The type of " + name);
            case "id" -> id = json.text("The id of " + name);
            case "metadata" -> metadata();
            default -> {
                source.setLength(0);
                damaged = !json.lines("The source of " + name, this::append);
            }
        }
    }

    private void metadata() throws IOException {
        gradeId = "";
        json.object("The metadata of " + name, Set.of("nbgrader"), field -> {
            gradeId = "";
            json.object("nbgrader's entry in " + name, Set.of("grade_id"), inner -> {
                gradeId = json.text("nbgrader's id of " + name);
            });
        });
    }

    private void append(String text) {
        source.append(text, 0, Math.min(text.length(), CUT - source.length()));
    }
}
