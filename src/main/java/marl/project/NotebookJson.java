package marl.project;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Notebook files as Jupyter writes them: one space of indentation, text split into lines, names in order, a line break at the end. */
public final class NotebookJson {

    /** Reads and writes notebooks. */
    public static final ObjectMapper MAPPER = new ObjectMapper();

    private NotebookJson() {}

    /**
     * The text of a notebook file.
     *
     * @param notebook the notebook
     * @return JSON
     */
    public static String write(ObjectNode notebook) {
        DefaultIndenter lines = new DefaultIndenter(" ", "\n");
        Separators separators = Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                .withArrayEmptySeparator("")
                .withObjectEmptySeparator("");
        DefaultPrettyPrinter printer =
                new DefaultPrettyPrinter(separators).withObjectIndenter(lines).withArrayIndenter(lines);
        try {
            return MAPPER.writer(printer)
                            .with(JsonNodeFeature.WRITE_PROPERTIES_SORTED)
                            .writeValueAsString(notebook)
                    + "\n";
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * Reads a notebook.
     *
     * @param text the file's text
     * @return the notebook
     * @throws IllegalArgumentException if the text is not JSON or not a notebook of format 4
     */
    public static ObjectNode read(String text) {
        try {
            if (MAPPER.readTree(text) instanceof ObjectNode notebook
                    && notebook.path("nbformat").asInt() == 4
                    && notebook.path("cells").isArray()) {
                return notebook;
            }
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException("This is not JSON: " + broken.getOriginalMessage() + ".", broken);
        }
        throw new IllegalArgumentException("This is not a notebook of format 4.");
    }

    /**
     * Text as a notebook stores it.
     *
     * @param text any text
     * @return its lines, each with its line break
     */
    public static ArrayNode lines(String text) {
        ArrayNode lines = MAPPER.createArrayNode();
        int start = 0;
        while (start < text.length()) {
            int end = text.indexOf('\n', start);
            end = end < 0 ? text.length() : end + 1;
            lines.add(text.substring(start, end));
            start = end;
        }
        return lines;
    }

    /**
     * The text of a cell or of an output, which a notebook stores as one string or as lines.
     *
     * @param node the node
     * @return the text
     */
    public static String text(com.fasterxml.jackson.databind.JsonNode node) {
        if (!node.isArray()) {
            return node.asText();
        }
        StringBuilder text = new StringBuilder();
        node.forEach(line -> text.append(line.asText()));
        return text.toString();
    }
}
