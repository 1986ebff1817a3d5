package marl.check;

import static marl.exercise.Expect.given;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import marl.exercise.Cases;
import marl.exercise.Part;
import marl.exercise.Remote;

/**
 * Gives up on answers that may never return. What does not return in time is abandoned, not stopped: its thread is a daemon
 * and goes on until the program ends.
 */
final class TimeLimit {
    static final Duration PATIENCE = Duration.ofSeconds(4);

    private TimeLimit() {}

    /** The same body, as long as it returns in time; otherwise a counter-example that says so. */
    static <T> Part.Body<T> on(Part.Body<T> body) {
        return (answer, cases) -> {
            if (answer instanceof Remote) {
                body.run(answer, cases); // whoever runs it there has limits of its own
            } else {
                run(body, answer, cases);
            }
        };
    }

    private static <T> void run(Part.Body<T> body, T answer, Cases cases) throws Exception {
        FutureTask<Boolean> task = new FutureTask<>(() -> {
            body.run(answer, cases);
            return true;
        });
        Thread thread = new Thread(task, "check");
        thread.setDaemon(true);
        thread.start();
        try {
            task.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            task.cancel(true);
            given("all cases of this part")
                    .that(
                            false,
                            "an answer",
                            "none within %d seconds; it was given up, so look for a loop that never ends and restart the"
                                    + " kernel",
                            PATIENCE.toSeconds());
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }
}
