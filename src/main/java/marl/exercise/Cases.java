package marl.exercise;

import java.util.SplittableRandom;

/**
 * Where a check's random cases come from. A notebook uses a fixed, visible seed; a grader a secret one and more cases.
 *
 * @param seed the seed of all random cases
 * @param count how many random cases a part should try
 */
public record Cases(long seed, int count) {

    /**
     * The cases a notebook uses.
     *
     * @return seed 1, 40 cases
     */
    public static Cases visible() {
        return new Cases(1, 40);
    }

    /**
     * A generator of this check's own, the same at every call.
     *
     * @param stream a number that keeps the parts of a check apart
     * @return a fresh generator
     */
    public SplittableRandom random(long stream) {
        return new SplittableRandom(seed * 0x9E3779B97F4A7C15L + stream);
    }
}
