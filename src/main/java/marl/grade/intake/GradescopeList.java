package marl.grade.intake;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.yaml.snakeyaml.LoaderOptions;

/**
 * Gradescope's list of an export, {@code submission_metadata.yml}: which folder was handed in by whom. It is read token
 * by token, so tags make no objects, aliases copy nothing, and numbers keep their leading zeros.
 */
final class GradescopeList {

    private static final String NAME = "submission_metadata.yml";
    private static final Set<String> WANTED = Set.of(":name", ":sid", ":email");
    /** In characters: test outputs stand in the file, too, and a large class has many. */
    private static final int LONGEST = 100_000_000;

    private GradescopeList() {}

    /** Students by folder: sid, else email, else the submission's number. Empty without a list. */
    static Map<String, List<String>> in(Path folder, List<String> problems) {
        Path file = folder.resolve(NAME);
        Map<String, List<String>> students = new TreeMap<>();
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return students;
        }
        Map<String, Map<String, Map<String, String>>> folders = new TreeMap<>();
        try (Reader text = Files.newBufferedReader(file);
                JsonParser yaml = factory().createParser(text)) {
            read(yaml, folders);
        } catch (IOException broken) {
            problems.add(NAME + " is damaged, so the submissions that it does not tell stand under their numbers.");
        }
        folders.forEach((name, submitters) -> {
            List<String> ids = new ArrayList<>();
            for (Map<String, String> submitter : submitters.values()) {
                String id = submitter.getOrDefault(":sid", "");
                ids.add(id.isEmpty() ? submitter.getOrDefault(":email", "") : id);
            }
            ids.removeIf(String::isEmpty);
            students.put(
                    name,
                    ids.isEmpty()
                            ? List.of(number(name))
                            : ids.stream().distinct().toList());
        });
        nameTheRest(folder, students, problems);
        return students;
    }

    /** Keeps what stands at {@code /folder/:submitters/index/field}; earlier submissions stand deeper. */
    private static void read(JsonParser yaml, Map<String, Map<String, Map<String, String>>> folders)
            throws IOException {
        for (JsonToken token = yaml.nextToken(); token != null; token = yaml.nextToken()) {
            String field = yaml.currentName(); // null in a list
            boolean value = token.isScalarValue() && token != JsonToken.VALUE_NULL;
            if (!value || field == null || !WANTED.contains(field)) {
                continue;
            }
            String[] path = yaml.getParsingContext().pathAsPointer().toString().split("/", -1);
            if (path.length == 5 && path[2].equals(":submitters")) {
                String folder = path[1].replace("~1", "/").replace("~0", "~");
                folders.computeIfAbsent(folder, f -> new LinkedHashMap<>())
                        .computeIfAbsent(path[3], i -> new TreeMap<>())
                        .put(field, yaml.getText().strip());
            }
        }
    }

    private static void nameTheRest(Path folder, Map<String, List<String>> students, List<String> problems) {
        try (var entries = Files.newDirectoryStream(folder, "submission_*")) {
            for (Path entry : entries) {
                String name = entry.getFileName().toString();
                if (name.matches("submission_\\d+")) {
                    students.putIfAbsent(name, List.of(number(name)));
                }
            }
        } catch (IOException | DirectoryIteratorException broken) {
            problems.add("The folder of submissions cannot be read.");
        }
    }

    private static String number(String folder) {
        return folder.replaceFirst("^submission_", "");
    }

    private static YAMLFactory factory() {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(LONGEST);
        return YAMLFactory.builder().loaderOptions(options).build();
    }
}
