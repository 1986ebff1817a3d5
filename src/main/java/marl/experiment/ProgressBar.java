package marl.experiment;

import java.util.concurrent.CancellationException;

/** The one implementation of {@link Progress}; where it shows is its output's business. */
final class ProgressBar implements Progress {
    private final String name;
    private final long total;
    private final Output output;
    private long done;
    private boolean started;
    private boolean finished;

    ProgressBar(String name, long total, Output output) {
        this.name = name;
        this.total = total;
        this.output = output;
    }

    @Override
    public synchronized void start() {
        if (!started) {
            started = true;
            output.show(state(), false);
        }
    }

    @Override
    public synchronized void step() {
        start();
        done++;
        if (Thread.interrupted()) {
            done();
            throw new CancellationException(stopped(name, done, total));
        }
        if (done < total) {
            output.show(state(), false);
        }
    }

    @Override
    public synchronized void done() {
        if (started && !finished) {
            finished = true;
            output.show(state(), true);
        }
    }

    static String stopped(String name, long done, long total) {
        return name + ": stopped by you after " + done + (total == Long.MAX_VALUE ? "." : " of " + total + ".");
    }

    private ProgressState state() {
        return new ProgressState(name, done, total);
    }

    /** Where progress shows. */
    interface Output {
        void show(ProgressState state, boolean last);
    }

    /** Shows nothing. */
    static final class Nowhere implements Output {
        @Override
        public void show(ProgressState state, boolean last) {}
    }

    /** Prints at the start, at each quarter and at the end. */
    static final class AsText implements Output {
        private int quarters = -1;

        @Override
        public void show(ProgressState state, boolean last) {
            int quarter = state.percent() / 25;
            if (last) {
                String end = state.done() >= state.total() ? "done" : "stopped";
                System.out.println(state.name() + ": " + state.done() + " of " + state.total() + ", " + end);
            } else if (quarter > quarters) {
                quarters = quarter;
                System.out.println(state);
            }
        }
    }

    /** Redraws one place at each whole per cent. */
    static final class OnScreen implements Output {
        private final Screen screen;
        private String id = "";
        private int shown = -1;

        OnScreen(Screen screen) {
            this.screen = screen;
        }

        @Override
        public void show(ProgressState state, boolean last) {
            if (shown < 0) {
                id = screen.open(state, state.toString());
            } else if (last || state.percent() > shown) {
                screen.update(id, state, state.toString());
            }
            shown = state.percent();
        }
    }
}
