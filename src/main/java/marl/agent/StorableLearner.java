package marl.agent;

/**
 * A learner that can be written down as numbers and put back, bit for bit: itself, to go on later, and the policies it was
 * frozen into. Settings such as step sizes and schedules are not among the numbers, so they go back into a learner made in
 * the same way. Nor is what {@link #startEpisode} sets: it is told again.
 */
public interface StorableLearner extends Learner {
    @Override
    FrozenPolicy greedy();

    /**
     * The frozen policy with these numbers.
     *
     * @throws IllegalArgumentException if they are not as many as it takes
     */
    FrozenPolicy frozen(double... numbers);

    /** All that it has learned and its future depends on; a new array, of the same length at all times. */
    double[] memory();

    /**
     * Puts back what {@link #memory} gave.
     *
     * @throws IllegalArgumentException for another length; then nothing changes
     */
    void restore(double... memory);
}
