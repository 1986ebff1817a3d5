package marl.grade.intake;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;

/**
 * Where a class list keeps what: columns by name, in small or capital letters, with blanks, hyphens or underscores. If
 * several could be the id, the earliest of {@link #IDS} is.
 *
 * @param id the name of the column with the ids; empty if there is none
 * @param places the place of each column by name
 */
record RosterColumns(String id, Map<String, Integer> places) {

    /** Columns that hold an id. {@code student} comes last: Canvas writes the name there. */
    static final List<String> IDS =
            List.of("sis_login_id", "student_id", "sid", "username", "identifier", "id", "id_number", "student");

    private static final List<String> NAMES = List.of("name", "full_name", "student_name");
    private static final List<String> FIRST = List.of("first_name", "firstname", "given_name");
    private static final List<String> LAST = List.of("last_name", "lastname", "surname", "family_name");
    private static final List<String> EMAILS = List.of("email", "email_address", "e_mail", "mail");

    /** Reads a header line. */
    static RosterColumns of(CSVRecord header) {
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < header.size(); i++) {
            String name = header.get(i).strip().toLowerCase(Locale.ROOT).replaceAll("[\\s_-]+", "_");
            places.putIfAbsent(name, i);
        }
        String id = IDS.stream().filter(places::containsKey).findFirst().orElse("");
        return new RosterColumns(id, places);
    }

    /** A student's id; empty if the row has none. Moodle's {@code Participant 1234567} is 1234567. */
    String id(CSVRecord row) {
        String text = field(row, List.of(id));
        return id.equals("identifier") ? text.replaceFirst("^\\D*(?=\\d+$)", "") : text;
    }

    /** A student's full name; empty if the list has none. */
    String name(CSVRecord row) {
        String whole = field(row, NAMES);
        if (whole.isEmpty() && !id.equals("student")) {
            whole = field(row, List.of("student"));
        }
        String parts = Stream.of(field(row, FIRST), field(row, LAST))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
        return whole.isEmpty() ? parts : whole;
    }

    /** A student's address; empty if the list has none. */
    String email(CSVRecord row) {
        return field(row, EMAILS);
    }

    private String field(CSVRecord row, List<String> names) {
        Optional<Integer> place =
                names.stream().filter(places::containsKey).findFirst().map(places::get);
        return place.filter(i -> i < row.size()).map(i -> row.get(i).strip()).orElse("");
    }
}
