package marl.kernel;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.stream.Stream;

/** The threads of one cell: the one that runs it and all that its code starts. */
final class CellThreads extends ThreadGroup {
    /** Interrupted, and still waiting: a thread of a pool that has nothing to do. */
    private static final Set<Thread.State> IDLE =
            EnumSet.of(Thread.State.WAITING, Thread.State.TIMED_WAITING, Thread.State.TERMINATED);

    private volatile boolean stopped;

    CellThreads() {
        super("cell");
    }

    /** Whether the stop button was pressed; what such threads still print is thrown away. */
    boolean stopped() {
        return stopped;
    }

    /** Interrupts all and waits until they have ended or do nothing but wait, like the threads of a pool: at most so long. */
    void end(long millis) {
        stopped = true;
        int idle = 0;
        for (long waited = 0; idle < 5 && waited < millis; waited += 10) {
            List<Thread> living = living();
            living.forEach(Thread::interrupt);
            idle = living.stream().allMatch(thread -> IDLE.contains(thread.getState())) ? idle + 1 : 0;
            pause();
        }
    }

    /** Its own threads, and those that all cells share for parallel streams. */
    private List<Thread> living() {
        ThreadGroup root = this;
        while (root.getParent() != null) {
            root = root.getParent();
        }
        Thread[] all = new Thread[2 * root.activeCount() + 16];
        int count = root.enumerate(all);
        return Stream.of(all)
                .limit(count)
                .filter(thread -> isShared(thread) || of(thread).equals(Optional.of(this)))
                .toList();
    }

    private static boolean isShared(Thread thread) {
        return thread instanceof ForkJoinWorkerThread worker && worker.getPool() == ForkJoinPool.commonPool();
    }

    private static void pause() {
        try {
            Thread.sleep(10);
        } catch (InterruptedException again) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether the calling thread belongs to a stopped cell. */
    static boolean callerIsStopped() {
        return ofCaller().map(CellThreads::stopped).orElse(false);
    }

    /** The cell whose code started the calling thread; empty for threads that all cells share. */
    static Optional<CellThreads> ofCaller() {
        return of(Thread.currentThread());
    }

    private static Optional<CellThreads> of(Thread thread) {
        for (ThreadGroup group = isShared(thread) ? null : thread.getThreadGroup();
                group != null;
                group = group.getParent()) {
            if (group instanceof CellThreads cell) {
                return Optional.of(cell);
            }
        }
        return Optional.empty();
    }

    /** Says nothing about threads that were stopped. */
    @Override
    public void uncaughtException(Thread thread, Throwable thrown) {
        if (!stopped) {
            super.uncaughtException(thread, thrown);
        }
    }
}
