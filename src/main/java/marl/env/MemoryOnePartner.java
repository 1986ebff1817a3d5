package marl.env;

import java.util.Arrays;
import marl.random.Rng;

/**
 * A partner in a {@link RepeatedGame} that acts on the last round alone: one row of action probabilities for each
 * observation, the last row for the start.
 *
 * @param probabilities [observation][action], each row summing to 1 within 1e-9; the
 *     observation is the partner's own, its own action first
 */
public record MemoryOnePartner(double[][] probabilities) implements Partner {
    private static final double SUM_TOLERANCE = 1e-9;

    /**
     * Copies and checks the table.
     *
     * @throws IllegalArgumentException if there is no row, or a row is no distribution
     */
    public MemoryOnePartner {
        if (probabilities.length == 0) {
            throw new IllegalArgumentException("A partner needs at least one row, for the start.");
        }
        probabilities = deepCopy(probabilities);
        for (double[] row : probabilities) {
            double sum = 0;
            boolean valid = row.length == probabilities[0].length;
            for (double p : row) {
                valid &= p >= 0;
                sum += p;
            }
            if (!valid || !(Math.abs(sum - 1) <= SUM_TOLERANCE)) {
                throw new IllegalArgumentException(
                        "Every row of a partner must hold as many probabilities as the first and"
                                + " sum to 1, but one is " + Arrays.toString(row) + ".");
            }
        }
    }

    /**
     * A partner in a game of two actions, 0 to cooperate and 1 to defect: the probabilities of cooperating after each kind
     * of last round (own action first) and at the start.
     */
    public static MemoryOnePartner of(double cc, double cd, double dc, double dd, double start) {
        double[][] rows = new double[5][];
        double[] cooperate = {cc, cd, dc, dd, start};
        for (int i = 0; i < rows.length; i++) {
            rows[i] = new double[] {cooperate[i], 1 - cooperate[i]};
        }
        return new MemoryOnePartner(rows);
    }

    /** Cooperates first, then does what the other did last (Axelrod 1984). */
    public static MemoryOnePartner titForTat() {
        return of(1, 0, 1, 0, 1);
    }

    /** Cooperates always. */
    public static MemoryOnePartner alwaysCooperate() {
        return of(1, 1, 1, 1, 1);
    }

    /** Defects always. */
    public static MemoryOnePartner alwaysDefect() {
        return of(0, 0, 0, 0, 0);
    }

    /** Cooperates until somebody has defected, then never again. */
    public static MemoryOnePartner grim() {
        return of(1, 0, 0, 0, 1);
    }

    /** Repeats its action after 3 or 5, changes it after 1 or 0; also known as Pavlov (Nowak &amp; Sigmund 1993). */
    public static MemoryOnePartner winStayLoseShift() {
        return of(1, 0, 0, 1, 1);
    }

    /** Cooperates with this probability in every round. */
    public static MemoryOnePartner random(double cooperate) {
        return of(cooperate, cooperate, cooperate, cooperate, cooperate);
    }

    /** The probabilities, a copy. */
    @Override
    public double[][] probabilities() {
        return deepCopy(probabilities);
    }

    /** The probability of one action after one observation. */
    public double probability(int observation, int action) {
        return probabilities[observation][action];
    }

    /** The number of observations it knows, the start included. */
    public int observations() {
        return probabilities.length;
    }

    /** The number of its actions. */
    public int actions() {
        return probabilities[0].length;
    }

    /** Draws from the row of the observation; a row with a certain action costs no draw. Does not look at the mask. */
    @Override
    public int act(double[] observation, boolean[] legal, Rng rng) {
        double[] row = probabilities[(int) observation[0]];
        for (int a = 0; a < row.length; a++) {
            if (row[a] == 1) {
                return a;
            }
        }
        return rng.categorical(row);
    }

    private static double[][] deepCopy(double[][] rows) {
        return Arrays.stream(rows).map(double[]::clone).toArray(double[][]::new);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MemoryOnePartner p && Arrays.deepEquals(probabilities, p.probabilities);
    }

    @Override
    public int hashCode() {
        return Arrays.deepHashCode(probabilities);
    }

    @Override
    public String toString() {
        return "MemoryOnePartner" + Arrays.deepToString(probabilities);
    }
}
