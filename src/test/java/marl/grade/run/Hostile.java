package marl.grade.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import marl.grade.intake.Notebooks;

/**
 * A hostile answer from {@code src/test/resources/hostile}. Its first line says for which exercise it is, how at least one
 * part must end, and how many points it may earn: none, unless it says so.
 *
 * @param name the file's name without its ending
 * @param exercise the exercise's id
 * @param expected a status's key, or {@code any}
 * @param points the most it may earn
 * @param source the answer cell
 */
record Hostile(String name, String exercise, String expected, double points, String source) {

    private static final Path FOLDER = Path.of("src/test/resources/hostile");
    private static final Pattern HEAD =
            Pattern.compile("// exercise (\\d\\d-\\d), expected: (\\w+)(?:, points (\\d+))?");

    static List<Hostile> all() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().map(Hostile::read).toList();
        }
    }

    private static Hostile read(Path file) {
        try {
            String text = Files.readString(file);
            Matcher head = HEAD.matcher(text.lines().findFirst().orElse(""));
            if (!head.matches()) {
                throw new AssertionError(file + " must begin with: // exercise 01-4, expected: timeout");
            }
            double points = head.group(3) == null ? 0 : Double.parseDouble(head.group(3));
            String name = file.getFileName().toString().replace(".jshell", "");
            return new Hostile(name, head.group(1), head.group(2), points, text);
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
    }

    /** The released notebook with this answer as its only one. */
    String notebook(Map<String, String> places) throws IOException {
        String source = source();
        for (Map.Entry<String, String> place : places.entrySet()) {
            source = source.replace("@" + place.getKey() + "@", place.getValue());
        }
        return Notebooks.answered(exercise.substring(0, 2), Map.of(exercise, source), true);
    }
}
