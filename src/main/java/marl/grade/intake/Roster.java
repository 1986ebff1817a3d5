package marl.grade.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import marl.project.UserError;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads a class list: a CSV file in UTF-8 with a header, as Moodle, Canvas, Gradescope, nbgrader or a spreadsheet write
 * it. {@link RosterColumns} says which columns count.
 */
public final class Roster {

    private final Path file;
    private final Map<String, Long> lines = new HashMap<>();
    private final List<Student> students = new ArrayList<>();
    private Optional<RosterColumns> columns = Optional.empty();

    private Roster(Path file) {
        this.file = file;
    }

    /**
     * Reads a class list.
     *
     * @param file the CSV file, with comma, semicolon or tab
     * @return the students in the order of the file
     * @throws UserError if the file cannot be read, has no id column, or an id is empty or stands twice
     */
    public static List<Student> read(Path file) {
        return new Roster(file).read();
    }

    private List<Student> read() {
        String text = text();
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(delimiter(text))
                .setTrim(true)
                .get();
        try (CSVParser csv = CSVParser.parse(text, format)) {
            for (CSVRecord row : csv) {
                if (row.stream().allMatch(String::isBlank)) {
                    continue;
                }
                if (columns.isEmpty()) {
                    columns = Optional.of(header(row));
                } else {
                    add(columns.get(), row, csv.getCurrentLineNumber());
                }
            }
        } catch (IOException | UncheckedIOException | IllegalStateException broken) {
            throw wrong("is not CSV (" + reason(broken) + "): save it as CSV again");
        }
        if (students.isEmpty()) {
            throw wrong("lists nobody: it needs a header line and a line for each student");
        }
        return List.copyOf(students);
    }

    private String text() {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
            String text = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException other) {
            throw wrong("is not in UTF-8: save it as \"CSV UTF-8\"");
        } catch (IOException broken) {
            throw UserError.usage("Cannot read the class list " + file + ": name a CSV file.");
        }
    }

    /** The one of comma, semicolon and tab that the first line has most of. */
    private static char delimiter(String text) {
        String header = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        char best = ',';
        for (char candidate : new char[] {';', '\t'}) {
            if (count(header, candidate) > count(header, best)) {
                best = candidate;
            }
        }
        return best;
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(c -> c == wanted).count();
    }

    /** The iterator of Commons CSV wraps what the parser found. */
    private static String reason(Exception broken) {
        return broken.getCause() == null
                ? broken.getMessage()
                : broken.getCause().getMessage();
    }

    private RosterColumns header(CSVRecord row) {
        RosterColumns found = RosterColumns.of(row);
        if (found.id().isEmpty()) {
            throw wrong("has no column with ids: its first line must name one " + String.join(", ", RosterColumns.IDS));
        }
        return found;
    }

    private void add(RosterColumns of, CSVRecord row, long line) {
        String id = of.id(row);
        if (id.isEmpty()) {
            throw wrong("has no " + of.id() + " in line " + line + ": write it in or delete the line");
        }
        if (id.chars().anyMatch(Character::isISOControl)) {
            throw wrong("has control characters in the " + of.id() + " of line " + line + ": is a quote missing?");
        }
        Long before = lines.put(Normalizer.normalize(id, Normalizer.Form.NFC), line);
        if (before != null) {
            throw wrong("has the " + of.id() + " " + id + " in line " + before + " and again in line " + line
                    + ": every student needs one of their own");
        }
        students.add(new Student(id, of.name(row), of.email(row)));
    }

    private UserError wrong(String what) {
        return UserError.usage("The class list " + file.getFileName() + " " + what + (what.endsWith("?") ? "" : "."));
    }
}
