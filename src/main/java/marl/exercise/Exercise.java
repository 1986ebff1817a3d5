package marl.exercise;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * One exercise: what a student is asked for, stated as a Java interface that the student's code fills.
 *
 * <p>The same object serves the notebook, the auto-grader and the project's own tests. It holds no answers.
 *
 * @param <T> the contract, an interface with one method
 * @param id lesson and number, for example {@code "03-2"}
 * @param title a few words, as on the exercise card
 * @param points the full mark
 * @param contract the interface behind {@code T}
 * @param forbids binary names of library types that an answer must not use, because they are the answer
 */
public record Exercise<T>(String id, String title, double points, Class<T> contract, List<String> forbids) {

    private static final Pattern ID = Pattern.compile("\\d\\d-\\d");

    /** Checks the parts. */
    public Exercise {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("An exercise id is lesson-number like 03-2, not " + id + ".");
        }
        if (!(points > 0)) {
            throw new IllegalArgumentException("Exercise " + id + " needs points above 0, not " + points + ".");
        }
        if (!contract.isInterface()) {
            throw new IllegalArgumentException("The contract of " + id + " must be an interface.");
        }
        Objects.requireNonNull(title, "title");
        forbids = List.copyOf(forbids);
    }

    /**
     * An exercise that may use the whole library except {@code forbids}.
     *
     * @param id lesson and number, for example {@code "03-2"}
     * @param title a few words
     * @param points the full mark
     * @param contract an interface with one method
     * @param forbids binary names of library types that would be the answer itself
     * @param <T> the contract
     * @return the exercise
     */
    public static <T> Exercise<T> of(String id, String title, double points, Class<T> contract, String... forbids) {
        return new Exercise<>(id, title, points, contract, List.of(forbids));
    }

    /**
     * The lesson this exercise belongs to.
     *
     * @return two digits
     */
    public String lesson() {
        return id.substring(0, 2);
    }

    /**
     * The library types that the code in a piece of source names and that this exercise forbids, because they are its answer.
     * Comments and strings may name them.
     *
     * @param source Java, as a student wrote it
     * @return simple names in the order of {@link #forbids()}; empty if there is none
     */
    public List<String> forbiddenIn(String source) {
        String code = SourceText.code(source);
        return forbids.stream()
                .map(name -> name.substring(name.lastIndexOf('.') + 1))
                .filter(name ->
                        Pattern.compile("\\b" + name + "\\b").matcher(code).find())
                .toList();
    }
}
