package marl.grade.intake;

import java.util.List;

/**
 * What a submission says for one exercise.
 *
 * @param exercise the exercise's id
 * @param source the answer cell's text with line breaks as {@code \n}; empty if it cannot be used
 * @param refusal why it cannot be used, in a sentence for the student; empty if it can
 * @param notes what was odd, for example that there were two answer cells
 */
public record Answer(String exercise, String source, String refusal, List<String> notes) {

    /** Copies the list. */
    public Answer {
        notes = List.copyOf(notes);
    }
}
