package marl.game;

import java.util.Arrays;

/**
 * A strategy for a repeated two-action game that remembers the last round only (Nowak and Sigmund 1993): the probability of
 * cooperating, action 0, at the start and after each outcome, one's <b>own</b> move named first. So both players read the
 * same strategy in the same way; what is CD to one is DC to the other.
 *
 * @param start the probability of cooperating in the first round
 * @param cc after both have cooperated
 * @param cd after oneself cooperated and the other defected
 * @param dc after oneself defected and the other cooperated
 * @param dd after both have defected
 */
public record MemoryOne(double start, double cc, double cd, double dc, double dd) {

    /** Checks that these are probabilities. */
    public MemoryOne {
        for (double p : new double[] {start, cc, cd, dc, dd}) {
            if (!(p >= 0 && p <= 1)) {
                throw new IllegalArgumentException(
                        "A memory-one strategy consists of probabilities from 0 to 1, but got " + p + ".");
            }
        }
    }

    /** Always cooperates. */
    public static MemoryOne cooperate() {
        return new MemoryOne(1, 1, 1, 1, 1);
    }

    /** Always defects. */
    public static MemoryOne defect() {
        return new MemoryOne(0, 0, 0, 0, 0);
    }

    /** Cooperates first, then does what the other did last. */
    public static MemoryOne titForTat() {
        return new MemoryOne(1, 1, 0, 1, 0);
    }

    /** Tit-for-tat that starts by defecting. */
    public static MemoryOne suspicious() {
        return new MemoryOne(0, 1, 0, 1, 0);
    }

    /** Cooperates until either has defected, then defects for ever. */
    public static MemoryOne grim() {
        return new MemoryOne(1, 1, 0, 0, 0);
    }

    /** Win-stay, lose-shift, also called Pavlov: repeats its move if the other cooperated, else changes it. */
    public static MemoryOne winStayLoseShift() {
        return new MemoryOne(1, 1, 0, 0, 1);
    }

    /** Tit-for-tat that forgives a defection with this probability. */
    public static MemoryOne generous(double forgiveness) {
        return new MemoryOne(1, 1, forgiveness, 1, forgiveness);
    }

    /** Cooperates with this probability whatever happened. */
    public static MemoryOne mixed(double probability) {
        return new MemoryOne(probability, probability, probability, probability, probability);
    }

    /**
     * A strategy from probabilities.
     *
     * @param probabilities at the start and after CC, CD, DC, DD
     * @throws IllegalArgumentException if there are not five numbers from 0 to 1
     */
    public static MemoryOne of(double... probabilities) {
        if (probabilities.length != 5) {
            throw new IllegalArgumentException("A memory-one strategy has five probabilities, start, CC, CD, DC and DD,"
                    + " but got " + probabilities.length + ".");
        }
        return new MemoryOne(probabilities[0], probabilities[1], probabilities[2], probabilities[3], probabilities[4]);
    }

    /**
     * A strategy from logits, {@code p = 1 / (1 + exp(-t))}.
     *
     * @param logits at the start and after CC, CD, DC, DD
     * @throws IllegalArgumentException if there are not five numbers
     */
    public static MemoryOne ofLogits(double... logits) {
        return of(Arrays.stream(logits).map(t -> 1 / (1 + Math.exp(-t))).toArray());
    }

    /** The probabilities at the start and after CC, CD, DC, DD, a new array. */
    public double[] probabilities() {
        return new double[] {start, cc, cd, dc, dd};
    }

    /**
     * The same strategy with a trembling hand.
     *
     * @param noise the probability that a move comes out as the other one
     * @throws IllegalArgumentException unless it is from 0 to 1
     */
    public MemoryOne noisy(double noise) {
        if (!(noise >= 0 && noise <= 1)) {
            throw new IllegalArgumentException("Noise is a probability, but got " + noise + ".");
        }
        return of(Arrays.stream(probabilities())
                .map(p -> p * (1 - noise) + (1 - p) * noise)
                .toArray());
    }
}
