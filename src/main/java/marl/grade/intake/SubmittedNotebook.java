package marl.grade.intake;

import java.util.List;
import java.util.Map;

/**
 * A submitted notebook that was read: its answers and nothing else of it.
 *
 * @param lesson two digits; empty if the file is not a notebook of this course
 * @param sha256 the file's hash, in hexadecimal
 * @param notes what was odd about the file, in sentences for the student
 * @param answers by exercise id; an exercise of the lesson that is not among them was not handed in
 */
public record SubmittedNotebook(String lesson, String sha256, List<String> notes, Map<String, Answer> answers) {

    /** Copies the collections. */
    public SubmittedNotebook {
        notes = List.copyOf(notes);
        answers = Map.copyOf(answers);
    }
}
