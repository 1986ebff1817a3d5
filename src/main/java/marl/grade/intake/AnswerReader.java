package marl.grade.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Reads a submitted notebook without trusting any of it: the lesson is what the course wrote into it, an answer is the
 * cell that carries the exercise's id, and everything else in the file, names, checks and outputs, is ignored. Whatever
 * is wrong ends up as a sentence for the student, never as an exception.
 */
public final class AnswerReader {

    /** The largest file that is read, in bytes. */
    static final int LARGEST = 20_000_000;

    private final NotebookScan notebook;
    private final List<String> notes;
    private final Function<String, List<String>> exercisesOfLesson;

    private AnswerReader(NotebookScan notebook, Function<String, List<String>> exercisesOfLesson) {
        this.notebook = notebook;
        this.notes = new ArrayList<>(notebook.notes());
        this.exercisesOfLesson = exercisesOfLesson;
    }

    /**
     * Reads a submission.
     *
     * @param submission the notebook that was found
     * @param exercisesOfLesson the exercises' ids of a lesson, two digits; an empty list if the course has no such lesson
     * @return its answers; with an empty lesson and a note if there are none to be had
     */
    public static SubmittedNotebook read(Submission submission, Function<String, List<String>> exercisesOfLesson) {
        FileText file = FileText.read(submission.file(), LARGEST);
        if (!file.problem().isEmpty()) {
            return nothing(file, file.problem());
        }
        if (file.text().isBlank()) {
            return nothing(file, "The notebook is empty: save it in Jupyter and hand it in again.");
        }
        try {
            NotebookScan notebook = NotebookScan.of(file.text());
            if (!notebook.hasCells() || notebook.format().isEmpty()) {
                return nothing(file, "The file is no notebook: hand in the .ipynb file that Jupyter saved.");
            }
            if (!notebook.format().equals("4")) {
                return nothing(
                        file,
                        "The notebook is not in format 4: open it in today's Jupyter, save it, hand it in again.");
            }
            return new AnswerReader(notebook, exercisesOfLesson).answers(file.sha256());
        } catch (IOException broken) {
            return nothing(file, damage(broken));
        }
    }

    private static SubmittedNotebook nothing(FileText file, String note) {
        return new SubmittedNotebook("", file.sha256(), List.of(note), Map.of());
    }

    private static String damage(IOException broken) {
        if (broken instanceof JsonEOFException) {
            return "The notebook is cut off: save it in Jupyter and hand it in again.";
        }
        if (broken instanceof StreamConstraintsException) {
            return "The notebook is nested deeper, or has longer names or numbers, than Jupyter writes: start from a fresh copy.";
        }
        int line = broken instanceof JsonProcessingException json && json.getLocation() != null
                ? json.getLocation().getLineNr()
                : 1;
        return "The notebook is damaged in line " + line
                + " of the file (it is not JSON): open it in Jupyter, and if that fails start from a fresh copy.";
    }

    private SubmittedNotebook answers(String sha256) {
        String lesson = notebook.lesson().isEmpty() ? lessonOfCells() : notebook.lesson();
        List<String> exercises = lesson.matches("\\d\\d") ? exercisesOfLesson.apply(lesson) : List.of();
        if (exercises.isEmpty()) {
            notes.add("The notebook does not belong to a lesson of this course that is marked.");
            return new SubmittedNotebook("", sha256, notes, Map.of());
        }
        Map<String, Answer> answers = new TreeMap<>();
        for (String exercise : exercises) {
            NotebookScan.Cell cell = notebook.cells().get(exercise);
            if (cell != null) {
                answers.put(exercise, answer(cell));
            }
        }
        if (answers.isEmpty()) {
            notes.add("The notebook has no answer cell of lesson " + lesson + ": put your answers into a fresh copy.");
        }
        return new SubmittedNotebook(lesson, sha256, notes, answers);
    }

    /** The lesson that all exercises in the notebook belong to; empty if there are none or they disagree. */
    private String lessonOfCells() {
        List<String> lessons = notebook.cells().keySet().stream()
                .map(id -> id.substring(0, 2))
                .distinct()
                .toList();
        if (lessons.size() != 1) {
            return "";
        }
        notes.add("The lesson's number is missing from the notebook's metadata; its exercises are those of lesson "
                + lessons.get(0) + ".");
        return lessons.get(0);
    }

    private Answer answer(NotebookScan.Cell cell) {
        List<String> odd = new ArrayList<>();
        if (notebook.repeated().contains(cell.exercise())) {
            odd.add("There are several answer cells; the last one counts.");
        }
        String source = SourceRules.lines(cell.source());
        String refusal = SourceRules.refusal(source);
        if (!cell.code()) {
            refusal = "The answer is no longer a code cell: turn it back into one (Esc, then Y).";
        } else if (cell.damaged()) {
            refusal = "The answer cell has no text that can be read: put the answer into a fresh copy.";
        } else if (source.isBlank()) {
            odd.add("The answer cell is empty.");
        }
        return new Answer(cell.exercise(), refusal.isEmpty() ? source : "", refusal, odd);
    }
}
