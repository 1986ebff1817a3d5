package marl.deep;

/**
 * How much an error counts when a team's total is fitted (Rashid et al. 2020). A monotonic total cannot meet every
 * target; weights say which it should rather meet.
 *
 * @param rule which errors count in full
 * @param alpha how much the others count, in (0, 1]
 */
public record Weighting(Rule rule, double alpha) {

    /** Which errors count in full. */
    public enum Rule {
        /** All of them: QMIX as it was. */
        ALL,
        /** Those of totals below their target (OW-QMIX). */
        OPTIMISTIC,
        /** Those of the team's best joint action, and of targets above its central value (CW-QMIX). */
        CENTRAL
    }

    /** Checks alpha. */
    public Weighting {
        if (!(alpha > 0 && alpha <= 1)) {
            throw new IllegalArgumentException("A weight is above 0 and at most 1, not " + alpha + ".");
        }
    }

    /** Every error counts the same, and there is no central value. */
    public static Weighting none() {
        return new Weighting(Rule.ALL, 1);
    }

    /** Whether a central value supplies the targets. */
    boolean central() {
        return rule != Rule.ALL;
    }
}
