package marl.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/**
 * Runs independent tasks on a pool of its own and returns their results in the order of the tasks. Threads are daemons and
 * carry the caller's context class loader, without which natives would not be found from a notebook.
 *
 * <p>If tasks fail, the failure of the <b>first in order</b> is rethrown: later ones are cancelled, earlier ones finish,
 * so which failure is reported does not depend on the number of threads. An interrupt of the caller cancels all.
 */
public final class Workers {
    private static final int PATIENCE_SECONDS = 5;

    private Workers() {}

    private record Ended<T>(int task, Optional<T> result, Optional<Throwable> failure) {}

    static <T> List<T> run(
            String name, int threads, List<Callable<T>> tasks, Progress progress, IntFunction<String> label) {
        ExecutorService pool = Executors.newFixedThreadPool(Math.min(threads, tasks.size()), factory(name));
        CompletionService<Ended<T>> completion = new ExecutorCompletionService<>(pool);
        List<Future<Ended<T>>> futures = new ArrayList<>();
        try {
            progress.start();
            for (int i = 0; i < tasks.size(); i++) {
                futures.add(completion.submit(guarded(i, tasks.get(i))));
            }
            return collect(completion, futures, progress, label);
        } catch (InterruptedException e) {
            throw new CancellationException(
                    name + ": stopped by you after " + count(futures) + " of " + tasks.size() + " runs.");
        } finally {
            progress.done();
            close(pool);
        }
    }

    private static <T> Callable<Ended<T>> guarded(int task, Callable<T> callable) {
        return () -> {
            try {
                T result = Objects.requireNonNull(callable.call(), "it returned null; return a row");
                return new Ended<>(task, Optional.of(result), Optional.empty());
            } catch (Throwable e) {
                return new Ended<>(task, Optional.empty(), Optional.of(e));
            }
        };
    }

    private static <T> List<T> collect(
            CompletionService<Ended<T>> completion,
            List<Future<Ended<T>>> futures,
            Progress progress,
            IntFunction<String> label)
            throws InterruptedException {
        List<Optional<T>> results = new ArrayList<>();
        futures.forEach(f -> results.add(Optional.empty()));
        Optional<Ended<T>> failed = Optional.empty();
        for (int i = 0; i < futures.size(); i++) {
            Future<Ended<T>> future = completion.take();
            if (future.isCancelled()) {
                continue;
            }
            Ended<T> ended = get(future);
            results.set(ended.task, ended.result);
            if (ended.failure.isPresent()
                    && failed.map(f -> ended.task < f.task).orElse(true)) {
                failed = Optional.of(ended);
                futures.subList(ended.task + 1, futures.size()).forEach(f -> f.cancel(true));
            }
            if (failed.isEmpty()) {
                progress.step();
            }
        }
        if (failed.isPresent()) {
            throw failure(label.apply(failed.get().task), failed.get().failure.orElseThrow());
        }
        return results.stream().map(Optional::orElseThrow).toList();
    }

    private static <T> Ended<T> get(Future<Ended<T>> future) throws InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("A worker ended without a result.", e);
        }
    }

    private static RuntimeException failure(String label, Throwable cause) {
        String reason = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        String message = "The run with " + label + " failed: " + reason;
        // A stub says that it is unsolved with this type, and whoever called must still recognise it.
        return cause instanceof UnsupportedOperationException
                ? new UnsupportedOperationException(message, cause)
                : new IllegalStateException(message, cause);
    }

    private static long count(List<? extends Future<?>> futures) {
        return futures.stream().filter(f -> f.isDone() && !f.isCancelled()).count();
    }

    private static void close(ExecutorService pool) {
        pool.shutdownNow();
        try {
            pool.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            // A second stop: leave at once; the workers are daemons and have been told.
            Thread.currentThread().interrupt();
        }
    }

    private static ThreadFactory factory(String name) {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        AtomicInteger number = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(task, "sweep " + name + " " + number.incrementAndGet());
            thread.setDaemon(true);
            thread.setContextClassLoader(loader);
            return thread;
        };
    }
}
