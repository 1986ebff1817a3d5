package marl.selfplay;

import java.util.concurrent.CancellationException;

/** Looks up from a very long episode now and then. */
final class Patience {
    private static final int LOOK_EVERY = 1024;
    private static final int MOST_STEPS = 10_000_000;

    private Patience() {}

    /** Throws CancellationException if the thread was interrupted, and IllegalStateException after ten million steps. */
    static void look(String game, int steps) {
        if (steps % LOOK_EVERY != 0) {
            return;
        }
        if (Thread.interrupted()) {
            throw new CancellationException(
                    game + ": stopped by you within an episode, after " + steps + " of its steps.");
        }
        if (steps >= MOST_STEPS) {
            throw new IllegalStateException(
                    "An episode of " + game + " has not ended after " + steps + " steps; give the game a limit.");
        }
    }
}
