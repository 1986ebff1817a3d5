package marl.train;

import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A second thread that does one thing while the caller does another. */
final class TwoThreads implements AutoCloseable {
    private final ExecutorService other;

    TwoThreads() {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        other = Executors.newSingleThreadExecutor(task -> {
            Thread thread = new Thread(task, "training");
            thread.setDaemon(true);
            thread.setContextClassLoader(loader);
            return thread;
        });
    }

    /**
     * Does both at once and returns when both are done.
     *
     * @throws CancellationException if the caller is interrupted
     */
    void both(Runnable here, Runnable there) {
        Future<?> second = other.submit(there);
        here.run();
        try {
            second.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("The training was stopped by you.");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException("A learner failed: " + e.getCause() + ".", e.getCause());
        }
    }

    @Override
    public void close() {
        other.shutdownNow();
    }
}
