package marl.course.text;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads and checks a lesson's YAML header. */
final class HeaderReader {

    private static final Pattern FILE_NAME = Pattern.compile("(\\d\\d)-[a-z0-9-]+\\.md");

    private final List<String> yaml;
    private final Mistakes mistakes;

    private HeaderReader(List<String> yaml, Mistakes mistakes) {
        this.yaml = yaml;
        this.mistakes = mistakes;
    }

    static LessonHeader read(String fileName, List<String> yaml, Mistakes mistakes) {
        return new HeaderReader(yaml, mistakes).read(fileName);
    }

    private LessonHeader read(String fileName) {
        JsonNode root;
        try {
            root = new ObjectMapper(new YAMLFactory()).readTree(String.join("\n", yaml));
        } catch (JsonProcessingException broken) {
            int line = broken.getLocation() == null ? 1 : broken.getLocation().getLineNr() + 1;
            mistakes.add(line, "the header is not YAML: " + broken.getOriginalMessage());
            root = new ObjectMapper().createObjectNode();
        }
        JsonNode kernel = root.path("jupyter").path("kernelspec");
        if (!kernel.path("name").asText().equals("marl-java")
                || !kernel.path("language").asText().equals("java")) {
            mistakes.add(line("kernelspec"), "the header needs jupyter.kernelspec with name marl-java, language java");
        }
        JsonNode lesson = root.path("lesson");
        String number = text(lesson, "number");
        Matcher name = FILE_NAME.matcher(fileName);
        if (!name.matches()) {
            mistakes.add(1, "a lesson's file is called NN-name.md in lower case, not " + fileName);
        } else if (!name.group(1).equals(number)) {
            mistakes.add(line("number"), "lesson.number is " + number + " but the file is called " + fileName);
        }
        JsonNode minutes = lesson.path("minutes");
        return new LessonHeader(
                number,
                text(lesson, "title"),
                list(lesson, "objectives", true),
                list(lesson, "prerequisites", false),
                minutes(minutes, "read"),
                minutes(minutes, "run"),
                minutes(minutes, "solve"));
    }

    private String text(JsonNode lesson, String field) {
        String value = lesson.path(field).asText("");
        if (value.isBlank()) {
            mistakes.add(line("lesson"), "the header lacks lesson." + field);
        }
        return value;
    }

    private List<String> list(JsonNode lesson, String field, boolean required) {
        JsonNode node = lesson.path(field);
        List<String> values = new ArrayList<>();
        node.forEach(item -> values.add(item.asText()));
        if (!node.isArray() || (required && values.isEmpty())) {
            mistakes.add(line("lesson"), "the header lacks lesson." + field + ", a list");
        }
        return values;
    }

    private int minutes(JsonNode minutes, String field) {
        JsonNode node = minutes.path(field);
        if (!node.isInt() || node.asInt() < 0) {
            mistakes.add(line("minutes"), "the header lacks lesson.minutes." + field + ", a whole number");
        }
        return node.asInt(0);
    }

    /** The line of the file where a field's name stands, or the first line. */
    private int line(String field) {
        for (int i = 0; i < yaml.size(); i++) {
            if (yaml.get(i).strip().startsWith(field + ":")) {
                return i + 2;
            }
        }
        return 1;
    }
}
