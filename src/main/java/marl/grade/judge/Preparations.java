package marl.grade.judge;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import marl.exercise.Exercise;
import marl.grade.intake.Answer;
import marl.grade.intake.ReleasedNotebook;
import marl.grade.intake.SubmittedNotebook;
import marl.grade.mark.MarkStatus;
import marl.worker.Preparation;

/** What a worker is told of each exercise: the student's answers, and everything else from the released notebook. */
final class Preparations {

    /** What the kernel imports by itself. */
    private static final List<String> KERNEL = List.of(
            "import java.util.*;",
            "import java.io.*;",
            "import java.math.*;",
            "import java.net.*;",
            "import java.util.concurrent.*;",
            "import java.util.prefs.*;",
            "import java.util.regex.*;");

    /** Methods that every notebook has; a worker shows nothing. */
    private static final String DISPLAY = """
            void printf(String format, Object... values) {}
            String display(Object value) { return ""; }
            String render(Object value) { return ""; }
            """;

    private final ReleasedNotebook master;
    private final SubmittedNotebook submitted;

    Preparations(ReleasedNotebook master, SubmittedNotebook submitted) {
        this.master = master;
        this.submitted = submitted;
    }

    /** Why an exercise cannot be tried at all, if it cannot. */
    Optional<PartOutcome> refusal(String id) {
        Answer answer = submitted.answers().get(id);
        if (answer == null) {
            return Optional.of(
                    new PartOutcome(MarkStatus.UNSOLVED, "", "The notebook has no answer cell for this exercise."));
        }
        return answer.refusal().isEmpty()
                ? Optional.empty()
                : Optional.of(new PartOutcome(MarkStatus.UNSOLVED, "", answer.refusal()));
    }

    /** The text of an answer that {@link #refusal} lets through. */
    String source(String id) {
        return submitted.answers().get(id).source();
    }

    /** What was odd about an answer. */
    List<String> notes(Exercise<?> exercise) {
        Answer answer = submitted.answers().get(exercise.id());
        if (answer == null) {
            return List.of();
        }
        List<String> notes = new ArrayList<>(answer.notes());
        for (String name : exercise.forbiddenIn(answer.source())) {
            notes.add("The answer mentions " + name
                    + ", which is not there when it is graded, because it is what you are" + " asked to write.");
        }
        return notes;
    }

    Preparation of(Exercise<?> exercise) {
        String id = exercise.id();
        ReleasedNotebook.Exercise own = master.exercises().stream()
                .filter(e -> e.id().equals(id))
                .findFirst()
                .orElseThrow();
        Comparator<ReleasedNotebook.Exercise> nearest = Comparator.comparingInt(e -> distance(e.index(), own.index()));
        String[] others = master.exercises().stream()
                .filter(e -> !e.id().equals(id))
                .sorted(nearest)
                .map(e -> submitted.answers().get(e.id()))
                .filter(answer -> answer != null && answer.refusal().isEmpty())
                .map(Answer::source)
                .toArray(String[]::new);
        Stream<String> cells = master.cells().stream()
                .sorted(Comparator.comparingInt(cell -> distance(cell.index(), own.index())))
                .map(ReleasedNotebook.Cell::source);
        return new Preparation(
                id,
                exercise.contract().getName(),
                imports(),
                submitted.answers().get(id).source(),
                own.check(),
                others,
                Stream.concat(cells, Stream.of(DISPLAY)).toArray(String[]::new));
    }

    /** Cells before the answer come first, the nearest of them before all others; then those after it. */
    private static int distance(int cell, int answer) {
        return cell < answer ? answer - cell : 1_000_000 + cell - answer;
    }

    /** The kernel's imports, as the kernel itself reads them. */
    private static String[] imports() {
        try (InputStream in = Preparations.class.getResourceAsStream("/marl/kernel/startup.jshell")) {
            Stream<String> own = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.startsWith("import "));
            return Stream.concat(KERNEL.stream(), own).toArray(String[]::new);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
