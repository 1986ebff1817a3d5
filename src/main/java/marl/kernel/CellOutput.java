package marl.kernel;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * What a cell prints: at most so much, in pieces as large as a twentieth of a second makes them, and nothing from threads
 * that were stopped. A notebook that gets a message for each line falls behind, and loses some.
 */
final class CellOutput extends OutputStream {
    private static final long PAUSE = 50;
    private static final int PIECE = 1 << 16;

    private final OutputStream target;
    private final long most;
    private final ByteArrayOutputStream waiting = new ByteArrayOutputStream();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "output of a cell");
        thread.setDaemon(true);
        return thread;
    });
    private long written;
    private boolean told;

    CellOutput(OutputStream target, long most) {
        this.target = target;
        this.most = most;
        clock.scheduleWithFixedDelay(this::send, PAUSE, PAUSE, TimeUnit.MILLISECONDS);
    }

    /** As a print stream, like {@link System#out}. */
    PrintStream stream() {
        return new PrintStream(this, true, StandardCharsets.UTF_8);
    }

    @Override
    public synchronized void write(byte[] bytes, int from, int count) {
        if (told || CellThreads.callerIsStopped()) {
            return;
        }
        written += count;
        if (written <= most) {
            waiting.write(bytes, from, count);
        } else {
            told = true;
            waiting.writeBytes(("\nThis cell has printed more than " + most / 1_000_000
                            + " MB. The rest is not shown; the cell goes on. The stop button ends it.\n")
                    .getBytes(StandardCharsets.UTF_8));
        }
        if (waiting.size() >= PIECE) {
            send();
        }
    }

    @Override
    public void write(int one) {
        write(new byte[] {(byte) one}, 0, 1);
    }

    /** Sends what is waiting. */
    synchronized void send() {
        if (waiting.size() > 0) {
            try {
                target.write(waiting.toByteArray());
                target.flush();
            } catch (IOException gone) {
                told = true; // nobody listens any more
            }
            waiting.reset();
        }
    }

    @Override
    public void close() {
        clock.shutdown();
        send();
    }
}
