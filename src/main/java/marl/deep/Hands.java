package marl.deep;

import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;

/**
 * Does something for each of a few parts, one after the other or, with two threads, the last on a thread of its own. The parts must
 * not touch what is another's; so the results are the same either way.
 */
public final class Hands implements AutoCloseable {
    private final ExecutorService other;
    private final boolean two;

    /** For work on 1 thread or on 2, of which the second ends with {@link #close}. */
    public Hands(int threads) {
        two = threads > 1;
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        other = Executors.newSingleThreadExecutor(task -> {
            Thread thread = new Thread(task, "second hand");
            thread.setDaemon(true);
            thread.setContextClassLoader(loader);
            return thread;
        });
    }

    /**
     * Runs the task for the parts 0 to {@code parts - 1}.
     *
     * @throws CancellationException if the caller is interrupted
     */
    public void run(int parts, IntConsumer task) {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("The training was stopped by you.");
        }
        if (!two || parts == 1) {
            for (int part = 0; part < parts; part++) {
                task.accept(part);
            }
            return;
        }
        Future<?> last = other.submit(() -> task.accept(parts - 1));
        try {
            for (int part = 0; part < parts - 1; part++) {
                task.accept(part);
            }
            last.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("The training was stopped by you.");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException("A part of the batch failed: " + e.getCause() + ".", e.getCause());
        }
    }

    @Override
    public void close() {
        other.shutdownNow();
    }
}
