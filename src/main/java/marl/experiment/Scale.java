package marl.experiment;

/**
 * Shrinks experiments for smoke tests: the environment variable {@code MARL_SCALE} (or the system property {@code
 * marl.scale}, which wins) is a factor in (0, 1] on the number of runs and episodes. Without it everything runs in full.
 *
 * <p>A lesson multiplies its own numbers, by {@link #of}; results of a shrunk run are not judged, see {@link Reproduce}.
 */
public final class Scale {
    private Scale() {}

    /**
     * The factor.
     *
     * @throws IllegalStateException if it is set to anything but a number in (0, 1]
     */
    public static double factor() {
        String text = System.getProperty("marl.scale", System.getenv().getOrDefault("MARL_SCALE", "1"));
        try {
            double factor = Double.parseDouble(text);
            if (factor > 0 && factor <= 1) {
                return factor;
            }
        } catch (NumberFormatException e) {
            // Reported below, with the range.
        }
        throw new IllegalStateException(
                "MARL_SCALE must be a number above 0 and at most 1, such as 0.1, but is \"" + text + "\".");
    }

    /** Whether everything runs in full. */
    public static boolean full() {
        return factor() == 1;
    }

    /** The number, scaled and rounded, but at least 1. */
    public static int of(int n) {
        return of(n, 1);
    }

    /** The number, scaled and rounded, but at least {@code least}: 2 where an interval is wanted. */
    public static int of(int n, int least) {
        return Math.max(least, (int) Math.round(n * factor()));
    }
}
