package marl.exercise;

/**
 * A service: takes answers in place of checking them. A grader's worker has one, and no checks; a notebook has checks, and
 * no receiver.
 */
public interface AnswerReceiver {

    /**
     * Takes an answer.
     *
     * @param exercise the exercise
     * @param answer an object of its contract
     */
    void receive(Exercise<?> exercise, Object answer);
}
