package marl.experiment;

/**
 * How far a long computation is, and the place where it can be stopped: {@link #step} ends the loop when the thread was
 * interrupted. Made for loops such as
 *
 * <pre>{@code
 * Progress progress = Progress.named("climbing", episodes);
 * for (int e = 0; e < episodes; e++) {
 *     ...
 *     progress.step();
 * }
 * progress.done();
 * }</pre>
 *
 * <p>On a live {@link Screen} it is one bar that is redrawn at whole per cents. Elsewhere it prints at most five lines to
 * standard output (start, 25, 50, 75 %, end), without times, so that outputs can be compared. {@code MARL_PROGRESS=off}
 * in the environment, or the system property {@code marl.progress=off}, silences all.
 */
public interface Progress {
    /** Shows the start; the first step does so too. */
    void start();

    /**
     * One more is done. Throws java.util.concurrent.CancellationException, with a sentence that says after how many, if
     * the thread was interrupted; that clears the interrupt flag, so that the next cell can run.
     */
    void step();

    /** The end is reached, or will not be. Doing it twice is harmless. */
    void done();

    /**
     * Progress that is shown.
     *
     * @param name what is going on
     * @param total how many steps it has, at least 1; IllegalArgumentException otherwise
     */
    static Progress named(String name, long total) {
        if (total < 1) {
            throw new IllegalArgumentException("Progress needs at least one step, but total = " + total + ".");
        }
        String wish = System.getProperty("marl.progress", System.getenv().getOrDefault("MARL_PROGRESS", "on"));
        return wish.equalsIgnoreCase("off")
                ? new ProgressBar(name, total, new ProgressBar.Nowhere())
                : new ProgressBar(
                        name,
                        total,
                        Screen.find()
                                .<ProgressBar.Output>map(ProgressBar.OnScreen::new)
                                .orElseGet(ProgressBar.AsText::new));
    }

    /** Progress that shows nothing but can still be stopped. */
    static Progress silent() {
        return new ProgressBar("Work", Long.MAX_VALUE, new ProgressBar.Nowhere());
    }
}
