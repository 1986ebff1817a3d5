package marl.game;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;

/**
 * A thread that works through numbered pairings, one after the other, while the thread that started it watches the clock.
 * One thread for all of them: to hand over each pairing takes longer than its matches when the machine is busy. Whatever it
 * does after it was dismissed is not heard any more.
 */
final class Shift {
    /** What is to be done. Called by the shift's thread, except for {@code late}. */
    interface Work {
        /** Does a pairing, and returns what is to be noted once it is known that nobody was waiting in vain. */
        Runnable pairing(int number);

        /** A pairing has taken too long; called by the watching thread. */
        void late(int number);
    }

    private final Work work;
    private final int end;
    private final long limit;
    private int at;
    private long since;
    private boolean dismissed;
    private boolean ended;
    private Optional<Throwable> failure = Optional.empty();

    private Shift(Work work, int first, int end, Duration limit) {
        this.work = work;
        this.at = first;
        this.end = end;
        this.limit = limit.toNanos();
    }

    /**
     * Works until the end, or until a pairing is late.
     *
     * @return the number of the next pairing, or {@code end}
     * @throws CancellationException if interrupted
     */
    static int work(Work work, int first, int end, Duration limit) {
        Shift shift = new Shift(work, first, end, limit);
        Thread thread = new Thread(shift::all, "tournament");
        thread.setDaemon(true);
        shift.since = System.nanoTime();
        thread.start();
        try {
            if (shift.watch()) {
                return end;
            }
        } catch (InterruptedException e) {
            throw new CancellationException("Tournament: stopped by you.");
        } finally {
            shift.dismiss();
            thread.interrupt();
        }
        work.late(shift.at);
        return shift.at + 1;
    }

    private void all() {
        try {
            for (int number = at; number < end && begin(number); number++) {
                Runnable note = work.pairing(number);
                synchronized (this) {
                    if (!dismissed) {
                        note.run();
                    }
                }
            }
            end(Optional.empty());
        } catch (RuntimeException | Error e) {
            end(Optional.of(e));
        }
    }

    private synchronized boolean begin(int number) {
        if (!dismissed) {
            at = number;
            since = System.nanoTime();
        }
        return !dismissed;
    }

    private synchronized void end(Optional<Throwable> why) {
        failure = why;
        ended = true;
        notifyAll();
    }

    /** Whether it ended; false if the pairing it is at has taken too long. */
    private synchronized boolean watch() throws InterruptedException {
        while (!ended) {
            long left = limit - (System.nanoTime() - since);
            if (left <= 0) {
                dismissed = true;
                return false;
            }
            TimeUnit.NANOSECONDS.timedWait(this, left + TimeUnit.MILLISECONDS.toNanos(1));
        }
        if (failure.isPresent()) {
            throw new IllegalStateException(failure.get());
        }
        return true;
    }

    private synchronized void dismiss() {
        dismissed = true;
    }
}
