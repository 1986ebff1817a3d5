package marl.grade.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import marl.worker.Link;

/**
 * Looks at a worker's processor time twenty times a second while a call is under way, and ends the worker at a limit. A
 * worker may have been started through other programs: the process that counts is the youngest of the chain.
 */
final class ProcessorWatch {

    private static final long TICK = 50;
    private static final double TICKS_A_SECOND = 100;

    private final Process process;
    private final Link link;
    private final Limits limits;
    private final Thread thread;
    private volatile boolean over;
    private volatile String reason = "";
    private volatile boolean slept;
    private volatile double seen;
    private volatile double exerciseBegan;
    private volatile boolean starting = true;
    private volatile Path statistics = Path.of("");

    ProcessorWatch(Process process, Link link, Limits limits) {
        this.process = process;
        this.link = link;
        this.limits = limits;
        thread = new Thread(this::watch, "watch over a worker");
        thread.setDaemon(true);
    }

    void begin() {
        thread.start();
    }

    /** The worker is ready: it is now the youngest process of the chain, and no student's code has run yet. */
    void ready() {
        ProcessHandle youngest = process.descendants()
                .max(Comparator.comparingLong(ProcessHandle::pid))
                .orElse(process.toHandle());
        statistics = Path.of("/proc/" + youngest.pid() + "/stat");
        starting = false;
    }

    void end() {
        over = true;
        thread.interrupt();
    }

    /** Processor time that was seen of the worker, in seconds. */
    double seen() {
        return seen;
    }

    /** Whether it was ended because it waited for nothing. */
    boolean slept() {
        return slept;
    }

    String reason() {
        return reason;
    }

    void nextExercise() {
        exerciseBegan = seconds();
    }

    void kill(String why) {
        if (reason.isEmpty()) {
            reason = why;
        }
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private void watch() {
        long call = -1;
        double callBegan = 0;
        long wallBegan = System.nanoTime();
        while (!over && process.isAlive()) {
            double now = seconds();
            seen = Math.max(seen, now);
            if (link.questions() != call || !link.isWaiting() && !starting) {
                call = link.questions();
                callBegan = now;
                wallBegan = System.nanoTime();
            }
            if (now - callBegan > seconds(limits.call())) {
                kill("Your code used more than " + text(limits.call()) + " of processor time in one call.");
            } else if (now - exerciseBegan > seconds(limits.exercise())) {
                kill("Your code used more than " + text(limits.exercise()) + " of processor time for this exercise.");
            } else if (System.nanoTime() - wallBegan > limits.wall().toNanos()) {
                slept = true;
                kill("Your code gave no answer for " + text(limits.wall()) + ".");
            }
            try {
                Thread.sleep(TICK);
            } catch (InterruptedException done) {
                return;
            }
        }
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1_000.0;
    }

    private static String text(Duration duration) {
        return marl.exercise.Verdict.number(seconds(duration)) + " s";
    }

    /** Processor time of the worker so far; 0 if it cannot be told. */
    private double seconds() {
        if (starting) {
            return 0;
        }
        try {
            String line = Files.readString(statistics);
            String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ");
            // After the name: state is field 0; user and system time, own and of children waited for, are 11 to 14.
            double ticks = 0;
            for (int k = 11; k <= 14; k++) {
                ticks += Double.parseDouble(fields[k]);
            }
            return ticks / TICKS_A_SECOND;
        } catch (IOException | RuntimeException elsewhere) {
            Optional<Duration> total = process.info().totalCpuDuration();
            return total.map(ProcessorWatch::seconds).orElse(0.0);
        }
    }
}
