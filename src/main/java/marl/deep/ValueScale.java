package marl.deep;

/**
 * The running mean and standard deviation of all returns so far, so that a critic can learn numbers of size 1 whatever the game
 * pays (Yu et al. 2022, "value normalisation"). Before the first return, and where it is switched off, it changes nothing.
 */
final class ValueScale {
    private static final double LEAST_DEVIATION = 1e-2;

    private final boolean on;
    private double count;
    private double mean;
    private double squares;

    ValueScale(boolean on) {
        this.on = on;
    }

    /** Counts these returns (Welford 1962). */
    void see(double[] returns) {
        if (!on) {
            return;
        }
        for (double x : returns) {
            count++;
            double before = x - mean;
            mean += before / count;
            squares += before * (x - mean);
        }
    }

    private double deviation() {
        return count < 2 ? 1 : Math.max(LEAST_DEVIATION, Math.sqrt(squares / count));
    }

    /** What the critic should say for this return. */
    double toNetwork(double value) {
        return on ? (value - mean) / deviation() : value;
    }

    /** The return that the critic means by this number. */
    double fromNetwork(double output) {
        return on ? output * deviation() + mean : output;
    }
}
