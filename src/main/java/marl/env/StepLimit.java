package marl.env;

import java.util.concurrent.CancellationException;

/**
 * After how many steps an episode is taken for endless. Every run loop looks at it now and then, and then also looks up for an
 * interrupt.
 *
 * @param steps the limit
 */
public record StepLimit(int steps) {
    /** Where something is learned: ten million steps. */
    public static final StepLimit LEARNING = new StepLimit(10_000_000);

    /** Where nothing is learned, so that a policy may walk in circles: a million steps. */
    public static final StepLimit EVALUATION = new StepLimit(1_000_000);

    private static final int LOOK_EVERY = 1024;

    /**
     * Looks up, after every 1,024 steps of an episode.
     *
     * @param game the game's name
     * @param done how many steps were taken
     * @throws CancellationException if the thread was interrupted
     * @throws IllegalStateException if the episode is too long
     */
    public void check(String game, int done) {
        if (done % LOOK_EVERY != 0 || done == 0) {
            return;
        }
        if (Thread.interrupted()) {
            throw new CancellationException(
                    game + ": stopped by you within an episode, after " + done + " of its steps.");
        }
        if (done >= steps) {
            throw new IllegalStateException(
                    "An episode of " + game + " has not ended after " + done + " steps; give the game a step limit.");
        }
    }
}
