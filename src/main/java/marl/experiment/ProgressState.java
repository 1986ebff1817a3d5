package marl.experiment;

/**
 * How far something is: what {@link Screen} is given to draw as a bar.
 *
 * @param name what is going on
 * @param done how many steps are done
 * @param total of how many
 */
public record ProgressState(String name, long done, long total) {
    /** Whole per cents done, rounded down. */
    public int percent() {
        return (int) (100.0 * done / total);
    }

    /** Such as "climbing: 75 of 300 (25 %)". */
    @Override
    public String toString() {
        return name + ": " + done + " of " + total + " (" + percent() + " %)";
    }
}
