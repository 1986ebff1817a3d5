package marl.course.text;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.CRC32;
import marl.project.NotebookJson;

/** Makes the two notebooks of a lesson: the student's with stubs, and the instructor's, solved but not yet executed. */
public final class NotebookMaker {

    private final Lesson lesson;
    private final boolean solved;
    private final Map<String, Integer> idsUsed = new HashMap<>();

    private NotebookMaker(Lesson lesson, boolean solved) {
        this.lesson = lesson;
        this.solved = solved;
    }

    /**
     * The notebook a student works in: stubs, no instructor's notes, no outputs.
     *
     * @param lesson a lesson without mistakes
     * @return the notebook
     */
    public static ObjectNode student(Lesson lesson) {
        return new NotebookMaker(lesson, false).make();
    }

    /**
     * The solved notebook with the instructor's notes, to be executed.
     *
     * @param lesson a lesson without mistakes
     * @return the notebook
     */
    public static ObjectNode solution(Lesson lesson) {
        return new NotebookMaker(lesson, true).make();
    }

    private ObjectNode make() {
        ObjectNode notebook = NotebookJson.MAPPER.createObjectNode();
        ArrayNode cells = notebook.putArray("cells");
        boolean first = true;
        SlideDeck deck = new SlideDeck();
        for (Cell cell : lesson.cells()) {
            if (cell.instructor() && !solved) {
                continue;
            }
            String slide = deck.next(cell);
            cells.add(cell.isCode() ? code(cell, slide) : prose(cell.source(), cell.instructor(), slide));
            if (first) {
                cells.add(prose(lesson.header().card(), false, SlideDeck.SAME));
                first = false;
            }
        }
        ObjectNode metadata = notebook.putObject("metadata");
        metadata.putObject("kernelspec")
                .put("display_name", "Java (MARL course)")
                .put("language", "java")
                .put("name", "marl-java");
        metadata.putObject("language_info")
                .put("codemirror_mode", "java")
                .put("file_extension", ".jshell")
                .put("mimetype", "text/x-java-source")
                .put("name", "Java")
                .put("pygments_lexer", "java")
                .put("version", "17");
        metadata.putObject("marl")
                .put("lesson", lesson.header().number())
                .put("title", lesson.header().title());
        notebook.put("nbformat", 4);
        notebook.put("nbformat_minor", 5);
        return notebook;
    }

    private ObjectNode prose(String source, boolean instructor, String slide) {
        ObjectNode node = NotebookJson.MAPPER.createObjectNode();
        node.put("cell_type", "markdown");
        node.put("id", id("", source));
        ObjectNode metadata = node.putObject("metadata");
        if (instructor) {
            metadata.put("audience", "instructor");
            metadata.putArray("tags").add("instructor");
        }
        metadata.putObject("slideshow").put("slide_type", slide);
        node.set("source", NotebookJson.lines(source));
        return node;
    }

    private ObjectNode code(Cell cell, String slide) {
        String source = solved ? cell.solvedSource() : cell.studentSource();
        ObjectNode node = NotebookJson.MAPPER.createObjectNode();
        node.put("cell_type", "code");
        node.putNull("execution_count");
        node.put("id", id(cell.kind() == Cell.Kind.CODE ? "" : Nbgrader.gradeId(cell), source));
        ObjectNode metadata = node.putObject("metadata");
        if (cell.kind() != Cell.Kind.CODE) {
            metadata.put("deletable", false);
            if (cell.kind() == Cell.Kind.CHECK) {
                metadata.put("editable", false);
            }
            metadata.set("nbgrader", Nbgrader.metadata(cell, source));
        } else if (cell.instructor()) {
            metadata.put("audience", "instructor");
        }
        metadata.putObject("slideshow").put("slide_type", slide);
        node.putArray("outputs");
        node.set("source", NotebookJson.lines(source));
        return node;
    }

    /** Exercises by name, other cells by content: inserting a cell changes no other cell's id. */
    private String id(String name, String source) {
        String base = name;
        if (name.isEmpty()) {
            CRC32 crc = new CRC32();
            crc.update(source.getBytes(StandardCharsets.UTF_8));
            base = String.format("c-%08x", crc.getValue());
        }
        int count = idsUsed.merge(base, 1, Integer::sum);
        return count == 1 ? base : base + "-" + count;
    }
}
